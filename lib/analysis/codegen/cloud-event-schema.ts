import type { ContractDescription } from '../../core/contracts';
import type { JsonObject } from '../../core/schemas';

/**
 * The schema of an event as a consumer gets it: a structured CloudEvent 1.0, which holds the data
 * and no other source and type.
 *
 * Source: https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/cloudevents.json
 */
export function cloudEventSchema(
  { source, eventType, summary }: ContractDescription,
  name: string,
  dataReference: string,
): JsonObject {
  const only = (value: string, attribute: string): JsonObject => ({
    ...{ type: 'string', enum: [value], title: `${name}${attribute}` },
  });
  const text = (description: string): JsonObject => ({ type: 'string', description });
  return {
    type: 'object',
    ...(summary !== undefined && { description: summary }),
    properties: {
      specversion: only('1.0', 'Specversion'),
      id: text('Names the event within its source.'),
      source: only(source, 'Source'),
      type: only(eventType, 'Type'),
      time: text('When it happened: an RFC 3339 time with an offset.'),
      subject: text('What it is about, within its source.'),
      datacontenttype: text('Media type of the data; without it the data is JSON.'),
      dataschema: text('URI of the schema of the data.'),
      partitionkey: text('Events of one key keep their order where the channel keeps one.'),
      traceparent: text('Trace context of the producer.'),
      data: { $ref: dataReference },
    },
    required: ['specversion', 'id', 'source', 'type', 'data'],
  };
}
