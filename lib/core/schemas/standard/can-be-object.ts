/**
 * Whether a JSON object could ever be what a schema describes, told at a glance: by its types,
 * values, branches and references. A schema that leads back to itself, or too far, counts as able.
 */
import { isObject, type JsonObject, type JsonValue } from '../json';
import { below } from '../pointer';
import { openSchema, type SchemaDocument } from '../schema-document';

/** References followed one after the other: functions call themselves here. */
const farthest = 300;

/** @throws SchemaError as `openSchema` does. */
export function canBeObject(schema: JsonObject): boolean {
  return isAble(schema, '', { document: openSchema(schema), known: new Map() });
}

interface Question {
  readonly document: SchemaDocument;
  /** By the place; true while it is being found out. */
  readonly known: Map<string, boolean>;
}

function isAble(schema: JsonValue | undefined, place: string, asked: Question, depth = 0): boolean {
  if (schema === false) return false;
  if (!isObject(schema) || depth > farthest) return true;
  const known = asked.known.get(place);
  if (known !== undefined) return known;
  asked.known.set(place, true);
  const able = namesObject(schema) && partsAllow(schema, place, asked, depth + 1);
  asked.known.set(place, able);
  return able;
}

function partsAllow(schema: JsonObject, place: string, asked: Question, depth: number): boolean {
  const branches = (keyword: string): boolean[] => {
    const list = schema[keyword];
    if (!Array.isArray(list)) return [];
    return list.map((one, index) => isAble(one, below(place, [keyword, index]), asked, depth));
  };
  const target = targetOf(schema, place, asked.document);
  return (
    (target === undefined || isAble(asked.document.at(target), target, asked, depth)) &&
    branches('allOf').every(Boolean) &&
    someIfAny(branches('anyOf')) &&
    someIfAny(branches('oneOf'))
  );
}

const someIfAny = (branches: readonly boolean[]): boolean =>
  branches.length === 0 || branches.includes(true);

function namesObject({ type, enum: values, const: value }: JsonObject): boolean {
  const typed = type === undefined || [type].flat().includes('object');
  const listed = !Array.isArray(values) || values.some((one: JsonValue) => isObject(one));
  return typed && listed && (value === undefined || isObject(value));
}

function targetOf(
  { $ref: reference }: JsonObject,
  place: string,
  document: SchemaDocument,
): string | undefined {
  return typeof reference === 'string' ? document.resolve(reference, place) : undefined;
}
