import { isDeepStrictEqual } from 'node:util';
import { type Fields, isFields, type Json, type Templates } from '../template';
import { type ReadResource, read } from './read';

/** What is wrong, one text each; none where the assertion holds. */
export type Violations = string[];

/** A resource that is not there has no property that anything expects. */
const missing: ReadResource = { Type: 'missing', Properties: {}, DependsOn: [] };

export function resourceAt(templates: Templates, place: string): ReadResource {
  return read(templates).get(place) ?? missing;
}

export function placesOf(templates: Templates, type: string): string[] {
  const all = [...read(templates)];
  return all.filter(([, { Type }]) => Type === type).map(([place]) => place);
}

/** One violation where a value is not what it must be. */
export function same(what: string, found: unknown, expected: unknown): Violations {
  if (isDeepStrictEqual(found, expected)) return [];
  return [`${what}: ${JSON.stringify(found)}; expected ${JSON.stringify(expected)}`];
}

/** The properties of a resource that are named, and no other of it. */
export function has(templates: Templates, place: string, expected: Fields): Violations {
  const { Properties } = resourceAt(templates, place);
  return Object.entries(expected).flatMap(([name, value]) =>
    same(`${place} ${name}`, Properties[name], value),
  );
}

/** All properties of a resource, and its type. */
export function is(
  templates: Templates,
  place: string,
  Type: string,
  Properties: Fields,
): Violations {
  const found = resourceAt(templates, place);
  return [
    ...same(`${place} Type`, found.Type, Type),
    ...same(`${place} Properties`, found.Properties, Properties),
  ];
}

/** Statements in any order, their lists too; no statement more and none less. */
export function statementsAre(
  what: string,
  document: Json | undefined,
  expected: readonly Fields[],
): Violations {
  const { Version, Statement } = isFields(document) ? document : {};
  const found = Array.isArray(Statement) ? Statement : [];
  return [
    // Without a version, AWS takes the policy for one of 2008, in which variables are plain text.
    ...same(`${what} Version`, Version, '2012-10-17'),
    ...same(what, found.map(plain).sort(), expected.map(plain).sort()),
  ];
}

/** No value of a template is ever changed, and a mutant leaves nearly all as they were. */
const texts = new WeakMap<object, string>();

/** A statement as one text, in which what means the same to IAM is written the same. */
export function plain(value: Json | undefined): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  const text = texts.get(value) ?? JSON.stringify(ordered(value));
  texts.set(value, text);
  return text;
}

function ordered(value: Json): Json {
  if (Array.isArray(value))
    return value.length === 1 ? ordered(value[0]) : value.map(ordered).sort();
  if (!isFields(value)) return value;
  const fields = Object.keys(value).sort();
  return Object.fromEntries(fields.map((field) => [field, ordered(value[field])]));
}
