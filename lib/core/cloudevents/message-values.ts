import { sns } from '../limits';
import type { MessageAttribute } from './message-attribute';
import { writeJson } from './write';

// A filter on message attributes sees a text as a number, true or null only where the attribute's
// type says so. So each JSON value becomes the attribute that such a filter takes for this value:
// whoever filters on the body and whoever filters on attributes get the same events.
//
// SNS builds JSON of the attributes to match them. A text with a quotation mark, a backslash or a
// control in an attribute of type String breaks it: then no subscription with such a filter gets the
// message, whatever attribute it filters on, and nobody is told but a metric. In a String.Array the
// text is escaped as JSON. There an empty text has its place too, which AWS refuses in a String.
// https://docs.aws.amazon.com/sns/latest/dg/sns-message-attributes.html
// https://github.com/php-enqueue/enqueue-dev/issues/1307
// https://github.com/aws/aws-sdk-java-v2/issues/5828

type Scalar = string | number | boolean | null;

/** A place inside a value, and what belongs there. */
export interface ValueFault {
  /** Behind the path of the value: empty, or the index of a list. */
  readonly at: string;
  readonly value: unknown;
  readonly expected: string;
}

const escaped = /["\\\p{Cc}\ufffe\uffff]/u;

/** The attribute that says a text: of type String unless it would break the filters there. */
export function attributeOfText(text: string): MessageAttribute {
  return text === '' || escaped.test(text)
    ? arrayOf([text])
    : { DataType: 'String', StringValue: text };
}

/** The attribute that says a value without a fault; an empty list has nothing that matches. */
export function attributeOfValue(value: Scalar | readonly Scalar[]): MessageAttribute | undefined {
  if (typeof value === 'string') return attributeOfText(value);
  if (typeof value === 'number') return { DataType: 'Number', StringValue: String(value) };
  if (typeof value === 'boolean' || value === null) return arrayOf([value]);
  return value.length === 0 ? undefined : arrayOf(value);
}

/** The first place of a value that no attribute can say. */
export function valueFault(value: unknown): ValueFault | undefined {
  if (!Array.isArray(value)) return scalarFault(value, '');
  for (const [index, item] of value.entries()) {
    const fault = scalarFault(item, `[${index}]`);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function arrayOf(values: readonly Scalar[]): MessageAttribute {
  return { DataType: 'String.Array', StringValue: writeJson(values) };
}

function scalarFault(value: unknown, at: string): ValueFault | undefined {
  if (typeof value === 'object' && value !== null) {
    const expected = 'text, a number, a boolean, null or a list of these to be a message attribute';
    return { at, value, expected };
  }
  return typeof value !== 'number' || fits(value)
    ? undefined
    : { at, value, expected: numberExpected };
}

const { number, numberFraction } = sns;
const numberExpected = `a number from ${number.min} to ${number.max} with at most ${numberFraction.max} digits after the decimal point, which is all that SNS compares`;

function fits(value: number): boolean {
  const inRange = value >= number.min && value <= number.max;
  return inRange && Number(value.toFixed(numberFraction.max)) === value;
}
