/** An event as PutEvents takes it. */
export interface PutEvent {
  readonly source: string;
  readonly detailType: string;
  readonly detail: object;
  /** @default [] */
  readonly resources?: readonly string[];
  /** RFC 3339. @default - unknown: EventBridge sets it */
  readonly time?: string;
  /** EventBridge's own id of the event. @default - unknown: EventBridge sets it */
  readonly id?: string;
}

/** By name. A type is String, String.Array, Number or Binary. */
export interface MessageAttributes {
  readonly [name: string]: {
    readonly DataType: string;
    readonly StringValue?: string;
    readonly BinaryValue?: Uint8Array;
  };
}

/** An event as SNS's Publish takes it. */
export interface TopicMessage {
  /** The body: a text, or what is published as JSON, a CloudEvent for instance. */
  readonly message: string | object;
  /** @default - none */
  readonly messageAttributes?: MessageAttributes;
  /** @default - none */
  readonly subject?: string;
  /** Required for a FIFO topic. @default - none */
  readonly messageGroupId?: string;
}

/** An event as SQS's SendMessage takes it. */
export interface QueueMessage {
  /** A text, or what is written as JSON, a CloudEvent for instance. */
  readonly body: string | object;
  /** @default - none */
  readonly messageAttributes?: MessageAttributes;
  /** Required for a FIFO queue; on a standard one it is for fair queues. @default - none */
  readonly messageGroupId?: string;
}

/** What a target gets, or why that can't be told. */
export type Delivered =
  | {
      /** The parsed JSON; the text itself where that is no JSON. */
      readonly body: unknown;
      /** The text, where it is no JSON: an InputTemplate of several lines of texts. */
      readonly text?: string;
      /** The message's attributes, where it has any. */
      readonly messageAttributes?: MessageAttributes;
      /** The group of a message for a FIFO or fair queue; a rule sets the same for every event. */
      readonly messageGroupId?: string;
    }
  | { readonly unknown: string };
