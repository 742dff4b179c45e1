import type { Alternative, SchemaNode, Term } from './form';
import { absent, onlyName } from './groups';
import { opaqueOf } from './opaque';
import {
  claim,
  dependentSchemasOf,
  dependentsOf,
  elementsOf,
  isFree,
  membersOf,
  namesOf,
  numberOf,
  schemaOf,
  valueAt,
} from './parts';
import { arrays, objects } from './records';
import type { Session } from './session';

/** The lists that a schema refuses. */
export function negatedElements(node: SchemaNode): Alternative[] {
  const [min, max] = [numberOf(node, 'minItems') ?? 0, numberOf(node, 'maxItems')];
  return [
    ...(min > 0 ? [arrays({ maxItems: min - 1 })] : []),
    ...(max === undefined ? [] : [arrays({ minItems: max + 1 })]),
    ...(valueAt(node, 'uniqueItems') === true
      ? [arrays({ minItems: 2, opaque: [opaqueOf(node, 'uniqueItems', false)] })]
      : []),
    ...negatedTuple(node),
    ...negatedContains(node),
    ...negatedUnevaluatedItems(node),
  ];
}

function negatedTuple(node: SchemaNode): Alternative[] {
  const elements = elementsOf(node);
  if (elements === undefined) return [];
  const { prefix, rest } = elements;
  const inPrefix = prefix.map((one, at) => {
    const free = Array.from({ length: at }, (): Term => []);
    const tuple = { prefix: [...free, [claim(one, false)]], rest: [] };
    return arrays({ minItems: at + 1, tuples: [tuple] });
  });
  return rest === undefined ? inPrefix : [...inPrefix, ...negatedRest(node, prefix.length, rest)];
}

function negatedRest(node: SchemaNode, from: number, rest: SchemaNode): Alternative[] {
  if (isFree(rest)) return [];
  const minItems = from + 1;
  if (rest.schema === false) return [arrays({ minItems })];
  if (from > 0) return [arrays({ minItems, opaque: [opaqueOf(node, 'items', false)] })];
  return [arrays({ minItems, contains: [{ term: [claim(rest, false)], min: 1, max: Infinity }] })];
}

function negatedContains(node: SchemaNode): Alternative[] {
  const contained = schemaOf(node, 'contains');
  if (contained === undefined) return [];
  const term = [claim(contained)];
  const min = numberOf(node, 'minContains') ?? 1;
  const max = numberOf(node, 'maxContains');
  return [
    ...(min > 0 ? [arrays({ contains: [{ term, min: 0, max: min - 1 }] })] : []),
    ...(max === undefined
      ? []
      : [arrays({ minItems: max + 1, contains: [{ term, min: max + 1, max: Infinity }] })]),
  ];
}

function negatedUnevaluatedItems(node: SchemaNode): Alternative[] {
  return schemaOf(node, 'unevaluatedItems') === undefined
    ? []
    : [arrays({ minItems: 1, opaque: [opaqueOf(node, 'unevaluatedItems', false)] })];
}

/** The objects that a schema refuses. */
export function negatedNames(node: SchemaNode, session: Session): Alternative[] {
  const [min, max] = [numberOf(node, 'minProperties') ?? 0, numberOf(node, 'maxProperties')];
  return [
    ...(min > 0 ? [objects({ maxProperties: min - 1 })] : []),
    ...(max === undefined ? [] : [objects({ minProperties: max + 1 })]),
    ...namesOf(node, 'required').map((name) => objects({ groups: [absent(name)] })),
    ...membersOf(node, 'properties').map(([name, schema]) =>
      objects({ required: new Set([name]), groups: [onlyName(name, [claim(schema, false)])] }),
    ),
    ...negatedDependents(node, session),
    ...negatedOthers(node),
  ];
}

function negatedDependents(node: SchemaNode, session: Session): Alternative[] {
  return [
    ...dependentsOf(node).flatMap(({ name, others }) =>
      others.map((other) => objects({ required: new Set([name]), groups: [absent(other)] })),
    ),
    ...dependentSchemasOf(node).flatMap(([name, schema]) => [
      ...session.intersect([objects({ required: new Set([name]) })], [claim(schema, false)]),
    ]),
  ];
}

const aboutSomeNames = ['additionalProperties', 'propertyNames', 'unevaluatedProperties'];

function negatedOthers(node: SchemaNode): Alternative[] {
  const single = aboutSomeNames.filter((keyword) => {
    const schema = schemaOf(node, keyword);
    return schema !== undefined && !isFree(schema);
  });
  const patterns = membersOf(node, 'patternProperties').filter(([, schema]) => !isFree(schema));
  return [...single, ...(patterns.length > 0 ? ['patternProperties'] : [])].map((keyword) =>
    objects({ minProperties: 1, opaque: [opaqueOf(node, keyword, false)] }),
  );
}
