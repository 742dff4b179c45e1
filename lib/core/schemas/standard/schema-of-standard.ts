import type { JsonObject } from '../json';
import { readSchema } from '../read-schema';
import { SchemaError } from '../schema-error';
import { arktypeOptions, lostFlags, withStableNames } from './arktype';
import { collectLosses, type PlacedLoss } from './loss';
import { type StandardProps, standardProps } from './standard-schema';
import { valibotOptions } from './valibot';
import { zodOptions } from './zod';

/** The newest first: it says the most. Each library has its own set. */
const targets = ['draft-2020-12', 'draft-07', 'draft-04'];

/** What is passed on to the converter of a library, so that it tells what it can't carry. */
const optionsOf: Readonly<Record<string, object>> = {
  arktype: arktypeOptions,
  valibot: valibotOptions,
  zod: zodOptions,
};

export interface ConvertedSchema {
  readonly schema: JsonObject;
  /** What the JSON Schema doesn't say of the library's schema. */
  readonly losses: readonly PlacedLoss[];
}

/**
 * The JSON Schema of what travels, by a library's own converter; the same schema gives the same.
 *
 * @throws SchemaError if the library has no converter, or its converter gives up.
 */
export function schemaOfStandard(schema: unknown): ConvertedSchema {
  const props = standardProps(schema);
  const vendor = String(props?.vendor);
  if (props === undefined || typeof props.jsonSchema?.input !== 'function') {
    throw new SchemaError(
      '',
      `a schema of ${vendor} that gives no JSON Schema`,
      converterOf(vendor),
    );
  }
  const json = readSchema(convert(props, vendor));
  const isArktype = vendor === 'arktype';
  const [converted, losses] = collectLosses(isArktype ? withStableNames(json) : json);
  const placeless = isArktype ? lostFlags(schema) : [];
  return {
    schema: converted,
    losses: [...losses, ...placeless.map((loss) => ({ ...loss, pointer: '' }))],
  };
}

function convert({ jsonSchema }: StandardProps, vendor: string): unknown {
  const input = jsonSchema?.input as (options: object) => unknown;
  const libraryOptions = Object.hasOwn(optionsOf, vendor) ? optionsOf[vendor] : undefined;
  let first: unknown;
  for (const target of targets) {
    try {
      return input.call(jsonSchema, { target, libraryOptions });
    } catch (error) {
      first ??= error;
    }
  }
  const reason = first instanceof Error ? first.message : String(first);
  throw new SchemaError('', `${vendor} can't say it in JSON Schema (${reason})`, 'what JSON has');
}

const converters: Readonly<Record<string, string>> = {
  zod: 'a schema of zod 4.2 or newer; or, of zod/mini and older ones, z.toJSONSchema(schema, { io: "input" })',
  valibot: 'toStandardJsonSchema(schema) of @valibot/to-json-schema 1.5 or newer',
  arktype: 'a type of a newer arktype, 2.2 at least; or type.in.toJsonSchema()',
};

const converterOf = (vendor: string): string =>
  (Object.hasOwn(converters, vendor) ? converters[vendor] : undefined) ??
  'a schema with "~standard.jsonSchema", as https://standardschema.dev/json-schema has it, or plain JSON Schema';
