/**
 * A JavaScript value as `JSON.stringify` would write it, except that what JSON can't hold stays
 * visible as a `foreign` node. What is still to be taken waits in a list, not on the call stack.
 */
import { type JsonMember, type JsonNode, maxDepth } from './read';

/** More than the largest message that any of the services carries, 1 MiB, can hold. */
const maxValues = 1_000_000;

interface Waiting {
  readonly value: unknown;
  readonly depth: number;
  readonly put: (node: JsonNode) => void;
}

interface Taking {
  readonly waiting: Waiting[];
  /** How many more values there may be. */
  left: number;
}

/** @throws SyntaxError for a value that holds itself, is too deep or too large. */
export function fromValue(root: unknown): JsonNode {
  const result: JsonNode[] = [];
  const taking: Taking = { waiting: [], left: maxValues };
  take(taking, root, 1, (node) => {
    result[0] = node;
  });
  for (let next = taking.waiting.pop(); next !== undefined; next = taking.waiting.pop()) {
    open(next, taking);
  }
  return result[0] ?? leafOf(undefined);
}

// What holds others has a place held for it, so that it doesn't matter in which order it is opened.
function take(taking: Taking, value: unknown, depth: number, put: Waiting['put']): void {
  count(taking, 1);
  if (typeof value === 'object' && value !== null) {
    taking.waiting.push({ value, depth, put });
  } else {
    put(leafOf(value));
  }
}

function count(taking: Taking, values: number): void {
  taking.left -= values;
  if (taking.left < 0) {
    throw new SyntaxError(`it holds more than ${maxValues} values`);
  }
}

function open({ value, depth, put }: Waiting, taking: Taking): void {
  if (depth > maxDepth) {
    throw new SyntaxError(`it nests deeper than ${maxDepth} levels, or holds itself`);
  }
  if (hasJson(value)) {
    take(taking, value.toJSON(), depth + 1, put);
  } else if (value instanceof String || value instanceof Number || value instanceof Boolean) {
    put(leafOf(value.valueOf()));
  } else if (Array.isArray(value)) {
    put({ kind: 'array', items: takeItems(value, depth, taking) });
  } else {
    put({ kind: 'object', members: takeMembers(Object(value), depth, taking) });
  }
}

function hasJson(value: unknown): value is { toJSON(): unknown } {
  const object = Object(value);
  return 'toJSON' in object && typeof object.toJSON === 'function';
}

function takeItems(value: readonly unknown[], depth: number, taking: Taking): JsonNode[] {
  // An array can say that it is long and hold nothing.
  count(taking, value.length > taking.left ? value.length : 0);
  const items: JsonNode[] = [];
  for (let index = 0; index < value.length; index++) {
    items.push(leafOf(undefined));
    take(taking, value[index], depth + 1, (node) => {
      items[index] = node;
    });
  }
  return items;
}

function takeMembers(value: object, depth: number, taking: Taking): JsonMember[] {
  count(taking, ArrayBuffer.isView(value) ? value.byteLength : 0);
  return Object.entries(value).map(([name, part]) => {
    const member: { name: string; value: JsonNode } = { name, value: leafOf(undefined) };
    take(taking, part, depth + 1, (node) => {
      member.value = node;
    });
    return member;
  });
}

function leafOf(value: unknown): JsonNode {
  switch (typeof value) {
    case 'string':
      return { kind: 'string', text: value };
    case 'number':
      return { kind: Number.isFinite(value) ? 'number' : 'foreign', text: String(value) };
    case 'bigint':
      return { kind: 'number', text: String(value) };
    case 'boolean':
      return { kind: 'keyword', text: value ? 'true' : 'false' };
    default:
      return value === null
        ? { kind: 'keyword', text: 'null' }
        : { kind: 'foreign', text: typeof value };
  }
}
