/** Synthesised templates, as far as the matrix reads them. */

export type Fields = Readonly<Record<string, unknown>>;

export interface Resource {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  readonly properties: Fields;
}

export interface Templates {
  readonly [stack: string]: Fields;
}

export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? value : [value];
}

export function resourcesOf(templates: Templates): Resource[] {
  return Object.entries(templates).flatMap(([stack, template]) =>
    Object.entries(fieldsOf(template['Resources'])).map(([logicalId, raw]) => {
      const { Type: type, Properties: properties } = fieldsOf(raw);
      return { stack, logicalId, type: String(type), properties: fieldsOf(properties) };
    }),
  );
}

/** What the tables call it: the logical id without the hash that CDK puts at its end. */
export function nameOf({ logicalId }: Resource): string {
  return logicalId.replace(/[0-9A-F]{8}$/, '');
}
