import type { EventPattern, Matcher } from '../ast';
import { PatternError } from '../errors';
import { show, toObject } from '../json/node';
import type { JsonNode, JsonObject } from '../json/read';
import { operators, readMatchers } from './operators';

/**
 * A pattern is read depth first into alternatives, each a map from path to matchers. A list of
 * matchers is written into every alternative, over what stood at its path before. `$or` copies the
 * alternatives once for each of its objects and writes that object into the copies.
 */
type Draft = Map<string, readonly Matcher[]>;

interface Reading {
  /** False: `$or` is a field like any other. */
  readonly or: boolean;
  /** Inside an object of `$or`, where the names of operators are no fields. */
  readonly inOr: boolean;
  /** The names so far, joined with dots; absent at the top. */
  readonly base?: string;
}

/**
 * Source:
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 */
const maxAlternatives = 1000;

/** The most fields that event-ruler takes in one alternative. */
const maxFields = 256;

const reserved: ReadonlySet<string> = new Set([
  ...Object.keys(operators),
  ...['=', '<', '<=', '>', '>=', 'regex', 'not-wildcard', 'not-equals-ignore-case'],
  ...['date-after', 'date-on-or-after', 'date-before', 'date-on-or-before', 'in-date-range'],
  ...['ip-address-in-range', 'ip-address-not-in-range'],
]);

/**
 * Reads an event pattern of a rule on a Classic bus, from a JSON text or as an object.
 *
 * In a text numbers keep their spelling and names may repeat, as AWS sees them: of two lists at one
 * path the last wins, objects merge.
 *
 * @throws PatternError for all that AWS refuses: it names the field, the value and what belongs
 *   there. Not found are patterns that AWS calls too complex for their wildcards: it publishes no
 *   measure.
 */
export function parsePattern(pattern: string | object): EventPattern {
  const object = toObject(pattern, (problem) => {
    throw new PatternError('', problem, 'a JSON object of fields');
  });
  try {
    return finish(readFields([new Map()], object, { or: true, inOr: false }));
  } catch (error) {
    const plain = readWithoutOr(object);
    if (plain === undefined) {
      throw error;
    }
    return plain;
  }
}

// AWS keeps old patterns alive that have a field named `$or`: where `$or` can't be alternatives, it
// is such a field, if only the rest is right.
function readWithoutOr(object: JsonObject): EventPattern | undefined {
  try {
    return finish(readFields([new Map()], object, { or: false, inOr: false }));
  } catch {
    return undefined;
  }
}

function readFields(drafts: Draft[], node: JsonObject, reading: Reading): Draft[] {
  if (node.members.length === 0) {
    throw new PatternError(reading.base ?? '', '{} has no fields', 'a field or more');
  }
  let result = drafts;
  for (const { name, value } of node.members) {
    if (name === '$or' && reading.or) {
      result = readOr(result, value, reading);
    } else {
      result = readField(result, name, value, reading);
    }
  }
  return result;
}

function readField(drafts: Draft[], name: string, value: JsonNode, reading: Reading): Draft[] {
  // A nameless top object leaves no trace in the path of a list, but does in those of deeper ones.
  const path = reading.base ? `${reading.base}.${name}` : name;
  if (reading.inOr && reserved.has(name)) {
    throw new PatternError(path, `${name} is an operator`, 'a field, inside $or');
  }
  if (value.kind === 'object') {
    const base = reading.base === undefined ? name : `${reading.base}.${name}`;
    return readFields(drafts, value, { ...reading, base });
  }
  if (value.kind !== 'array') {
    const list = value.kind === 'foreign' ? '["value"]' : `[${show(value)}]`;
    throw new PatternError(path, `${show(value)} is not in a list`, `a list, such as ${list}`);
  }
  write(drafts, path, readMatchers(value.items, path));
  return drafts;
}

function write(drafts: readonly Draft[], path: string, matchers: readonly Matcher[]): void {
  for (const draft of drafts) {
    draft.set(path, matchers);
    if (draft.size > maxFields) {
      throw new PatternError(path, `it is field ${draft.size}`, `at most ${maxFields} fields`);
    }
  }
}

function readOr(drafts: Draft[], value: JsonNode, reading: Reading): Draft[] {
  const path = reading.base === undefined ? '$or' : `${reading.base}.$or`;
  const objects = value.kind === 'array' ? value.items : [];
  const result: Draft[] = [];
  for (const object of objects) {
    if (object.kind !== 'object') {
      throw new PatternError(path, `${show(object)} is no alternative`, 'an object of fields');
    }
    const copies = drafts.map((draft) => new Map(draft));
    result.push(...readFields(copies, object, { ...reading, inOr: true }));
    if (result.length > maxAlternatives) {
      const problem = `the alternatives combine in more than ${maxAlternatives} ways`;
      throw new PatternError(path, problem, 'fewer alternatives, or more than one rule');
    }
  }
  if (objects.length < 2) {
    throw new PatternError(path, `${show(value)} gives no choice`, 'a list of 2 or more objects');
  }
  return result;
}

function finish(drafts: readonly Draft[]): EventPattern {
  const alternatives = drafts.map((draft) => ({
    fields: [...draft.keys()].sort().map((path) => ({ path, matchers: draft.get(path) ?? [] })),
  }));
  const paths = [...new Set(drafts.flatMap((draft) => [...draft.keys()]))].sort();
  return freeze({ alternatives, paths });
}

function freeze<T extends object>(value: T): T {
  for (const part of Object.values(value)) {
    if (typeof part === 'object' && !Object.isFrozen(part)) {
      freeze(part);
    }
  }
  return Object.freeze(value);
}
