import type { CloudEvent } from './cloud-event';
import { refuse } from './cloud-event-error';
import type { MessageAttribute } from './message-attribute';
import { messageAttributesOf } from './message-attributes';
import type { Destination } from './message-destination';
import { toDeduplicationId, toMessageGroupId } from './message-ids';
import type { MessageOptions } from './message-options';
import { messageIssues, sizeIssues } from './message-rules';
import { readCloudEvent } from './parse';
import { writeCloudEvent } from './write';

/** What the inputs of SNS and SQS have in common. */
export interface Message {
  readonly body: string;
  readonly around: MessageEnvelope;
}

/** The part of an input that has the same names in SNS and SQS. */
export interface MessageEnvelope {
  /** The event's `source` and `type`, and what was asked for. */
  readonly MessageAttributes: Readonly<Record<string, MessageAttribute>>;

  /** On FIFO the event's `partitionkey`; otherwise the tenant, if there is one. */
  readonly MessageGroupId?: string;

  /** On FIFO only, from the event's `source` and `id`. */
  readonly MessageDeduplicationId?: string;
}

/** The event in a message for a queue or topic, or an error with everything that is wrong. */
export function toMessage(
  event: CloudEvent,
  destination: Destination,
  options: MessageOptions,
): Message {
  const checked = readCloudEvent(event);
  refuse(messageIssues(checked, destination, options));
  const group = destination.isFifo ? String(checked.partitionkey) : options.messageGroup;
  const body = writeCloudEvent(checked);
  const around = {
    MessageAttributes: messageAttributesOf(checked, options),
    ...(group !== undefined && { MessageGroupId: toMessageGroupId(group) }),
    ...(destination.isFifo && { MessageDeduplicationId: toDeduplicationId(checked) }),
  };
  refuse(sizeIssues(body, around.MessageAttributes, destination));
  return { body, around };
}
