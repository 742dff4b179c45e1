/**
 * Reads the regular part of ECMA 262 expressions, as the u flag reads them: characters and classes,
 * groups, choices, repetitions, and the edges of the text. Lookaround, back references, `\b` and
 * `\p` are not read: such a pattern is only ever equal to itself.
 */

/** From one code point to another, both included. */
export type Range = readonly [from: number, to: number];

export type Expression =
  | { readonly kind: 'character'; readonly ranges: readonly Range[] }
  | { readonly kind: 'edge'; readonly edge: 'start' | 'end' }
  | { readonly kind: 'sequence'; readonly parts: readonly Expression[] }
  | { readonly kind: 'choice'; readonly options: readonly Expression[] }
  | Repetition;

export interface Repetition {
  readonly kind: 'repetition';
  readonly part: Expression;
  readonly min: number;
  readonly max: number;
}

const lastCodePoint = 0x10ffff;
export const anyCharacter: Expression = { kind: 'character', ranges: [[0, lastCodePoint]] };

interface Scan {
  readonly text: string;
  at: number;
  /** How deep groups are nested. */
  depth: number;
}

/** Ends the reading of what isn't read here. */
class NotRegular extends Error {}

const deepest = 100;

/** People escape more than they need to, and the u flag allows: then the sign itself is meant. */
export function plain(pattern: string): string {
  return pattern.replace(/\\(.)/gs, (whole, sign: string) =>
    /[-_ !"#%&',:;<=>@`~]/.test(sign) ? `\\x${sign.charCodeAt(0).toString(16)}` : whole,
  );
}

/** The expression; undefined where the pattern is another one, or none. */
export function readExpression(given: string): Expression | undefined {
  const pattern = plain(given);
  try {
    new RegExp(pattern, 'u');
    const scan = { text: pattern, at: 0, depth: 0 };
    const expression = readChoice(scan);
    return scan.at === pattern.length ? expression : undefined;
  } catch (error) {
    if (error instanceof NotRegular || error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function readChoice(scan: Scan): Expression {
  if (++scan.depth > deepest) throw new NotRegular();
  const options = [readSequence(scan)];
  while (scan.text[scan.at] === '|') {
    scan.at++;
    options.push(readSequence(scan));
  }
  scan.depth--;
  return options.length === 1 && options[0] ? options[0] : { kind: 'choice', options };
}

function readSequence(scan: Scan): Expression {
  const parts: Expression[] = [];
  while (scan.at < scan.text.length && !/[|)]/.test(scan.text[scan.at] ?? '')) {
    parts.push(readRepetition(scan, readPart(scan)));
  }
  return { kind: 'sequence', parts };
}

const quantifier = /(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/y;
const signs: Readonly<Record<string, readonly [number, number]>> = {
  '*': [0, Infinity],
  '+': [1, Infinity],
  '?': [0, 1],
};

function readRepetition(scan: Scan, part: Expression): Expression {
  const [whole, sign, least, comma, most] = match(quantifier, scan) ?? [];
  if (whole === undefined) return part;
  scan.at += whole.length;
  const [min, max] = signs[sign ?? ''] ?? [
    Number(least),
    comma === undefined ? Number(least) : most === '' ? Infinity : Number(most),
  ];
  return { kind: 'repetition', part, min, max };
}

function match(expression: RegExp, { text, at }: Scan): (string | undefined)[] | null {
  expression.lastIndex = at;
  return expression.exec(text);
}

const opening = /\((?:\?(?::|<(?![=!])[^>]*>))?/y;

function readPart(scan: Scan): Expression {
  const character = scan.text[scan.at] ?? '';
  if (character === '(') return readGroup(scan);
  if (character === '[') return { kind: 'character', ranges: readClass(scan) };
  if (character === '\\') return { kind: 'character', ranges: readEscape(scan, false) };
  if (character === '.') return step(scan, { kind: 'character', ranges: invert(lineEnds) });
  if (character === '^') return step(scan, { kind: 'edge', edge: 'start' });
  if (character === '$') return step(scan, { kind: 'edge', edge: 'end' });
  return { kind: 'character', ranges: single(takeCodePoint(scan)) };
}

function step(scan: Scan, expression: Expression): Expression {
  scan.at++;
  return expression;
}

function readGroup(scan: Scan): Expression {
  const [found = ''] = match(opening, scan) ?? [];
  if (found === '(' && scan.text[scan.at + 1] === '?') throw new NotRegular();
  scan.at += found.length;
  const inner = readChoice(scan);
  scan.at++;
  return inner;
}

const single = (code: number): Range[] => [[code, code]];

function takeCodePoint(scan: Scan): number {
  const code = scan.text.codePointAt(scan.at) ?? 0;
  scan.at += code > 0xffff ? 2 : 1;
  return code;
}

function readClass(scan: Scan): readonly Range[] {
  const isNegated = scan.text[scan.at + 1] === '^';
  scan.at += isNegated ? 2 : 1;
  const ranges: Range[] = [];
  while (scan.text[scan.at] !== ']') {
    const low = readMember(scan);
    if (scan.text[scan.at] === '-' && scan.text[scan.at + 1] !== ']') {
      scan.at++;
      ranges.push([low[0]?.[0] ?? 0, readMember(scan)[0]?.[0] ?? 0]);
    } else {
      ranges.push(...low);
    }
  }
  scan.at++;
  return isNegated ? invert(ranges) : ranges;
}

function readMember(scan: Scan): readonly Range[] {
  return scan.text[scan.at] === '\\' ? readEscape(scan, true) : single(takeCodePoint(scan));
}

const digits: readonly Range[] = [[0x30, 0x39]];
const word: readonly Range[] = [...digits, [0x41, 0x5a], [0x5f, 0x5f], [0x61, 0x7a]];
const lineEnds: readonly Range[] = [...single(0x0a), ...single(0x0d), [0x2028, 0x2029]];
/** White space and line ends: https://tc39.es/ecma262/#sec-white-space */
const space: readonly Range[] = [
  ...([
    [0x09, 0x0d],
    [0x2000, 0x200a],
    [0x2028, 0x2029],
  ] as const),
  ...[0x20, 0xa0, 0x1680, 0x202f, 0x205f, 0x3000, 0xfeff].flatMap(single),
];
const classes: Readonly<Record<string, readonly Range[]>> = {
  ...{ d: digits, w: word, s: space },
  ...{ D: invert(digits), W: invert(word), S: invert(space) },
};
const controls: Readonly<Record<string, number>> = { t: 9, n: 10, v: 11, f: 12, r: 13, 0: 0 };
const coded = /\\(?:u\{([0-9A-Fa-f]+)\}|u([0-9A-Fa-f]{4})|x([0-9A-Fa-f]{2}))/y;
const surrogate = /^\\u[dD][89a-fA-F]/;

function readEscape(scan: Scan, inClass: boolean): readonly Range[] {
  const [whole, ...codes] = match(coded, scan) ?? [];
  if (whole !== undefined) {
    // Two of them may be halves of one character.
    if (surrogate.test(whole)) throw new NotRegular();
    scan.at += whole.length;
    return single(Number.parseInt(codes.find((code) => code !== undefined) ?? '', 16));
  }
  const character = scan.text[scan.at + 1] ?? '';
  scan.at += 2;
  if (character === 'b' && inClass) return single(8);
  const known = Object.hasOwn(classes, character) ? classes[character] : undefined;
  if (known !== undefined) return known;
  if (Object.hasOwn(controls, character)) return single(controls[character] ?? 0);
  if (/[A-Za-z0-9]/.test(character)) throw new NotRegular();
  return single(character.charCodeAt(0));
}

/** All other code points. */
function invert(ranges: readonly Range[]): Range[] {
  const sorted = [...ranges].sort(([one], [other]) => one - other);
  const found: Range[] = [];
  let from = 0;
  for (const [low, high] of sorted) {
    if (low > from) found.push([from, low - 1]);
    from = Math.max(from, high + 1);
  }
  if (from <= lastCodePoint) found.push([from, lastCodePoint]);
  return found;
}
