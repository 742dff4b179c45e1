/**
 * A text as far as a template tells it. What only a deployment decides stands in it as a hole,
 * `⟨AWS::Region⟩` or, for the name that CloudFormation makes up for a resource,
 * `⟨stack/logicalId⟩`. Two equal holes are the same value; so ARNs of a template compare like plain
 * texts, and where a hole would have to be guessed the comparison can say so. Only labels of
 * made-up names contain a slash.
 */

const HOLE = /⟨[^⟩]*⟩/g;
const PIECES = /⟨[^⟩]*⟩|[\s\S]/g;
const MADE_UP = /^⟨([^/⟩]*)\/([^⟩]*)⟩$/;

/** Wildcards are pieces of more than one character, so that no character of a text equals them. */
export const ANY = 'any';
export const ONE = 'one';

function label(text: string): string {
  return text.replace(/[%⟨⟩/]/g, (character) => encodeURIComponent(character));
}

/** A value that the templates don't tell; the label is what a reader sees of it. */
export function unknownText(what: string): string {
  return `⟨${label(what)}⟩`;
}

/** The name that CloudFormation makes up for a resource without a physical one. */
export function madeUpName(stack: string, logicalId: string): string {
  return `⟨${label(stack)}/${label(logicalId)}⟩`;
}

/**
 * A text of the template itself. One that contains our own brackets can't be told from a hole, so
 * it counts as unknown.
 */
export function literalText(text: string): string {
  return /[⟨⟩]/.test(text) ? unknownText(`text ${text}`) : text;
}

export function hasHole(text: string): boolean {
  return text.includes('⟨');
}

export function holesOf(text: string): string[] {
  return [...new Set(text.match(HOLE) ?? [])];
}

/** What of a text is known, and how many holes it has. */
export function knownPart(text: string): { readonly known: string; readonly holes: number } {
  if (!hasHole(text)) return { known: text, holes: 0 };
  return { known: text.replace(HOLE, ''), holes: text.match(HOLE)?.length ?? 0 };
}

export function isHole(piece: string): boolean {
  return piece.startsWith('⟨');
}

export function isMadeUpName(piece: string): boolean {
  return MADE_UP.test(piece);
}

/** Characters and holes; with wildcards, `*` and `?` as IAM reads them. */
export function piecesOf(text: string, wildcards: boolean): string[] {
  const pieces = text.match(PIECES) ?? [];
  if (!wildcards) return pieces;
  return pieces.map((piece) => (piece === '*' ? ANY : piece === '?' ? ONE : piece));
}

/**
 * What a hole may turn out to be. A made-up name starts with the stack's name and the logical id,
 * of which CloudFormation may cut the end, so only the first ten characters are relied on; any
 * other hole may be anything.
 */
export function possibleTexts(piece: string): string[] {
  if (!isHole(piece)) return [piece];
  const [, stack, logicalId] = MADE_UP.exec(piece) ?? [];
  if (stack === undefined || logicalId === undefined) return [ANY];
  const start = stack.length < 10 ? `${stack}-${logicalId.slice(0, 10)}` : stack.slice(0, 10);
  return [...start, ANY];
}

/**
 * Splits at a character that stands in the text itself, never inside the label of a hole. The last
 * of at most `limit` parts keeps the rest.
 */
export function splitText(text: string, separator: string, limit = Number.POSITIVE_INFINITY) {
  const parts = [''];
  for (const piece of text.match(PIECES) ?? []) {
    if (piece === separator && parts.length < limit) parts.push('');
    else parts[parts.length - 1] += piece;
  }
  return parts;
}
