/**
 * The attributes of an event on the wire, for whoever describes them to people or as a schema: in
 * documents, in a registry, in code, in the models of an API. What a strict reader checks of them
 * stands in `attribute-rules.ts`.
 *
 * Sources: https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/spec.md#context-attributes,
 * https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/cloudevents.json,
 * and of the extensions: .../cloudevents/extensions/{partitioning,distributed-tracing}.md
 */
export interface EnvelopeAttribute {
  readonly name: string;
  readonly description: string;
  /** As far as JSON Schema of every draft says it alike. */
  readonly schema: EnvelopeText;
  readonly required?: true;
}

export interface EnvelopeText {
  readonly type: 'string';
  readonly minLength?: 1;
  readonly format?: 'date-time' | 'uri';
}

/** An extension may be empty: `extensionRule` takes it so. */
const text = { type: 'string' } as const;
const some = { type: 'string', minLength: 1 } as const;

export const envelopeAttributes = [
  {
    ...{ name: 'specversion', schema: some, required: true },
    description: 'Version of CloudEvents.',
  },
  {
    ...{ name: 'id', schema: some, required: true },
    description: 'Names the event within its source.',
  },
  { name: 'source', schema: some, required: true, description: 'Who emits it.' },
  { name: 'type', schema: some, required: true, description: 'What happened.' },
  {
    ...{ name: 'time', schema: { type: 'string', format: 'date-time' } },
    description: 'When it happened: an RFC 3339 time with an offset.',
  },
  { name: 'subject', schema: some, description: 'What it is about, within its source.' },
  {
    ...{ name: 'datacontenttype', schema: some },
    description: 'Media type of the data; without it the data is JSON.',
  },
  {
    ...{ name: 'dataschema', schema: { ...some, format: 'uri' } },
    description: 'URI of the schema of the data.',
  },
  {
    ...{ name: 'partitionkey', schema: text },
    description: 'Events of one key keep their order where the channel keeps one.',
  },
  { name: 'traceparent', schema: text, description: 'Trace context of the producer.' },
] as const satisfies readonly EnvelopeAttribute[];

/** What every event here has: its data too, though CloudEvents doesn't ask for it. */
export const requiredMembers: readonly string[] = [
  ...envelopeAttributes.flatMap((one: EnvelopeAttribute) => (one.required ? [one.name] : [])),
  'data',
];

/** What the attributes are that an event has from its contract. */
export function fixedAttributes(contract: {
  readonly source: string;
  readonly eventType: string;
}): ReadonlyMap<string, string> {
  const { source, eventType } = contract;
  return new Map([
    ['specversion', '1.0'],
    ['source', source],
    ['type', eventType],
  ]);
}

export type EnvelopeSchema =
  | (EnvelopeText & { readonly description: string })
  | { readonly type: 'string'; readonly enum: string[]; readonly description: string };

/** The attributes of a contract's events as the properties of a schema. */
export function envelopeProperties(contract: {
  readonly source: string;
  readonly eventType: string;
}): Record<string, EnvelopeSchema> {
  const fixed = fixedAttributes(contract);
  const schemas = envelopeAttributes.map(({ name, description, schema }) => {
    const value = fixed.get(name);
    const own = value === undefined ? schema : { type: 'string' as const, enum: [value] };
    return [name, { ...own, description }] as const;
  });
  return Object.fromEntries(schemas);
}
