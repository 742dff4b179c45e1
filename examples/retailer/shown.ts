const LONGEST = 40;

/**
 * A value from a file as it may stand in a message: in quotes, on one line, cut after 40
 * characters, and without the control characters by which a hostile file could steer the terminal.
 */
export function shown(value: string): string {
  const clipped = value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value;
  return `'${clipped.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, escaped)}'`;
}

function escaped(character: string): string {
  return `\\u{${character.codePointAt(0)?.toString(16)}}`;
}
