/** A message attribute, as SNS and SQS take it. */
export interface MessageAttribute {
  /**
   * `Number` for a number, so that a numeric filter matches it; `String.Array` for what only JSON
   * says: a list, `true`, `null`, an empty text, a text that has to be escaped. `String` otherwise.
   */
  readonly DataType: 'String' | 'Number' | 'String.Array';

  /**
   * A text as it is; a number in digits; of a boolean attribute of the event the CloudEvents
   * canonical string, `true` or `false`; JSON in a `String.Array`.
   */
  readonly StringValue: string;
}

export type MessageAttributes = Readonly<Record<string, MessageAttribute>>;
