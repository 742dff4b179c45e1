import { type Message, SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Flow, QueueMessage, QueueNode } from '../../../lib/analysis';
import { type CloudEvent, fromSqsMessage } from '../../../lib/runtime';
import { differences } from '../differences';
import { keyOf } from '../traffic/prediction';

export interface Moved {
  /** What the template reader says that the pipe puts into its target, in the order of arrival. */
  readonly put: readonly QueueMessage[];
  readonly mismatches: readonly string[];
}

/**
 * What a pipe would make of what lies in its source, by the template.
 *
 * @param groupOf the group that the example asks for
 */
export function movedBy(
  flow: Flow,
  from: QueueNode,
  to: QueueNode,
  messages: readonly Message[],
  groupOf: (event: CloudEvent) => string,
): Moved {
  const put: QueueMessage[] = [];
  const mismatches = messages.flatMap((message) => {
    const { Body: body = '' } = message;
    const { hops } = flow.route({ body }, { channel: from.name });
    const said = hops.flatMap((hop) => ('pipe' in hop && hop.onward?.event ? [hop] : []));
    const [{ onward } = { onward: undefined }] = said;
    const event = fromSqsMessage(message);
    if (onward?.event) put.push(onward.event);
    const wanted = [{ verdict: 'delivered', to: keyOf(to), group: groupOf(event), event }];
    const found = said.map(({ verdict, onward }) => ({
      verdict,
      to: onward && keyOf(onward.channel),
      group: onward?.event?.messageGroupId,
      event: onward?.event && fromSqsMessage({ Body: textOf(onward.event) }),
    }));
    return differences(wanted, found).map((line) => `the pipe, of ${event.id}${line}`);
  });
  return { put, mismatches };
}

/** Puts each into the queue twice, as a pipe does that was interrupted. */
export async function putTwice(
  client: SQSClient,
  QueueUrl: string,
  messages: readonly QueueMessage[],
): Promise<void> {
  for (const message of messages) {
    const input = {
      QueueUrl,
      MessageBody: textOf(message),
      MessageGroupId: message.messageGroupId,
    };
    await client.send(new SendMessageCommand(input));
    await client.send(new SendMessageCommand(input));
  }
}

export const textOf = ({ body }: QueueMessage): string =>
  typeof body === 'string' ? body : JSON.stringify(body);
