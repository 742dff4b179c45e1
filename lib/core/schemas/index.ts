/** JSON Schema: what contracts are written in, and what others read of it. */
export type { LostKeyword } from './api-gateway/given';
export { type LoweredSchema, lowerForApiGateway } from './api-gateway/lower-for-api-gateway';
export type { JsonObject, JsonValue } from './json';
export { SchemaError } from './schema-error';
