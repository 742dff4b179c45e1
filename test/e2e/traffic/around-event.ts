import type { Message } from '@aws-sdk/client-sqs';
import type { Hop, MessageAttributes, SubscriptionHop } from '../../../lib/analysis';
import { parseCloudEvent } from '../../../lib/runtime';
import { differences } from '../differences';
import { keyOf, type Router } from './prediction';

/** What a message says beside its event. */
interface Around {
  readonly attributes: MessageAttributes;
  readonly group?: string;
}

/** Where a queue's messages have other attributes, or another group, than the template reader says. */
export function aroundMismatches(
  queue: string,
  messages: readonly Message[],
  waysOf: Router,
): string[] {
  return messages.flatMap(({ Body = '', MessageAttributes = {}, Attributes = {} }) => {
    const event = parseCloudEvent(Body);
    const hop = waysOf(event).find(({ to }) => typeof to === 'object' && keyOf(to) === queue);
    const found: Around = {
      attributes: plain(MessageAttributes),
      group: Attributes.MessageGroupId,
    };
    return differences(saidBy(hop), found).map((line) => `${queue}: ${event.id}${line}`);
  });
}

function saidBy(hop: Hop | SubscriptionHop | undefined): Around | undefined {
  const { delivers } = hop ?? {};
  if (!delivers || 'unknown' in delivers) return undefined;
  return { attributes: delivers.messageAttributes ?? {}, group: delivers.messageGroupId };
}

function plain(attributes: NonNullable<Message['MessageAttributes']>): MessageAttributes {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, { DataType = '', StringValue }]) => [
      name,
      { DataType, StringValue },
    ]),
  );
}
