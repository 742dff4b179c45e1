import { EventContract } from '../../../lib';
import type { JsonObject } from '../../../lib/core/schemas';

const text = { type: 'string' };

export const fields = (status: string[], more: JsonObject = {}): JsonObject => ({
  type: 'object',
  properties: { id: text, status: { enum: status }, ...more },
});

export const described = { ...fields(['open']), description: 'An order.' };
export const noted = fields(['open'], { note: text });
export const broken = fields(['open', 'void']);

export const event = (eventType: string, schema?: JsonObject): EventContract =>
  EventContract.of({ source: 'shop.checkout', owner: 'checkout', eventType, schema });
