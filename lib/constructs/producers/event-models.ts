import { requiredMembers } from '../../core/cloudevents/envelope-attributes';
import type { JsonObject, JsonValue } from '../../core/schemas';

/** What is asked of the body of a request, a model for each content type. */
export interface EventModels {
  readonly data: JsonObject;
  readonly event: JsonObject;
  readonly batch: JsonObject;
}

const textOrNull = { type: ['string', 'null'] } as const;

/**
 * CloudEvents 1.0 as far as a model can say it; the mapping templates say the rest. An attribute may
 * be null here, which is none, and a model is for no reader: so it has no descriptions.
 */
const attributes = {
  specversion: { enum: ['1.0'] },
  id: { type: 'string', minLength: 1 },
  time: textOrNull,
  subject: textOrNull,
  dataschema: textOrNull,
  datacontenttype: textOrNull,
  data_base64: { type: 'null' },
} as const;

/**
 * Each model has the schema of the data within itself: API Gateway knows references from model to
 * model, but whether definitions are still found through one is not written anywhere.
 *
 * @param data the schema of a contract as API Gateway takes it
 */
export function eventModels(source: string, eventType: string, data: JsonObject): EventModels {
  const { $schema = '', definitions = {}, ...root } = data;
  const name = freeName(definitions as JsonObject);
  const moved = moveRoot({ root, definitions }, name) as { root: JsonObject; definitions: object };
  const isRecursive = JSON.stringify(moved) !== JSON.stringify({ root, definitions });
  const all = { ...moved.definitions, ...(isRecursive && { [name]: moved.root }) } as JsonObject;
  const event: JsonObject = {
    type: 'object',
    required: [...requiredMembers],
    properties: {
      ...attributes,
      source: { enum: [source] },
      type: { enum: [eventType] },
      data: isRecursive ? { $ref: `#/definitions/${name}` } : root,
    },
    additionalProperties: { type: ['string', 'boolean', 'integer', 'null'] },
  };
  const shared = { $schema, ...(Object.keys(all).length > 0 && { definitions: all }) };
  const batch: JsonObject = { type: 'array', minItems: 1, maxItems: 10, items: event };
  return { data, event: { ...event, ...shared }, batch: { ...batch, ...shared } };
}

function freeName(definitions: JsonObject): string {
  let name = 'data';
  while (Object.hasOwn(definitions, name)) name += '_';
  return name;
}

/** A reference to the whole is one to a definition once the whole stands within another. */
function moveRoot(value: JsonValue, name: string): JsonValue {
  if (Array.isArray(value)) return value.map((one: JsonValue) => moveRoot(one, name));
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value as JsonObject).map(([key, member]): [string, JsonValue] => {
    if (key === 'enum' && Array.isArray(member)) return [key, member];
    return [
      key,
      key === '$ref' && member === '#' ? `#/definitions/${name}` : moveRoot(member, name),
    ];
  });
  return Object.fromEntries(members);
}
