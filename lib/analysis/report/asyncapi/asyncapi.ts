/**
 * The catalogue as AsyncAPI: what travels on which channel, who sends it and who receives it, the
 * whole app as one document. The same catalogue gives the same bytes.
 *
 * Source: https://www.asyncapi.com/docs/reference/specification/v3.1.0
 */
import type { JsonObject } from '../../../core/schemas';
import type { Catalogue, CatalogueChannel, CatalogueEvent } from '../../catalogue';
import { keysOf } from './keys';
import { eventName, messageOf } from './messages';
import { operationsOf } from './operations';

export function toAsyncApi(catalogue: Catalogue): JsonObject {
  const { events, channels } = catalogue;
  const messages = keysOf(events.map(eventName));
  const channelKeys = keysOf(channels.map(({ id }) => id));
  const keyOf = (event: CatalogueEvent): string => messages.get(eventName(event)) ?? '';
  return {
    asyncapi: '3.1.0',
    info: { title: 'Events', version: '1.0.0' },
    defaultContentType: 'application/cloudevents+json',
    channels: Object.fromEntries(
      channels.map((channel) => {
        const own = events.filter((event) => event.channels.includes(channel.id)).map(keyOf);
        return [channelKeys.get(channel.id) ?? '', channelOf(channel, own)];
      }),
    ),
    operations: operationsOf(catalogue, channelKeys, messages),
    components: {
      messages: Object.fromEntries(
        events.map((event) => [keyOf(event), messageOf(event, keyOf(event), catalogue)]),
      ),
    },
  };
}

const kinds = {
  classicBus: 'EventBridge event bus',
  standardTopic: 'SNS topic',
  fifoTopic: 'SNS FIFO topic',
  queue: 'SQS queue',
  fifoQueue: 'SQS FIFO queue',
} as const satisfies Record<CatalogueChannel['type'], string>;

function channelOf(channel: CatalogueChannel, messages: readonly string[]): JsonObject {
  const { name, type, address, stack } = channel;
  return {
    ...{ address: address ?? null, title: name, summary: kinds[type] },
    messages: Object.fromEntries(
      messages.map((key) => [key, { $ref: `#/components/messages/${key}` }]),
    ),
    ...(stack !== undefined && { 'x-stack': stack }),
  };
}
