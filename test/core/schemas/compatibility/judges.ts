import Ajv, { type Options } from 'ajv';
import Ajv2019 from 'ajv/dist/2019';
import Ajv2020 from 'ajv/dist/2020';
import draft6 from 'ajv/dist/refs/json-schema-draft-06.json';
import AjvDraft04 from 'ajv-draft-04';
import type { Draft, Json } from '../api-gateway/any-schema';

const options: Options = { strict: false, validateFormats: false, logger: false };

const makers: Record<Draft, () => Ajv> = {
  'draft-04': () => new AjvDraft04(options),
  'draft-06': () => new Ajv(options).addMetaSchema(draft6),
  'draft-07': () => new Ajv(options),
  '2019-09': () => new Ajv2019(options),
  '2020-12': () => new Ajv2020(options),
};

export const drafts = Object.keys(makers) as Draft[];

/** Undefined where ajv finds no verdict. */
export type Judge = (value: Json) => boolean | undefined;

/** What ajv says of data by a schema; undefined where it can't compile the schema. */
export function judgeOf(draft: Draft, schema: object): Judge | undefined {
  if (isMisread(schema as Json)) return undefined;
  try {
    const said = /^draft/.test(draft) ? withoutSiblings(schema as Json) : schema;
    const validate = makers[draft]().compile(said as object);
    return (value) => {
      try {
        return validate(value) === true;
      } catch (error) {
        if (isOfAjv(error)) return undefined;
        throw error;
      }
    };
  } catch (error) {
    if (isOfAjv(error)) return undefined;
    throw error;
  }
}

/**
 * A reference leads nowhere, or `nullable` stands without a type. Or it overflows where a schema
 * leads back to itself, and names variables that are not there.
 */
function isOfAjv(error: unknown): boolean {
  const isRefused = error instanceof Error && /^can't resolve|nullable/.test(error.message);
  return isRefused || error instanceof RangeError || error instanceof ReferenceError;
}

const kept = ['$ref', '$schema', 'definitions'];

/** Up to draft-07 nothing counts beside `$ref`: ajv looks at `type` all the same. */
function withoutSiblings(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(withoutSiblings);
  if (typeof schema !== 'object' || schema === null) return schema;
  const isReference = typeof schema['$ref'] === 'string';
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([name]) => !isReference || kept.includes(name))
      .map(([name, member]) => [name, withoutSiblings(member)]),
  );
}

/** Of a list with less elements than schemas for them ajv 8.20 skips `uniqueItems`, `contains`. */
function isMisread(schema: Json): boolean {
  if (Array.isArray(schema)) return schema.some(isMisread);
  if (typeof schema !== 'object' || schema === null) return false;
  const isTuple = Array.isArray(schema['items']) || Array.isArray(schema['prefixItems']);
  const isSkipped = schema['uniqueItems'] === true || schema['contains'] !== undefined;
  return (isTuple && isSkipped) || Object.values(schema).some(isMisread);
}
