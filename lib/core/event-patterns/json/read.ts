/**
 * A JSON reader that keeps what `JSON.parse` loses and event patterns depend on: members of one
 * name side by side in their order, numbers as they are spelt, and where in the text a value
 * begins. `__proto__` is a name like any other.
 *
 * What is open (objects and lists whose end is still to come) stands in a list, not on the call
 * stack, so that no text can overflow it, however deep the caller already is.
 */
import { JsonSyntaxError, positionIn } from './position';

export type JsonNode = JsonObject | JsonArray | JsonLeaf;

export type JsonLeaf = { readonly at?: number } & (
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'keyword'; readonly text: 'true' | 'false' | 'null' }
  /** What a JavaScript value can hold and JSON can't, by name: `undefined`, `NaN`, `function`. */
  | { readonly kind: 'foreign'; readonly text: string }
);

export interface JsonArray {
  readonly kind: 'array';
  readonly items: readonly JsonNode[];
  readonly at?: number;
}

export interface JsonObject {
  readonly kind: 'object';
  readonly members: readonly JsonMember[];
  /** Where the value begins, counted in characters from the start of the text that held it. */
  readonly at?: number;
}

export interface JsonMember {
  readonly name: string;
  readonly value: JsonNode;
}

/** Levels of nesting that AWS's own JSON reader accepts. */
export const maxDepth = 1000;

interface Cursor {
  readonly text: string;
  at: number;
}

type Open =
  | { readonly close: ']'; readonly node: JsonArray; readonly items: JsonNode[] }
  | {
      readonly close: '}';
      readonly node: JsonObject;
      readonly members: JsonMember[];
      name: string;
    };

const space = /[ \t\n\r]*/y;
const number = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const keyword = /true|false|null/y;

/**
 * Reads a whole JSON text.
 *
 * @throws JsonSyntaxError with line, column and what was expected there.
 */
export function readJson(text: string): JsonNode {
  const cursor = { text, at: 0 };
  const open: Open[] = [];
  while (true) {
    let node = readStart(cursor, open);
    while (node !== undefined) {
      const parent = open.at(-1);
      if (parent === undefined) {
        return peek(cursor) === '' ? node : fail(cursor, 'the end of the text');
      }
      node = readNext(cursor, parent, node);
      if (node !== undefined) {
        open.pop();
      }
    }
  }
}

/** A value that is whole; undefined where an object or a list opens, and a first value follows. */
function readStart(cursor: Cursor, open: Open[]): JsonNode | undefined {
  const start = peek(cursor);
  const at = cursor.at;
  if (start === '{' || start === '[') {
    return readOpening(cursor, open);
  }
  if (start === '"') {
    return { kind: 'string', text: readString(cursor), at };
  }
  const word = take(cursor, keyword);
  if (word !== '') {
    return { kind: 'keyword', text: word as 'true' | 'false' | 'null', at };
  }
  return { kind: 'number', text: take(cursor, number) || fail(cursor, 'a JSON value'), at };
}

function readOpening(cursor: Cursor, open: Open[]): JsonNode | undefined {
  if (open.length === maxDepth) {
    fail(cursor, `at most ${maxDepth} levels of nesting`);
  }
  const opened = opening(cursor);
  cursor.at++;
  if (peek(cursor) === opened.close) {
    cursor.at++;
    return opened.node;
  }
  if (opened.close === '}') {
    opened.name = readName(cursor);
  }
  open.push(opened);
  return undefined;
}

function opening({ text, at }: Cursor): Open {
  if (text[at] === '[') {
    const items: JsonNode[] = [];
    return { close: ']', items, node: { kind: 'array', items, at } };
  }
  const members: JsonMember[] = [];
  return { close: '}', members, node: { kind: 'object', members, at }, name: '' };
}

/** Puts a value where it belongs: gives what has become whole by it, or undefined if more follows. */
function readNext(cursor: Cursor, parent: Open, node: JsonNode): JsonNode | undefined {
  if (parent.close === ']') {
    parent.items.push(node);
  } else {
    parent.members.push({ name: parent.name, value: node });
  }
  const next = peek(cursor);
  if (next !== ',' && next !== parent.close) {
    fail(cursor, `"${parent.close}"`);
  }
  cursor.at++;
  if (next === parent.close) {
    return parent.node;
  }
  if (parent.close === '}') {
    parent.name = readName(cursor);
  }
  return undefined;
}

function readName(cursor: Cursor): string {
  const name = peek(cursor) === '"' ? readString(cursor) : fail(cursor, 'a name in double quotes');
  if (peek(cursor) !== ':') {
    fail(cursor, '":"');
  }
  cursor.at++;
  return name;
}

// A loop rather than one expression: a regular expression over a long string overflows its stack.
function readString(cursor: Cursor): string {
  const { text, at: start } = cursor;
  let end = start + 1;
  while (text[end] !== '"') {
    cursor.at = end;
    if (!((text[end] ?? '') >= ' ')) {
      fail(cursor, 'the rest of a string, its control characters escaped');
    }
    end += text[end] === '\\' ? 2 : 1;
  }
  cursor.at = end + 1;
  const raw = text.slice(start, end + 1);
  try {
    return raw.includes('\\') ? JSON.parse(raw) : raw.slice(1, -1);
  } catch {
    cursor.at = start;
    return fail(cursor, 'a string with the escapes that JSON knows');
  }
}

function peek(cursor: Cursor): string {
  take(cursor, space);
  return cursor.text[cursor.at] ?? '';
}

function take(cursor: Cursor, token: RegExp): string {
  token.lastIndex = cursor.at;
  const found = token.exec(cursor.text)?.[0] ?? '';
  cursor.at += found.length;
  return found;
}

function fail({ text, at }: Cursor, expected: string): never {
  const found = text[at] === undefined ? 'the text ends' : `found ${JSON.stringify(text[at])}`;
  throw new JsonSyntaxError(found, positionIn(text, at), expected);
}
