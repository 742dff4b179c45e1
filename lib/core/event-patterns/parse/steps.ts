/**
 * A pattern's fields in their order, depth first, as a flat list of steps: what is still to be read
 * waits in a list, not on the call stack, and counting the alternatives comes before making them.
 */
import type { Matcher } from '../ast';
import { show } from '../json/node';
import type { JsonMember, JsonNode, JsonObject } from '../json/read';
import { readMatchers, reserved } from './operators';
import type { Reading } from './reading';

export type Step =
  | {
      readonly kind: 'field';
      readonly path: string;
      readonly matchers: readonly Matcher[];
      /** 1 for a field at the top. */
      readonly depth: number;
      readonly node: JsonNode;
    }
  /** A `$or` opens; `either` and `done` enclose each of its objects, and `close` ends it. */
  | { readonly kind: 'or'; readonly path: string; readonly node: JsonNode }
  | { readonly kind: 'either' | 'done' | 'close' };

interface Place {
  /** The names so far, joined with dots; absent at the top. */
  readonly base?: string;
  readonly depth: number;
  /** Inside an object of `$or`, where the names of operators are no fields. */
  readonly inOr: boolean;
}

interface Walk extends Reading {
  readonly steps: Step[];
  readonly paths: Set<string>;
  readonly waiting: (() => void)[];
}

export function readSteps(object: JsonObject, reading: Reading): readonly Step[] {
  const walk: Walk = { ...reading, steps: [], paths: new Set(), waiting: [] };
  readObject(walk, object, { depth: 1, inOr: false });
  for (let next = walk.waiting.pop(); next !== undefined; next = walk.waiting.pop()) {
    next();
  }
  return walk.steps;
}

function readObject(walk: Walk, node: JsonObject, place: Place): void {
  if (node.members.length === 0) {
    walk.fail(place.base ?? '', '{} is an empty object, without fields', 'a field or more', node);
  }
  // One string for names that repeat: however long it is, it is kept once.
  const paths = new Map<string, string>();
  for (const { name, value } of node.members.toReversed()) {
    // A nameless top object leaves no trace in the path of a list, but does in those of deeper ones.
    const path = paths.get(name) ?? (place.base ? `${place.base}.${name}` : name);
    paths.set(name, path);
    const isOr = name === '$or' && walk.or;
    walk.waiting.push(() => {
      isOr ? readOr(walk, value, place) : readField(walk, { name, value }, path, place);
    });
  }
}

function readField(walk: Walk, { name, value }: JsonMember, path: string, place: Place): void {
  if (place.inOr && reserved.has(name)) {
    walk.fail(path, `${name} is an operator`, 'a field, inside $or', value);
  }
  if (value.kind === 'object') {
    const base = place.base === '' ? `.${name}` : path;
    readObject(walk, value, { ...place, base, depth: place.depth + 1 });
  } else if (value.kind === 'array') {
    const matchers = readMatchers(value, path, walk);
    walk.steps.push({ kind: 'field', path, matchers, depth: place.depth, node: value });
    countPath(walk, path, value);
  } else {
    const list = value.kind === 'foreign' ? '["value"]' : `[${show(value)}]`;
    walk.fail(path, `${show(value)} is not in a list`, `a list, such as ${list}`, value);
  }
}

/** So many keys aren't counted to the end: of a deep pattern their paths alone would fill memory. */
const uncounted = 100;

function countPath({ paths, dialect, fail }: Walk, path: string, node: JsonNode): void {
  const { max } = dialect.limits.fields ?? {};
  if (max !== undefined && paths.add(path).size > uncounted) {
    fail(path, `it is one of more than ${uncounted} keys`, `at most ${max} keys`, node);
  }
}

function readOr(walk: Walk, value: JsonNode, place: Place): void {
  const path = place.base === undefined ? '$or' : `${place.base}.$or`;
  const objects = value.kind === 'array' ? value.items : [];
  const { steps, waiting } = walk;
  steps.push({ kind: 'or', path, node: value });
  waiting.push(() => {
    if (objects.length < 2) {
      walk.fail(path, `${show(value)} gives no choice`, 'a list of 2 or more objects', value);
    }
    steps.push({ kind: 'close' });
  });
  for (const object of objects.toReversed()) {
    waiting.push(() => steps.push({ kind: 'done' }));
    waiting.push(() => readAlternative(walk, object, path, place));
  }
}

function readAlternative(walk: Walk, object: JsonNode, path: string, place: Place): void {
  if (object.kind === 'object') {
    walk.steps.push({ kind: 'either' });
    readObject(walk, object, { ...place, inOr: true });
  } else {
    walk.fail(path, `${show(object)} is no alternative`, 'an object of fields', object);
  }
}
