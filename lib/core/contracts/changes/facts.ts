import { canonical, isObject, type JsonValue } from '../../schemas/json';
import type { Part } from '../../schemas/places/parts';
import { below } from '../../schemas/pointer';
import { expandedText } from './expand';
import type { Place } from './reading';

/** Keywords whose value is told as it stands, those of consequence first. */
const plain = [
  ...['format', 'pattern', 'minLength', 'maxLength'],
  ...['minimum', 'exclusiveMinimum', 'maximum', 'exclusiveMaximum', 'multipleOf'],
  ...['minItems', 'maxItems', 'uniqueItems', 'minContains', 'maxContains'],
  ...['minProperties', 'maxProperties', 'contentEncoding', 'contentMediaType'],
  ...['default', 'deprecated'],
];

/** Keywords whose value holds schemas: that they changed is all that is told. */
const compound = [
  ...['not', 'if', 'then', 'else', 'contains', 'propertyNames', 'dependencies'],
  ...['dependentRequired', 'dependentSchemas', 'unevaluatedItems', '$dynamicRef', '$recursiveRef'],
];

/** What is said of a place itself, by keyword: as texts, so that they can be compared and shown. */
export function factsOf(place: Place): Map<string, string> {
  const facts = new Map<string, string>();
  const type = typesOf(place).join(' or ');
  if (type !== '') facts.set('type', type);
  for (const keyword of plain) {
    const values = valuesOf(place.parts, keyword).map(canonical);
    if (values.length > 0) facts.set(keyword, [...new Set(values)].sort().join(' and '));
  }
  if (place.parts.some(isClosed)) facts.set('other fields', 'refused');
  for (const keyword of compound) {
    const texts = place.parts
      .filter(({ schema }) => Object.hasOwn(schema, keyword))
      .map(({ pointer, schema }) => {
        return expandedText(place.document, below(pointer, [keyword]), schema[keyword] ?? null);
      });
    if (texts.length > 0) facts.set(keyword, texts.sort().join());
  }
  return facts;
}

export const isCompound = (keyword: string): boolean => compound.includes(keyword);

const isClosed = ({ schema }: Part): boolean =>
  schema['additionalProperties'] === false || schema['unevaluatedProperties'] === false;

/** The types that it may have, in the order of their names; none where all are let through. */
export function typesOf({ parts, nullable }: Place): string[] {
  const lists = valuesOf(parts, 'type').map((type) => (Array.isArray(type) ? type : [type]));
  const [first = [], ...others] = lists;
  const common = first.filter((type) => others.every((list) => list.includes(type)));
  const all = nullable && common.length > 0 ? [...common, 'null'] : common;
  return [...new Set(all.map(String))].sort();
}

/** The values that it may have, by their texts; undefined where no list bounds them. */
export function listedIn({ parts }: Place): ReadonlySet<string> | undefined {
  const lists = [
    ...valuesOf(parts, 'enum').filter((list) => Array.isArray(list)),
    ...valuesOf(parts, 'const').map((value) => [value]),
    ...valuesOf(parts, 'x-extensible-enum').filter((list) => Array.isArray(list)),
  ];
  const [first, ...others] = lists.map((list) => list.map(canonical));
  return first && new Set(first.filter((value) => others.every((list) => list.includes(value))));
}

function valuesOf(parts: readonly Part[], keyword: string): JsonValue[] {
  return parts.flatMap(({ schema }) => {
    const value = Object.hasOwn(schema, keyword) ? schema[keyword] : undefined;
    return value === undefined ? [] : [value];
  });
}

/** A place in a few words: `string (date-time)`, `"open" or "paid"`. */
export function describePlace(place: Place): string {
  const listed = listedIn(place);
  if (listed !== undefined) return [...listed].join(' or ');
  const [format] = valuesOf(place.parts, 'format');
  const shown = typeof format === 'string' ? ` (${format})` : '';
  const types = typesOf(place);
  if (types.length > 0) return `${types.join(' or ')}${shown}`;
  return place.choices.length > 0 ? `one of ${place.choices.length} choices` : `any${shown}`;
}

/** A choice is told by the fields that have one value, which tell it from the others. */
export function describeChoice(place: Place): string {
  const marks = place.parts.flatMap(({ schema }) => {
    const { properties } = schema;
    return Object.entries(isObject(properties) ? properties : {}).flatMap(([name, field]) =>
      isObject(field) && field['const'] !== undefined
        ? [`${name} ${canonical(field['const'])}`]
        : [],
    );
  });
  return marks.length > 0 ? marks.sort().join(', ') : describePlace(place);
}
