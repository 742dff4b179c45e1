const shownOfPointer = 200;
const shownOfValue = 80;

/** A schema that can't be read, or that can't become what it was asked to. */
export class SchemaError extends Error {
  /** JSON pointer to the place in the given schema; empty if it is the schema as a whole. */
  readonly pointer: string;
  /** What is wrong there, with the value that was given. */
  readonly problem: string;
  /** What belongs there. */
  readonly expected: string;

  constructor(pointer: string, problem: string, expected: string) {
    const place = pointer === '' ? '' : `, ${shorten(pointer, shownOfPointer)}`;
    super(`Schema${place}: ${problem}. Expected ${expected}.`);
    this.name = 'SchemaError';
    this.pointer = pointer;
    this.problem = problem;
    this.expected = expected;
  }
}

/** A value as a message shows it. Never walks into it: it may be cyclic, endless or secret. */
export function show(value: unknown): string {
  if (typeof value === 'string') return JSON.stringify(shorten(value, shownOfValue));
  if (Array.isArray(value)) return value.length === 0 ? '[]' : 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  return typeof value === 'function' || typeof value === 'symbol'
    ? `a ${typeof value}`
    : String(value);
}

function shorten(text: string, max: number): string {
  return text.length > max ? `${text.slice(0, max)}...` : text;
}
