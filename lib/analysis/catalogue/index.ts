/** Every event of an app, as data that reports read. */
export type { AcceptedVersion, Change, ContractDescription } from '../../core/contracts';
export type { JsonObject, JsonValue } from '../../core/schemas';
export { type AcceptedVersions, readCatalogue } from './catalogue';
export type {
  Catalogue,
  CatalogueChannel,
  CatalogueConsumer,
  CatalogueEvent,
  CatalogueFilter,
  CatalogueProducer,
  CatalogueVersion,
  FieldRow,
  SchemaField,
  SchemaFields,
  SchemaShape,
} from './model';
