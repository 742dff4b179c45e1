export type { ISchemaRegistry, ISchemaRegistryGrants } from './i-schema-registry';
export { SchemaFormat } from './schema-format';
export { SchemaRegistry } from './schema-registry';
export type { RegistrationProps, SchemaRegistryProps } from './schema-registry-props';
