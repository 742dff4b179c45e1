/** What objects may hold, and must. */
import type { JsonObject } from '../json';
import { countAt, type Given, type Lower, membersAt, namesIn } from './given';
import { readPattern } from './patterns';

export const lowerObjects: Lower = (given) => {
  const minProperties = countAt(given, 'minProperties') ?? 0;
  const maxProperties = countAt(given, 'maxProperties');
  return [
    lowerProperties(given),
    {
      ...lowerRequired(given),
      ...(minProperties > 0 && { minProperties }),
      ...(maxProperties !== undefined && { maxProperties }),
    },
  ];
};

/** An empty list makes no model: https://github.com/aws/aws-cdk/issues/27433 */
function lowerRequired(given: Given): JsonObject {
  const value = given.schema['required'];
  const required = value === undefined ? [] : namesIn(given, ['required'], value);
  return required.length === 0 ? {} : { required };
}

function lowerProperties(given: Given): JsonObject {
  const properties = membersAt(given, 'properties').map(([name, schema]) => [
    name,
    given.lower(schema, ['properties', name]),
  ]);
  const patterns = membersAt(given, 'patternProperties');
  const kept = patterns.filter(([pattern]) => keepPattern(given, pattern));
  const patternProperties = kept.map(([pattern, schema]) => [
    pattern,
    given.lower(schema, ['patternProperties', pattern]),
  ]);
  return {
    ...(properties.length > 0 && { properties: Object.fromEntries(properties) }),
    ...(kept.length > 0 && { patternProperties: Object.fromEntries(patternProperties) }),
    ...lowerAdditional(given, kept.length === patterns.length),
  };
}

/** A pattern that fits more names would ask more of the data: here it has to mean the same. */
function keepPattern(given: Given, pattern: string): boolean {
  const reading = readPattern(pattern);
  if (reading.verdict === 'same') return true;
  given.lose(
    ['patternProperties', pattern],
    reading.verdict === 'other' ? reading.because : 'it fits more names in API Gateway',
  );
  return false;
}

/** Without a pattern more properties are additional, so what is said of those goes with it. */
function lowerAdditional(given: Given, hasAllPatterns: boolean): JsonObject {
  const schema = given.schema['additionalProperties'];
  if (schema === undefined || schema === true) return {};
  if (!hasAllPatterns) {
    given.lose(
      ['additionalProperties'],
      'it would judge the properties of the patterns that are not checked',
    );
    return {};
  }
  const additionalProperties =
    schema === false ? false : given.lower(schema, ['additionalProperties']);
  const isFree = additionalProperties !== false && Object.keys(additionalProperties).length === 0;
  return isFree ? {} : { additionalProperties };
}
