/** What a message can say beside its event, on a queue and on a topic. */
export interface MessageOptions {
  /**
   * Names of further attributes of the event, such as `subject`, to be copied into message
   * attributes, where a filter on attributes finds them. The event in the body is whole without
   * them. At most 10 with `source`, `type` and `dataAttributes`; one that an event lacks is left
   * out. A text with a quotation mark or a backslash becomes JSON in a `String.Array`, as it would
   * keep SNS from filtering the message.
   *
   * @default - `source` and `type` alone
   */
  readonly attributes?: readonly string[];

  /**
   * Paths of fields of the event's `data`, such as `shipTo.country`, to be copied into message
   * attributes of that name: the `filterAttributes` of a topic whose subscriptions filter on
   * attributes. A filter takes the copy for what it takes the field for: text becomes `String`, a
   * number `Number`; a boolean, `null`, a list of these, an empty text and a text with a quotation
   * mark, a backslash or a control become JSON in a `String.Array`.
   *
   * A field that the event lacks is left out, and so is an empty list, in which nothing matches.
   * Refused are: an object, a list with objects or lists in it, a path that leads through a list, a
   * number beyond +-1,000,000,000 or with more than 5 digits after the decimal point (SNS compares no
   * others), and a path that is also the name of an attribute that is copied. At most 10 with
   * `attributes`, `source` and `type`.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/sns/latest/dg/sns-message-attributes.html
   */
  readonly dataAttributes?: readonly string[];

  /**
   * On a standard queue: the tenant that the event belongs to, at least one character, so that one
   * tenant's flood does not delay the others (SQS fair queues). A standard topic hands it to its
   * standard queues. What SQS's alphabet does not hold is replaced by its SHA-256. On a FIFO queue
   * or topic it is refused: there the event's `partitionkey` is the group.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-fair-queues.html
   */
  readonly messageGroup?: string;
}
