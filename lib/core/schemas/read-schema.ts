import type { JsonObject, JsonValue } from './json';
import { below } from './pointer';
import { SchemaError, show } from './schema-error';

/**
 * The deepest nesting of objects and lists that is read. Schemas are walked by functions that call
 * themselves: this is far from what the stack holds and far beyond what people write.
 */
export const maxDepth = 200;

/** The most values that are read: objects which share parts can stand for endlessly many. */
const maxValues = 500_000;

interface Reading {
  /** The objects that are being read, the outermost first. */
  readonly open: Set<object>;
  left: number;
}

/**
 * A copy of a schema as JSON would carry it, so that nothing changes under the reader. Members that
 * are undefined are left out, as `JSON.stringify` does.
 *
 * @throws SchemaError for what JSON can't hold, for a cycle, for nesting beyond {@link maxDepth} and
 *   for anything but an object at the top.
 */
export function readSchema(given: unknown): JsonObject {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new SchemaError('', `${show(given)} is no object`, 'a JSON Schema as an object');
  }
  return read(given, '', { open: new Set(), left: maxValues }) as JsonObject;
}

function read(value: unknown, pointer: string, reading: Reading): JsonValue {
  take(1, pointer, reading);
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (typeof value !== 'object' || !isPlain(value)) {
    throw new SchemaError(pointer, `${show(value)} is no JSON`, 'what JSON can hold');
  }
  enter(value, pointer, reading);
  const copy = Array.isArray(value)
    ? readList(value, pointer, reading)
    : readMembers(value, pointer, reading);
  reading.open.delete(value);
  return copy;
}

function readList(list: readonly unknown[], pointer: string, reading: Reading): JsonValue {
  // Before the elements are asked for: an empty list can claim a length of billions.
  take(list.length, pointer, reading);
  reading.left += list.length;
  return Array.from(list, (element, index) => read(element, below(pointer, [index]), reading));
}

function readMembers(object: object, pointer: string, reading: Reading): JsonObject {
  return Object.fromEntries(
    Object.entries(object)
      .filter(([, member]) => member !== undefined)
      .map(([name, member]) => [name, read(member, below(pointer, [name]), reading)]),
  );
}

function enter(object: object, pointer: string, reading: Reading): void {
  if (reading.open.has(object)) {
    throw new SchemaError(
      pointer,
      'the object contains itself',
      'a tree, with "$ref" where a schema comes back',
    );
  }
  reading.open.add(object);
  if (reading.open.size > maxDepth) {
    throw new SchemaError(
      pointer,
      `objects and lists are nested deeper than ${maxDepth} levels`,
      'fewer levels, the inner ones in "$defs" with a "$ref" to them',
    );
  }
}

function take(values: number, pointer: string, reading: Reading): void {
  reading.left -= values;
  if (reading.left < 0) {
    throw new SchemaError(
      pointer,
      `the schema has more than ${maxValues} values up to here`,
      'a smaller schema, what repeats in "$defs" with a "$ref" to it',
    );
  }
}

/** Also of another realm, as in jest; not a Date, a Map or an instance of a class. */
function isPlain(value: object): boolean {
  if (Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
