import { envelopeProperties, requiredMembers } from '../../../core/cloudevents/envelope-attributes';
import type { JsonObject } from '../../../core/schemas';
import { readDialect } from '../../../core/schemas/dialects';
import type { CatalogueEvent } from '../../catalogue';
import { embed } from './embed';

/**
 * The message: a structured CloudEvent with the contract's schema for its data, in the schema's own
 * draft, whose number AsyncAPI wants beside it.
 *
 * @param place the JSON pointer in the document at which the payload will stand.
 */
export function payloadOf(event: CatalogueEvent, place: string): JsonObject {
  const { schema } = event;
  const dialect = schema === undefined ? 'draft-07' : readDialect(schema['$schema'], '/$schema');
  const at = `${place}/schema/properties/data`;
  return {
    schemaFormat: `application/schema+json;version=${dialect}`,
    schema: {
      type: 'object',
      properties: {
        ...envelopeProperties(event),
        data: schema === undefined ? {} : embed(schema, at),
      },
      required: [...requiredMembers],
    },
  };
}
