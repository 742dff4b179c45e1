/**
 * A JSON reader that keeps what `JSON.parse` loses and event patterns depend on: members of one
 * name side by side in their order, and numbers as they are spelt. `__proto__` is a name like any
 * other.
 */
export type JsonNode =
  | JsonObject
  | { readonly kind: 'array'; readonly items: readonly JsonNode[] }
  | JsonLeaf;

export type JsonLeaf =
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'keyword'; readonly text: 'true' | 'false' | 'null' }
  /** What a JavaScript value can hold and JSON can't, by name: `undefined`, `NaN`, `function`. */
  | { readonly kind: 'foreign'; readonly text: string };

export interface JsonObject {
  readonly kind: 'object';
  readonly members: readonly JsonMember[];
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

const space = /[ \t\n\r]*/y;
const number = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const keyword = /true|false|null/y;

/**
 * Reads a whole JSON text.
 *
 * @throws SyntaxError with line, column and what was expected there.
 */
export function readJson(text: string): JsonNode {
  const cursor = { text, at: 0 };
  const node = readValue(cursor, 1);
  if (peek(cursor) !== '') {
    fail(cursor, 'the end of the text');
  }
  return node;
}

function readValue(cursor: Cursor, depth: number): JsonNode {
  const start = peek(cursor);
  if (start === '{' || start === '[') {
    if (depth > maxDepth) {
      fail(cursor, `at most ${maxDepth} levels of nesting`);
    }
    return start === '{' ? readObject(cursor, depth) : readArray(cursor, depth);
  }
  if (start === '"') {
    return { kind: 'string', text: readString(cursor) };
  }
  const word = take(cursor, keyword);
  if (word !== '') {
    return { kind: 'keyword', text: word as 'true' | 'false' | 'null' };
  }
  return { kind: 'number', text: take(cursor, number) || fail(cursor, 'a JSON value') };
}

function readObject(cursor: Cursor, depth: number): JsonNode {
  const members: JsonMember[] = [];
  readSequence(cursor, '}', () => {
    const name =
      peek(cursor) === '"' ? readString(cursor) : fail(cursor, 'a name in double quotes');
    expect(cursor, ':');
    members.push({ name, value: readValue(cursor, depth + 1) });
  });
  return { kind: 'object', members };
}

function readArray(cursor: Cursor, depth: number): JsonNode {
  const items: JsonNode[] = [];
  readSequence(cursor, ']', () => {
    items.push(readValue(cursor, depth + 1));
  });
  return { kind: 'array', items };
}

function readSequence(cursor: Cursor, close: string, readOne: () => void): void {
  cursor.at++;
  if (peek(cursor) !== close) {
    readOne();
    while (peek(cursor) === ',') {
      cursor.at++;
      readOne();
    }
  }
  expect(cursor, close);
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

function expect(cursor: Cursor, character: string): void {
  if (peek(cursor) !== character) {
    fail(cursor, `"${character}"`);
  }
  cursor.at++;
}

function fail(cursor: Cursor, expected: string): never {
  const lines = cursor.text.slice(0, cursor.at).split('\n');
  const column = (lines.at(-1) ?? '').length + 1;
  const found = cursor.text[cursor.at];
  const what = found === undefined ? 'the text ends' : `found ${JSON.stringify(found)}`;
  throw new SyntaxError(`${what} at line ${lines.length}, column ${column}, not ${expected}`);
}
