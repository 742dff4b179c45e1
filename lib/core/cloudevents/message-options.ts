/** What a message can say beside its event, on a queue and on a topic. */
export interface MessageOptions {
  /**
   * Names of further attributes of the event, such as `subject`, to be copied into message
   * attributes, where a filter on attributes finds them. The event in the body is whole without
   * them. At most 10 with `source` and `type`; one that an event lacks is left out.
   *
   * @default - `source` and `type` alone
   */
  readonly attributes?: readonly string[];

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
