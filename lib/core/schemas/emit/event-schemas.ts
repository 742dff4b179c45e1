/** The envelope of EventBridge, and the CloudEvent in its `detail`, as schemas. */
import { envelopeProperties, requiredMembers } from '../../cloudevents/envelope-attributes';
import type { JsonObject } from '../json';
import type { DescribedEvent } from './emit-event';

const text: JsonObject = { type: 'string' };
const time: JsonObject = { type: 'string', format: 'date-time' };

/**
 * As AWS writes its own: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html
 *
 * @param detail the reference to the CloudEvent
 */
export function envelopeSchema({ source, eventType }: DescribedEvent, detail: string): JsonObject {
  const properties = {
    ...{ account: text, 'detail-type': text, id: text, region: text, source: text },
    ...{ resources: { type: 'array', items: text }, time, version: text },
    detail: { $ref: detail },
  };
  return {
    type: 'object',
    required: Object.keys(properties).sort(),
    properties,
    'x-amazon-events-source': source,
    'x-amazon-events-detail-type': eventType,
  };
}

/** @param data the reference to the contract's data */
export function cloudEventSchema(event: DescribedEvent, data: string): JsonObject {
  const { summary } = event;
  return {
    type: 'object',
    ...(summary !== undefined && { description: summary }),
    required: [...requiredMembers].sort(),
    properties: { ...envelopeProperties(event), data: { $ref: data } },
  };
}
