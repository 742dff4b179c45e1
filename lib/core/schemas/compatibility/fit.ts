/** One question: does a reader's schema let an alternative of the writer's through? */

import type { JsonValue } from '../json';
import type { Alternative, SchemaNode } from './form';
import { opaqueOf } from './opaque';
import { valueAt } from './parts';
import type { Finding, Session } from './session';

export interface Fit<T extends Alternative = Alternative> {
  readonly of: T;
  readonly reader: SchemaNode;
  readonly session: Session;
  /** The same question to another alternative or schema about the same value. */
  fits(of: Alternative, reader: SchemaNode): readonly Finding[];
}

export function finding({ reader }: Fit, keyword: string, wants: string, emits: string): Finding {
  return { path: [], node: reader, keyword: spelt(reader, keyword), wants, emits };
}

/** Whether the writer says the very same by a keyword that isn't understood. */
export function isSaid({ of, reader, session }: Fit, keyword: string): boolean {
  const wanted = opaqueOf(reader, keyword);
  return of.opaque.some((one) => session.isSameOpaque(one, wanted));
}

/** What stands in the schema, of the keywords that are judged together. */
const together: Readonly<Record<string, readonly string[]>> = {
  enum: ['const'],
  minimum: ['exclusiveMinimum'],
  maximum: ['exclusiveMaximum'],
  minLength: ['maxLength'],
  minItems: ['maxItems'],
  items: ['prefixItems', 'additionalItems'],
  minProperties: ['maxProperties'],
  properties: ['additionalProperties', 'patternProperties'],
  dependencies: ['dependentRequired', 'dependentSchemas'],
  unevaluatedProperties: ['unevaluatedItems'],
};

function spelt(reader: SchemaNode, keyword: string): string {
  const names = [keyword, ...(together[keyword] ?? [])];
  return names.find((name) => valueAt(reader, name) !== undefined) ?? keyword;
}

export function below(step: string | number, found: readonly Finding[]): Finding[] {
  return found.map((one) => ({ ...one, path: [step, ...one.path] }));
}

/** So many are told of one schema; a writer with many alternatives meets the same ones often. */
const mostFindings = 100;

export function distinct(found: readonly Finding[]): readonly Finding[] {
  if (found.length < 2) return found;
  const byPlace = new Map(
    found.map((one) => [`${one.path.join('/')} ${one.node.key} ${one.keyword}`, one]),
  );
  return [...byPlace.values()].slice(0, mostFindings);
}

const shown = 5;
const longest = 60;

/** Some values as a sentence lists them. */
export function listed(values: readonly JsonValue[]): string {
  const texts = values.slice(0, shown).map(shownValue);
  const more = values.length - texts.length;
  return more > 0 ? `${texts.join(', ')} and ${more} more` : texts.join(', ');
}

function shownValue(value: JsonValue): string {
  const text = JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)}...` : text;
}

/** What an alternative is, in a word. */
export function nameOf(of: Alternative): string {
  if (of.kind === 'values') return listed([...of.values.values()]);
  const names = { number: 'a number', string: 'a string', array: 'a list', object: 'an object' };
  const isWhole = of.kind === 'number' && of.multiples.some((step) => Number.isInteger(step));
  return isWhole ? 'an integer' : names[of.kind];
}
