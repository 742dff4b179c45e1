/**
 * Whether API Gateway reads a regular expression as JSON Schema does. JSON Schema means ECMA 262
 * with the u flag, over code points. API Gateway's messages
 * (https://github.com/RafPe/serverless-reqvalidator-plugin/issues/1) are those of the Java library
 * https://github.com/java-json-tools/json-schema-validator, and that runs `new RegExp(pattern)` in
 * Rhino or Nashorn: ECMA 262 5.1, over UTF-16 units. So what came later does not compile there, or
 * means something else, and a character beyond the BMP counts twice.
 *
 * One pass over the pattern looks for both. Where "any character but" is repeated without an upper
 * bound two units pass as well as one, so the pattern refuses nothing more; if it may be absent, too,
 * it reads the same. Inside a negative lookahead only that will do.
 */
export type PatternReading =
  | { readonly verdict: 'same' | 'wider' }
  | { readonly verdict: 'other'; readonly because: string };

interface Scan {
  readonly text: string;
  at: number;
  /** The open groups, with what they lie in or are. */
  readonly groups: { readonly inLookahead: boolean; readonly isNegated: boolean }[];
  isWider: boolean;
  /** The pattern without the escapes that mean nothing and that the u flag forbids, as in `\-`. */
  plain: string;
}

/** Ends the pass. */
class OtherMeaning extends Error {}

const beyondBmp =
  'there a character beyond U+FFFF counts twice or is halved, and this pattern would notice';

/** What the pattern means to API Gateway: the same, or also more, or something else. */
export function readPattern(pattern: string): PatternReading {
  const scan: Scan = { text: pattern, at: 0, groups: [], isWider: false, plain: '' };
  try {
    while (scan.at < pattern.length) step(scan);
  } catch (error) {
    if (error instanceof OtherMeaning) return { verdict: 'other', because: error.message };
    throw error;
  }
  if (!compiles(scan.plain, 'u') || !compiles(pattern, '')) {
    return { verdict: 'other', because: 'it is no regular expression of ECMA 262 with the u flag' };
  }
  return { verdict: scan.isWider ? 'wider' : 'same' };
}

function step(scan: Scan): void {
  const character = scan.text[scan.at] ?? '';
  if (character === '[') readClass(scan);
  else if (character === '(') openGroup(scan);
  else if (character === '\\') {
    if (readEscape(scan, false).isWide) judgeRepetition(scan);
  } else {
    if (character === ')') scan.groups.pop();
    refuseLazyLookahead(scan);
    // Between the halves of a character is neither the beginning nor the end of the text.
    scan.isWider ||= /[$^]/.test(character) && scan.groups.at(-1)?.isNegated === true;
    take(scan, inBmp(character));
    if (character === '.') judgeRepetition(scan);
  }
}

function openGroup(scan: Scan): void {
  const opening = /\((?:\?(?:[:=!]|<[=!]?|[^:=!<]))?/y;
  opening.lastIndex = scan.at;
  const found = opening.exec(scan.text)?.[0] ?? '(';
  if (found.startsWith('(?<') || (found.length === 3 && !/[:=!]/.test(found[2] ?? ''))) {
    throw new OtherMeaning(
      'lookbehind, named groups and modifiers came after ECMA 262 5.1, which API Gateway reads',
    );
  }
  const outer = scan.groups.at(-1);
  scan.groups.push({
    inLookahead: /[=!]/.test(found) || outer?.inLookahead === true,
    isNegated: found === '(?!' || outer?.isNegated === true,
  });
  take(scan, found);
}

/** Rhino 1.7.7.2, run, finds no match for the lazy `(?=b*?)`, which matches everything. */
function refuseLazyLookahead(scan: Scan): void {
  const lazy = /(?:[*+?]|\{[0-9]+(?:,[0-9]*)?\})\?/y;
  lazy.lastIndex = scan.at;
  if (scan.groups.at(-1)?.inLookahead === true && lazy.test(scan.text)) {
    throw new OtherMeaning('API Gateway misreads a lazy repetition in a lookahead');
  }
}

/** What an escape can stand for. */
interface Escaped {
  /** A character beyond the BMP, too. */
  readonly isWide: boolean;
  /** The one character, where it matters for a range. */
  readonly code?: number;
}

const control = new Map(Object.entries({ b: 8, t: 9, n: 10, v: 11, f: 12, r: 13 }));
const ofCode = /\\(?:u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2}|c[A-Za-z]|0(?![0-9]))/y;

function readEscape(scan: Scan, inClass: boolean): Escaped {
  const character = scan.text[scan.at + 1] ?? '';
  ofCode.lastIndex = scan.at;
  const coded = ofCode.exec(scan.text)?.[0];
  if (coded !== undefined) return readCoded(scan, coded);
  const isKnown = /[dDwWsSbfnrtv]/.test(character) || (!inClass && /[B1-9]/.test(character));
  if (/[A-Za-z0-9]/.test(character) && !isKnown) {
    throw new OtherMeaning(`\\${character} means something else in ECMA 262 5.1`);
  }
  const isNeeded =
    /^$|[A-Za-z0-9^$\\.*+?()[\]{}|/]/.test(character) || (inClass && character === '-');
  // Between the halves of a character \B holds, and \b doesn't.
  if (!inClass && /[bB]/.test(character)) {
    scan.isWider ||= character === 'B' || scan.groups.at(-1)?.isNegated === true;
  }
  take(scan, `\\${character}`, isNeeded ? `\\${character}` : inBmp(character));
  const code = control.get(character) ?? (isKnown ? undefined : character.charCodeAt(0));
  return { isWide: /[DWS]/.test(character), ...(code !== undefined && { code }) };
}

function readCoded(scan: Scan, coded: string): Escaped {
  const code = /^\\[ux]/.test(coded) ? Number.parseInt(coded.slice(2), 16) : 0;
  inBmp(String.fromCharCode(code));
  take(scan, coded);
  return { isWide: false, code };
}

function readClass(scan: Scan): void {
  const isNegated = scan.text[scan.at + 1] === '^';
  take(scan, isNegated ? '[^' : '[');
  let isWide = false;
  let from: number | undefined;
  while (scan.at < scan.text.length && scan.text[scan.at] !== ']') {
    const character = scan.text[scan.at] ?? '';
    if (character === '-' && from !== undefined && scan.text[scan.at + 1] !== ']') {
      take(scan, '-');
      const to = readMember(scan).code ?? 0;
      if (from <= 0xdfff && to >= 0xd800) throw new OtherMeaning(beyondBmp);
      from = undefined;
    } else {
      const member = readMember(scan);
      isWide ||= member.isWide;
      from = member.code;
    }
  }
  take(scan, ']');
  // [^\S] holds nothing beyond the BMP, [^a] and [\S] do.
  if (isWide !== isNegated) judgeRepetition(scan);
}

function readMember(scan: Scan): Escaped {
  const character = scan.text[scan.at] ?? '';
  if (character === '\\') return readEscape(scan, true);
  take(scan, inBmp(character));
  return { isWide: false, code: character.charCodeAt(0) };
}

/** After something that matches characters beyond the BMP: whether two units do as well as one. */
function judgeRepetition(scan: Scan): void {
  const repetition = /\*|\+|\{[0-9]+,\}/y;
  repetition.lastIndex = scan.at;
  const found = repetition.exec(scan.text)?.[0];
  const mayBeAbsent = found === '*' || found === '{0,}';
  if (found === undefined || (!mayBeAbsent && scan.groups.at(-1)?.isNegated === true)) {
    throw new OtherMeaning(beyondBmp);
  }
  scan.isWider ||= !mayBeAbsent;
}

function take(scan: Scan, text: string, plain = text): void {
  scan.at += text.length;
  scan.plain += plain;
}

/** The character, if it is no half of one. */
function inBmp(character: string): string {
  if (character >= '\ud800' && character <= '\udfff') throw new OtherMeaning(beyondBmp);
  return character;
}

function compiles(pattern: string, flags: string): boolean {
  try {
    return new RegExp(pattern, flags) instanceof RegExp;
  } catch {
    return false;
  }
}
