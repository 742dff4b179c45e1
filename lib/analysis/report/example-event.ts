import type { JsonObject } from '../../core/schemas';
import type { CatalogueEvent } from '../catalogue';

/** An example of the contract as it travels. Id and time are the same in every report. */
export function exampleEvent({ source, eventType }: Name, data: JsonObject): JsonObject {
  return {
    ...{ specversion: '1.0', id: 'example-1', source, type: eventType },
    ...{ time: '2026-01-31T09:30:00Z', datacontenttype: 'application/json', data },
  };
}

type Name = Pick<CatalogueEvent, 'source' | 'eventType'>;
