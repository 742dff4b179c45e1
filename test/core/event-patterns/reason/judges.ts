/** What the drafts of JSON Schema say, by ajv. */
import Ajv, { type Options } from 'ajv';
import Ajv2019 from 'ajv/dist/2019';
import Ajv2020 from 'ajv/dist/2020';
import draft6 from 'ajv/dist/refs/json-schema-draft-06.json';
import AjvDraft04 from 'ajv-draft-04';
import type { Draft } from '../../schemas/api-gateway/any-schema';

const options: Options = { strict: false, validateFormats: false, logger: false };

const judges: Record<Draft, Ajv> = {
  'draft-04': new AjvDraft04(options),
  'draft-06': new Ajv(options).addMetaSchema(draft6),
  'draft-07': new Ajv(options),
  '2019-09': new Ajv2019(options),
  '2020-12': new Ajv2020(options),
};

export const drafts = Object.keys(judges) as Draft[];

/** Whether a value is valid; undefined where ajv has no verdict: it overflows, or can't compile. */
export type Judge = (value: unknown) => boolean | undefined;

export function judgeOf(draft: Draft, schema: object): Judge {
  const validate = attempt(() => judges[draft].compile(schema));
  return (value) => validate && attempt(() => validate(value) as boolean);
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    if (error instanceof RangeError || error instanceof ReferenceError) {
      return undefined;
    }
    throw error;
  }
}
