import type { JsonObject } from '../../../core/schemas';
import { readDialect } from '../../../core/schemas/dialects';
import type { CatalogueEvent } from '../../catalogue';
import { embed } from './embed';

/** The attributes of a CloudEvent that every event on the wire has. */
const required = ['specversion', 'id', 'source', 'type', 'data'];

/**
 * The message: a structured CloudEvent with the contract's schema for its data, in the schema's own
 * draft, whose number AsyncAPI wants beside it.
 *
 * @param place the JSON pointer in the document at which the payload will stand.
 */
export function payloadOf(event: CatalogueEvent, place: string): JsonObject {
  const { source, eventType, schema } = event;
  const dialect = schema === undefined ? 'draft-07' : readDialect(schema['$schema'], '/$schema');
  const at = `${place}/schema/properties/data`;
  return {
    schemaFormat: `application/schema+json;version=${dialect}`,
    schema: {
      type: 'object',
      properties: {
        specversion: { type: 'string', enum: ['1.0'] },
        id: { type: 'string', minLength: 1, description: 'Names the event within its source.' },
        source: { type: 'string', enum: [source] },
        type: { type: 'string', enum: [eventType] },
        time: { type: 'string', format: 'date-time', description: 'When it happened.' },
        data: schema === undefined ? {} : embed(schema, at),
      },
      required,
    },
  };
}
