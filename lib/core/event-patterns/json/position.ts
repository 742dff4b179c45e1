/** A place in a text, both counted from 1; a column is a UTF-16 unit. */
export interface TextPosition {
  readonly line: number;
  readonly column: number;
}

export function positionIn(text: string, offset: number): TextPosition {
  const lines = text.slice(0, offset).split('\n');
  return { line: lines.length, column: (lines.at(-1) ?? '').length + 1 };
}

/** A text that is not JSON. */
export class JsonSyntaxError extends SyntaxError {
  /** What was found, and what was expected in its place. */
  readonly problem: string;
  readonly at: TextPosition;

  constructor(found: string, at: TextPosition, expected: string) {
    super(`${found} at line ${at.line}, column ${at.column}, not ${expected}`);
    this.name = 'JsonSyntaxError';
    this.problem = `${found}, not ${expected}`;
    this.at = at;
  }
}
