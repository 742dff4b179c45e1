/**
 * What does not satisfy a schema: the union of what each of its keywords refuses. A property that
 * fails must be there; an element that fails is contained. Where only some name or element out of
 * many fails, that stays opaque.
 */
import { listedValues, typesOf } from './base';
import type { Alternative, SchemaNode, Term } from './form';
import { negatedElements, negatedNames } from './negated-parts';
import { opaqueKeywords, opaqueOf } from './opaque';
import {
  claim,
  lowerBounds,
  numberOf,
  schemaOf,
  schemasOf,
  targetsOf,
  textOf,
  upperBounds,
} from './parts';
import { anything, arrays, numbers, objects, setOf, someValues, strings } from './records';
import type { Session } from './session';

const mostPairs = 8;

export function negated(node: SchemaNode, session: Session): readonly Alternative[] {
  return [
    ...negatedType(node),
    ...negatedValues(node),
    ...negatedNumbers(node),
    ...negatedStrings(node),
    ...negatedElements(node),
    ...negatedNames(node, session),
    ...negatedCombinators(node, session),
    ...negatedOpaque(node),
  ];
}

function negatedType(node: SchemaNode): Alternative[] {
  const types = typesOf(node);
  if (types === undefined) return [];
  const lacks = (type: string): boolean => !types.includes(type);
  const single = [...(lacks('null') ? [null] : []), ...(lacks('boolean') ? [true, false] : [])];
  const fraction = types.includes('integer') ? [1] : [];
  return [
    ...(single.length > 0 ? [someValues(single)] : []),
    ...(lacks('number') ? [numbers({ notMultiples: fraction })] : []),
    ...(lacks('string') ? [strings()] : []),
    ...(lacks('array') ? [arrays()] : []),
    ...(lacks('object') ? [objects()] : []),
  ];
}

function negatedValues(node: SchemaNode): Alternative[] {
  const listed = listedValues(node);
  if (listed === undefined) return [];
  const excluded = setOf(listed);
  const single = [null, true, false].filter((value) => !excluded.has(String(value)));
  return [
    ...(single.length > 0 ? [someValues(single)] : []),
    ...[numbers({ excluded }), strings({ excluded }), arrays({ excluded }), objects({ excluded })],
  ];
}

function negatedNumbers(node: SchemaNode): Alternative[] {
  const step = numberOf(node, 'multipleOf');
  return [
    ...lowerBounds(node).map(({ value, isInclusive }) =>
      numbers({ max: { value, isInclusive: !isInclusive } }),
    ),
    ...upperBounds(node).map(({ value, isInclusive }) =>
      numbers({ min: { value, isInclusive: !isInclusive } }),
    ),
    ...(step === undefined ? [] : [numbers({ notMultiples: [step] })]),
  ];
}

function negatedStrings(node: SchemaNode): Alternative[] {
  const [min, max] = [numberOf(node, 'minLength') ?? 0, numberOf(node, 'maxLength')];
  const pattern = textOf(node, 'pattern');
  return [
    ...(min > 0 ? [strings({ maxLength: min - 1 })] : []),
    ...(max === undefined ? [] : [strings({ minLength: max + 1 })]),
    ...(pattern === undefined ? [] : [strings({ notPatterns: [pattern] })]),
  ];
}

function negatedCombinators(node: SchemaNode, session: Session): Alternative[] {
  const fails = (schema: SchemaNode): Term => [claim(schema, false)];
  const holds = (schema: SchemaNode): Term => [claim(schema)];
  const not = schemaOf(node, 'not');
  const any = schemasOf(node, 'anyOf');
  const terms: Term[] = [
    ...[...targetsOf(node), ...schemasOf(node, 'allOf')].map(fails),
    ...(any.length === 0 ? [] : [any.flatMap(fails)]),
    ...(not === undefined ? [] : [holds(not)]),
    ...negatedCondition(node),
  ];
  return [...terms, ...negatedChoice(schemasOf(node, 'oneOf'))].flatMap((term) => [
    ...session.alternativesOf(term),
  ]);
}

function negatedCondition(node: SchemaNode): Term[] {
  const condition = schemaOf(node, 'if');
  if (condition === undefined) return [];
  const [met, failed] = [schemaOf(node, 'then'), schemaOf(node, 'else')];
  return [
    ...(met === undefined ? [] : [[claim(condition), claim(met, false)]]),
    ...(failed === undefined ? [] : [[claim(condition, false), claim(failed, false)]]),
  ];
}

/** Not one of many: none, or two. Of too many, anything. */
function negatedChoice(branches: readonly SchemaNode[]): Term[] {
  if (branches.length === 0) return [];
  if (branches.length > mostPairs) return [[]];
  const pairs = branches.flatMap((one, at) =>
    branches.slice(at + 1).map((other) => [claim(one), claim(other)]),
  );
  return [branches.map((one) => claim(one, false)), ...pairs];
}

function negatedOpaque(node: SchemaNode): Alternative[] {
  return anything.flatMap((one) => {
    const keywords = opaqueKeywords(node, one.kind);
    return keywords.map((keyword) => ({ ...one, opaque: [opaqueOf(node, keyword, false)] }));
  });
}
