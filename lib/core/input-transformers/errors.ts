/** One thing that EventBridge refuses in what a target is to get. */
export interface InputProblem {
  /** Where: `Input`, `InputPath`, `InputTransformer.InputPathsMap.country` ... */
  readonly place: string;
  /** What was given there, undefined if nothing. */
  readonly value: unknown;
  /** What EventBridge takes there. */
  readonly expected: string;
}

/** How many problems the message spells out, and how much of each value. */
const spelledOut = 10;
const shownOfValue = 80;

/** The input of a rule's target that EventBridge refuses. */
export class InputTransformerError extends Error {
  /** The place of the first problem. */
  readonly place: string;
  /** The value of the first problem. */
  readonly value: unknown;
  /** What the first problem's place takes. */
  readonly expected: string;
  /** Everything that is wrong, the first problem included. */
  readonly problems: readonly InputProblem[];

  constructor(problems: readonly [InputProblem, ...InputProblem[]]) {
    const [first] = problems;
    super(`Input of a target: ${summarize(problems)}`);
    this.name = 'InputTransformerError';
    this.place = first.place;
    this.value = first.value;
    this.expected = first.expected;
    this.problems = problems;
  }
}

/** Throws all problems as one error, if there are any. */
export function refuse(problems: readonly InputProblem[]): void {
  const [first, ...others] = problems;
  if (first !== undefined) throw new InputTransformerError([first, ...others]);
}

function summarize(problems: readonly InputProblem[]): string {
  const sentences = problems
    .slice(0, spelledOut)
    .map(
      ({ place, value, expected }) =>
        `${shorten(place)} is ${describe(value)}; expected ${expected}.`,
    );
  const more = problems.length - sentences.length;
  return [...sentences, ...(more > 0 ? [`And ${more} more.`] : [])].join(' ');
}

/** Never walks into a value: it may be cyclic or endless. */
function describe(value: unknown): string {
  if (value === undefined) return 'missing';
  if (typeof value === 'string') return JSON.stringify(shorten(value));
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return `${value}`;
  if (typeof value !== 'object') return `a ${typeof value}`;
  return Array.isArray(value) ? 'an array' : 'an object';
}

function shorten(text: string): string {
  return text.length > shownOfValue ? `${text.slice(0, shownOfValue)}...` : text;
}
