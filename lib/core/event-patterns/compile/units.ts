/**
 * Passing over JSON that no rule asks about, checked as strictly as what is read: each function
 * takes the position of a value's start and gives the one after its end. The text comes as UTF-16
 * units in a typed array with a zero after the last, which ends every loop; that is several times
 * as fast as asking a string for its characters. Half of an event may be digits: they are passed
 * over in pairs.
 */
import { maxDepth } from '../json/read';
import { code } from './codes';

const {
  backslash,
  closeObject,
  colon,
  comma,
  dot,
  lowerE,
  lowerF,
  lowerU,
  minus,
  nine,
  openArray,
  openObject,
  plus,
  quote,
  space,
  upperE,
  zero,
} = code;
const deepest = maxDepth;

/** Thrown where the text is not JSON or nests too deep; whoever catches it finds out why. */
export const notJson = new SyntaxError('not JSON');

/** A text as units, and two at a time. */
export interface Units {
  readonly one: Uint16Array;
  readonly pairs: DataView;
}

/** Where a text is written to, and the units that it then is. */
export interface Room {
  readonly bytes: Buffer;
  readonly units: Units;
}

export function roomFor(length: number): Room {
  // One unit for the zero, one for a pair that begins there.
  const bytes = Buffer.alloc(2 * (length + 2));
  const { buffer, byteOffset, byteLength } = bytes;
  const one = new Uint16Array(buffer, byteOffset, length + 2);
  return { bytes, units: { one, pairs: new DataView(buffer, byteOffset, byteLength) } };
}

export function skipSpace({ one }: Units, start: number): number {
  let at = start;
  let unit = one[at] as number;
  // One comparison where there is no space, as in most events.
  while (unit <= space && (unit === space || isLineSpace(unit))) {
    unit = one[++at] as number;
  }
  return at;
}

const isLineSpace = (unit: number): boolean => unit === 0x0a || unit === 0x0d || unit === 0x09;

/** From the opening quote to behind the closing one. */
function skipText(units: Units, start: number): number {
  const { one } = units;
  let at = start + 1;
  for (;;) {
    const unit = one[at] as number;
    if (unit === quote) return at + 1;
    if (unit < space) throw notJson;
    at = unit === backslash ? skipEscape(units, at) : at + 1;
  }
}

/** What may stand alone behind a backslash. */
const escapes: ReadonlySet<number> = new Set(Array.from('"\\/bfnrt', (one) => one.charCodeAt(0)));

export function skipEscape({ one }: Units, start: number): number {
  const unit = one[start + 1] as number;
  if (escapes.has(unit)) return start + 2;
  if (unit !== lowerU) throw notJson;
  for (let at = start + 2; at < start + 6; at += 1) {
    if (!isHexadecimal(one[at] as number)) throw notJson;
  }
  return start + 6;
}

function isHexadecimal(unit: number): boolean {
  const letter = unit | 0x20;
  return (unit >= zero && unit <= nine) || (letter >= 0x61 && letter <= lowerF);
}

export function skipNumber(units: Units, start: number): number {
  const { one } = units;
  let at = (one[start] as number) === minus ? start + 1 : start;
  at = (one[at] as number) === zero ? at + 1 : skipDigits(units, at);
  if ((one[at] as number) === dot) at = skipDigits(units, at + 1);
  const unit = one[at] as number;
  if (unit !== lowerE && unit !== upperE) return at;
  const sign = one[at + 1] as number;
  return skipDigits(units, sign === plus || sign === minus ? at + 2 : at + 1);
}

function skipDigits({ one, pairs }: Units, start: number): number {
  let at = start;
  // A digit is 0x30 to 0x39: its upper twelve bits stay the same when six is added.
  let pair = pairs.getInt32(at << 1, true);
  while ((pair & ~0xf000f) === 0x300030 && ((pair + 0x60006) & ~0xf000f) === 0x300030) {
    at += 2;
    pair = pairs.getInt32(at << 1, true);
  }
  const unit = one[at] as number;
  if (unit >= zero && unit <= nine) at += 1;
  if (at === start) throw notJson;
  return at;
}

const words = ['true', 'false', 'null'].map((word) =>
  Uint16Array.from(word, (unit) => unit.charCodeAt(0)),
);

export function skipKeyword({ one }: Units, start: number): number {
  const word = words.find(([first]) => first === one[start]);
  if (word === undefined || !standsAt(one, start, word)) throw notJson;
  return start + word.length;
}

export function standsAt(one: Uint16Array, start: number, word: Uint16Array): boolean {
  for (let at = 0; at < word.length; at += 1) {
    if (one[start + at] !== word[at]) return false;
  }
  return true;
}

export function checkDepth(depth: number): void {
  if (depth > deepest) throw notJson;
}

/** What closes each open object or array. One for all: nothing else reads while a value is skipped. */
const closings = new Uint8Array(maxDepth + 1);

/** Over a whole value, without recursion: all that is kept of it is what has still to be closed. */
export function skipValue(units: Units, start: number, depth: number): number {
  const { one } = units;
  let at = start;
  let open = depth - 1;
  for (;;) {
    const unit = one[at] as number;
    if (unit === openObject || unit === openArray) {
      open += 1;
      checkDepth(open);
      const closing = unit + 2; // in ASCII, of both kinds
      closings[open] = closing;
      at = skipSpace(units, at + 1);
      if ((one[at] as number) !== closing) {
        if (unit === openObject) at = skipName(units, at);
        continue;
      }
    } else {
      at = skipScalar(units, at);
    }
    for (;;) {
      if (open < depth) return at;
      at = skipSpace(units, at);
      if ((one[at] as number) !== (closings[open] as number)) break;
      open -= 1;
      at += 1;
    }
    if ((one[at] as number) !== comma) throw notJson;
    at = skipSpace(units, at + 1);
    if ((closings[open] as number) === closeObject) at = skipName(units, at);
  }
}

function skipScalar(units: Units, start: number): number {
  const unit = units.one[start] as number;
  if (unit === quote) return skipText(units, start);
  return unit > nine ? skipKeyword(units, start) : skipNumber(units, start);
}

function skipName(units: Units, start: number): number {
  if ((units.one[start] as number) !== quote) throw notJson;
  return skipColon(units, skipText(units, start));
}

/** Over the colon behind a name, to the value. */
export function skipColon(units: Units, start: number): number {
  const at = skipSpace(units, start);
  if ((units.one[at] as number) !== colon) throw notJson;
  return skipSpace(units, at + 1);
}
