/** The variants of the event-pattern language, by where a pattern stands. */
export type DialectName =
  /** A rule on a Classic bus. */
  | 'eventbridge'
  /** A filter of scope DATA of a subscriber on an EventBusV2. */
  | 'eventbridge-v2'
  /** A filter policy of an SNS subscription, of scope MessageAttributes. */
  | 'sns-attributes'
  /** A filter policy of an SNS subscription, of scope MessageBody. */
  | 'sns-body'
  /** A filter of a pipe. */
  | 'pipes'
  /** A filter of a Lambda event source mapping. */
  | 'lambda';
