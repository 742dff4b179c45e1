import { types } from 'node:util';

/** One thing that is wrong with an event. */
export interface CloudEventIssue {
  /**
   * The CloudEvents attribute at fault, in its spelling on the wire, also `data` and `data_base64`;
   * empty if it is the event as a whole.
   */
  readonly attribute: string;

  /** Where exactly: the attribute, a place in the data (`data.items[0].price`), or `DetailType`. */
  readonly path: string;

  /** What was found there; undefined if it is missing. */
  readonly value: unknown;

  /** What belongs there. */
  readonly expected: string;
}

/** How many issues the message spells out: a hostile event must not fill the log. */
const spelledOut = 10;
const shownOfText = 80;
const shownOfPath = 200;

/** An event that is not a CloudEvent 1.0, or that EventBridge would refuse or change. */
export class CloudEventError extends Error {
  /** The attribute of the first issue. */
  readonly attribute: string;

  /** The value of the first issue. */
  readonly value: unknown;

  /** What the first issue expects. */
  readonly expected: string;

  /** Everything that is wrong, the first issue included. */
  readonly issues: readonly CloudEventIssue[];

  constructor(issues: readonly [CloudEventIssue, ...CloudEventIssue[]]) {
    const [first] = issues;
    super(`Invalid CloudEvent: ${summarize(issues)}`);
    this.name = 'CloudEventError';
    this.attribute = first.attribute;
    this.value = first.value;
    this.expected = first.expected;
    this.issues = issues;
  }
}

/** An issue of a whole attribute. */
export function attributeIssue(
  attribute: string,
  value: unknown,
  expected: string,
): CloudEventIssue {
  return { attribute, path: attribute, value, expected };
}

/** Throws all issues as one error, if there are any. */
export function refuse(issues: readonly CloudEventIssue[]): void {
  const [first, ...others] = issues;
  if (first !== undefined) throw new CloudEventError([first, ...others]);
}

function summarize(issues: readonly CloudEventIssue[]): string {
  const sentences = issues
    .slice(0, spelledOut)
    .map(
      ({ path, value, expected }) =>
        `${shorten(path, shownOfPath)} is ${describe(value)}; expected ${expected}.`,
    );
  const more = issues.length - sentences.length;
  return [...sentences, ...(more > 0 ? [`And ${more} more.`] : [])].join(' ');
}

/** Never walks into a value: it may be cyclic, endless or secret. */
function describe(value: unknown): string {
  if (value === undefined) return 'missing';
  if (typeof value === 'string') return quote(value);
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return `${value}`;
  if (typeof value !== 'object') return `a ${typeof value}`;
  if (Array.isArray(value)) return 'an array';
  if (types.isDate(value))
    return Number.isNaN(value.getTime()) ? 'an invalid Date' : `the Date ${value.toISOString()}`;
  return 'an object';
}

/** A text as a message shows it. */
export function quote(text: string): string {
  return JSON.stringify(shorten(text, shownOfText));
}

function shorten(text: string, max: number): string {
  return text.length > max ? `${text.slice(0, max)}...` : text;
}
