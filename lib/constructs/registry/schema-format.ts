/**
 * The language that a schema is registered in.
 */
export enum SchemaFormat {
  /**
   * OpenAPI 3.0. AWS's code bindings for Go, Java, Python and TypeScript are made from it, by the
   * console, the CLI and the IDE toolkits.
   */
  OPEN_API_3 = 'OpenApi3',

  /**
   * JSON Schema of draft-04. AWS makes no code bindings from it.
   */
  JSON_SCHEMA_DRAFT_4 = 'JSONSchemaDraft4',
}
