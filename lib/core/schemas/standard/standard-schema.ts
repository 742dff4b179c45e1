/**
 * A schema of any library, seen through `~standard` alone: no library is imported, so each can be
 * used, in any version, and none has to be installed.
 *
 * @see https://standardschema.dev/schema and https://standardschema.dev/json-schema
 *
 * @jsii ignore
 */
export interface StandardSchema<Input = unknown> {
  readonly '~standard': {
    readonly version: number;
    /** The library: `zod`, `valibot`, `arktype` ... */
    readonly vendor: string;
    /** For the compiler only. `input` is what travels, `output` what a reader makes of it. */
    readonly types?: { readonly input: Input; readonly output: unknown } | undefined;
  };
}

/** The type of what travels: before defaults and transformations of a reader. */
export type InputOf<Schema extends StandardSchema> = NonNullable<
  Schema['~standard']['types']
>['input'];

/** What the two specifications ask of `~standard`, read with distrust. */
export interface StandardProps {
  readonly vendor: string;
  readonly jsonSchema?: { readonly input?: unknown };
  readonly validate?: unknown;
}

/** A function counts too: schemas of arktype are functions. */
export function standardProps(schema: unknown): StandardProps | undefined {
  if ((typeof schema !== 'object' || schema === null) && typeof schema !== 'function') {
    return undefined;
  }
  const props: unknown = Reflect.get(schema, '~standard');
  return typeof props === 'object' && props !== null && 'vendor' in props
    ? (props as StandardProps)
    : undefined;
}

/**
 * Whether JSON Schema is to be asked of it. What `z.toJSONSchema()` gives is JSON Schema already,
 * made with the options of its author, and carries a hidden `~standard` beside it.
 */
export function isStandardSchema(schema: unknown): boolean {
  if (standardProps(schema) === undefined) return false;
  const isHidden = Object.getOwnPropertyDescriptor(schema, '~standard')?.enumerable === false;
  return !isHidden || '_zod' in Object(schema);
}
