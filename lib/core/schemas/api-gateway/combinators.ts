/**
 * Schemas made of schemas. What lets more through below `allOf` and `anyOf` lets more through as a
 * whole. Below `not` it would refuse more, and below `oneOf` too, where a second match is one too
 * many: there a schema has to say exactly what was given.
 */
import type { JsonObject, JsonValue } from '../json';
import { type Given, type Lower, listAt, refuse, textAt } from './given';

export const lowerReference: Lower = (given) => {
  const reference = textAt(given, '$ref');
  if (reference === undefined) return [];
  const lowered = given.refer(reference);
  if (lowered === undefined) {
    given.lose(['$ref'], 'it leads to no schema of this document');
  }
  return [lowered ?? {}];
};

export const lowerCombinators: Lower = (given) => [
  lowerList(given, 'allOf'),
  lowerList(given, 'anyOf'),
  lowerOneOf(given),
  lowerNot(given),
];

function lowerOneOf(given: Given): JsonObject {
  const schemas = schemasAt(given, 'oneOf');
  const losses = schemas.map((_, index) => given.lossIn(['oneOf', index]));
  const loss = losses.find((path) => path !== undefined);
  if (loss === undefined) return lowerList(given, 'oneOf');
  given.lose(
    ['oneOf'],
    `${loss} may go unchecked, so that two could match where one should: any match will do`,
  );
  return lowerList(given, 'oneOf', 'anyOf');
}

function lowerNot(given: Given): JsonObject {
  const schema = given.schema['not'];
  if (schema === undefined) return {};
  const loss = given.lossIn(['not']);
  if (loss === undefined) return { not: given.lower(schema, ['not'], 'inPlace') };
  given.lose(['not'], `${loss} may go unchecked, so that this would refuse valid data`);
  return {};
}

function lowerList(given: Given, keyword: string, lowered = keyword): JsonObject {
  const schemas = schemasAt(given, keyword);
  return schemas.length === 0
    ? {}
    : { [lowered]: schemas.map((schema, at) => given.lower(schema, [keyword, at], 'inPlace')) };
}

function schemasAt(given: Given, keyword: string): readonly JsonValue[] {
  const schemas = listAt(given, keyword);
  return schemas?.length === 0
    ? refuse(given, [keyword], schemas, 'a list of one schema or more')
    : (schemas ?? []);
}
