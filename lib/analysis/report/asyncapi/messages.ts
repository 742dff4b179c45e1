import type { JsonObject } from '../../../core/schemas';
import type { Catalogue, CatalogueEvent } from '../../catalogue';
import { exampleEvent } from '../example-event';
import { payloadOf } from './payload';

/** How an event is called within the document. */
export const eventName = ({ source, eventType }: CatalogueEvent): string =>
  `${source}/${eventType}`;

export function messageOf(
  event: CatalogueEvent,
  key: string,
  { channels }: Pick<Catalogue, 'channels'>,
): JsonObject {
  const { eventType, source, owner, summary, examples } = event;
  const onBus = channels.some(({ id, type }) => type === 'classicBus' && isOn(event, id));
  return {
    ...{ name: eventType, title: eventType, ...(summary !== undefined && { summary }) },
    contentType: 'application/cloudevents+json',
    ...(event.channels.length > 0 && !onBus && { headers: attributes(event) }),
    payload: payloadOf(event, `/components/messages/${key}/payload`),
    ...(examples.length > 0 && {
      examples: examples.map((data) => ({ payload: exampleEvent(event, data) })),
    }),
    tags: [{ name: source }],
    'x-owner': owner,
    'x-compatibility': event.compatibility,
    ...(event.versions.length > 0 && { 'x-version': event.versions.at(-1)?.version ?? 0 }),
  };
}

const isOn = (event: CatalogueEvent, channel: string): boolean => event.channels.includes(channel);

/** What a message of SNS or SQS carries beside its body. */
function attributes({ source, eventType }: CatalogueEvent): JsonObject {
  return {
    type: 'object',
    properties: {
      source: { type: 'string', const: source },
      type: { type: 'string', const: eventType },
    },
  };
}
