/**
 * Reads the regular expressions that schemas use most: characters, classes, groups, alternatives,
 * repetition and anchors. Anything else (looking around, references, `\b`, `\p`) is left to others.
 */

/** Units, or all but them. */
export interface Units {
  readonly kind: 'units';
  readonly units: ReadonlySet<number>;
  readonly negated: boolean;
}

export type Expression =
  | Units
  | { readonly kind: 'start' | 'end' }
  | { readonly kind: 'sequence' | 'choice'; readonly parts: readonly Expression[] }
  | {
      readonly kind: 'repeat';
      readonly part: Expression;
      readonly least: number;
      readonly most: number;
    };

interface Cursor {
  readonly text: string;
  at: number;
  depth: number;
}

class NotRead extends Error {}

const longest = 1000;
const mostUnits = 300;
const mostDepth = 50;

/** The expression, as with the flag `u`; undefined where it is not one of those that are read. */
export function readExpression(text: string): Expression | undefined {
  if (text.length > longest) {
    return undefined;
  }
  try {
    new RegExp(text, 'u');
    const cursor = { text, at: 0, depth: 0 };
    const expression = readChoice(cursor);
    return cursor.at === text.length ? expression : undefined;
  } catch (error) {
    if (error instanceof NotRead || error instanceof SyntaxError) {
      return undefined;
    }
    throw error;
  }
}

function notRead(): never {
  throw new NotRead('not one of the expressions that are read');
}

function readChoice(cursor: Cursor): Expression {
  if (++cursor.depth > mostDepth) {
    notRead();
  }
  const parts = [readSequence(cursor)];
  while (cursor.text[cursor.at] === '|') {
    cursor.at++;
    parts.push(readSequence(cursor));
  }
  cursor.depth--;
  return { kind: 'choice', parts };
}

function readSequence(cursor: Cursor): Expression {
  const parts: Expression[] = [];
  while (cursor.at < cursor.text.length && !'|)'.includes(cursor.text.charAt(cursor.at))) {
    parts.push(readRepeat(cursor, readAtom(cursor)));
  }
  return { kind: 'sequence', parts };
}

const repetition = /(?:([*+?])|\{([0-9]{1,4})(?:(,)([0-9]{1,4})?)?\})\??/y;

function readRepeat(cursor: Cursor, part: Expression): Expression {
  repetition.lastIndex = cursor.at;
  const found = repetition.exec(cursor.text);
  if (found === null) {
    return '{*+?'.includes(cursor.text[cursor.at] ?? ' ') ? notRead() : part;
  }
  cursor.at = repetition.lastIndex;
  const [, sign, least, comma, most] = found;
  if (sign !== undefined) {
    return { kind: 'repeat', part, least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : Infinity };
  }
  const upper = most === undefined ? Infinity : Number(most);
  return { kind: 'repeat', part, least: Number(least), most: comma ? upper : Number(least) };
}

function readAtom(cursor: Cursor): Expression {
  const unit = cursor.text.charAt(cursor.at++);
  switch (unit) {
    case '^':
      return { kind: 'start' };
    case '$':
      return { kind: 'end' };
    case '.':
      return { kind: 'units', units: unitsOf('\n\r\u2028\u2029'), negated: true };
    case '(':
      return readGroup(cursor);
    case '[':
      return readClass(cursor);
    case '\\':
      return readEscape(cursor);
    default:
      return isSurrogate(unit) ? notRead() : one(unit);
  }
}

function readGroup(cursor: Cursor): Expression {
  if (cursor.text[cursor.at] === '?') {
    cursor.at += cursor.text.startsWith('?:', cursor.at) ? 2 : notRead();
  }
  const group = readChoice(cursor);
  return cursor.text[cursor.at++] === ')' ? group : notRead();
}

function readClass(cursor: Cursor): Expression {
  const negated = cursor.text[cursor.at] === '^';
  cursor.at += negated ? 1 : 0;
  const units = new Set<number>();
  while (cursor.text[cursor.at] !== ']') {
    const low = readMember(cursor);
    const ranged = cursor.text[cursor.at] === '-' && cursor.text[cursor.at + 1] !== ']';
    cursor.at += ranged ? 1 : 0;
    const high = ranged ? readMember(cursor) : low;
    addRange(units, low, high);
  }
  cursor.at++;
  return { kind: 'units', units, negated };
}

function readMember(cursor: Cursor): Units {
  const unit = cursor.text.charAt(cursor.at++);
  return unit === '\\' ? readEscape(cursor) : isSurrogate(unit) ? notRead() : one(unit);
}

function addRange(units: Set<number>, low: Units, high: Units): void {
  if (low.negated || high.negated) {
    notRead();
  }
  if (low === high) {
    for (const unit of low.units) {
      units.add(unit);
    }
    return;
  }
  const [from = 0] = low.units;
  const [to = 0] = high.units;
  if (to - from > mostUnits) {
    notRead();
  }
  for (let unit = from; unit <= to; unit++) {
    units.add(unit);
  }
}

const digit = '0123456789';
const word = `${digit}_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ`;
const space =
  ' \t\n\v\f\r\u00a0\ufeff\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000';
const classes: Readonly<Record<string, string>> = { d: digit, w: word, s: space };
const controls: Readonly<Record<string, string>> = { t: '\t', n: '\n', r: '\r', v: '\v', f: '\f' };

function readEscape(cursor: Cursor): Units {
  const name = cursor.text.charAt(cursor.at++);
  const listed = classes[name.toLowerCase()];
  if (listed !== undefined) {
    return { kind: 'units', units: unitsOf(listed), negated: name !== name.toLowerCase() };
  }
  const control = controls[name];
  if (control !== undefined) {
    return one(control);
  }
  const hex = /(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4}))/y;
  hex.lastIndex = cursor.at - 1;
  const code = hex.exec(cursor.text);
  if (code !== null) {
    cursor.at = hex.lastIndex;
    const unit = String.fromCharCode(Number.parseInt(code[1] ?? code[2] ?? '', 16));
    return isSurrogate(unit) ? notRead() : one(unit);
  }
  return /[\^$\\.*+?()[\]{}|/-]/.test(name) ? one(name) : notRead();
}

function one(unit: string): Units {
  return { kind: 'units', units: unitsOf(unit), negated: false };
}

function unitsOf(text: string): ReadonlySet<number> {
  return new Set(text.split('').map((unit) => unit.charCodeAt(0)));
}

function isSurrogate(unit: string): boolean {
  return unit >= '\ud800' && unit <= '\udfff';
}
