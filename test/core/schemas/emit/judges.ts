import Ajv, { type Options } from 'ajv';
import Ajv2019 from 'ajv/dist/2019';
import Ajv2020 from 'ajv/dist/2020';
import draft6 from 'ajv/dist/refs/json-schema-draft-06.json';
import AjvDraft04 from 'ajv-draft-04';
import type { EventFormat } from '../../../../lib/core/schemas/emit';
import type { Draft } from '../api-gateway/any-schema';

const options: Options = { strict: false, validateFormats: false, logger: false };

/** What the drafts themselves say of a schema. */
export const judges: Record<Draft, Ajv> = {
  'draft-04': new AjvDraft04(options),
  'draft-06': new Ajv(options).addMetaSchema(draft6),
  'draft-07': new Ajv(options),
  '2019-09': new Ajv2019(options),
  '2020-12': new Ajv2020(options),
};

export const drafts = Object.keys(judges) as Draft[];

export type Judge = (value: unknown) => unknown;

/** One for all: one that is made anew compiles draft-04 itself first, which takes longest. */
const draft4 = new AjvDraft04(options);
const unchecked: Options = { ...options, meta: false, validateSchema: false };

/**
 * What an emitted schema says of the data of an event. A schema of OpenAPI 3.0 is judged as one of
 * draft-04, whose words it has, with `nullable` beside a `type`.
 */
export function judgeOf(text: string, format: EventFormat, source = 'shop.checkout'): Judge {
  const document = JSON.parse(text);
  const envelope =
    format === 'OpenApi3' ? { ...document, $ref: '#/components/schemas/AWSEvent' } : document;
  if (!draft4.validateSchema(envelope)) throw new Error(draft4.errorsText());
  const judge = new AjvDraft04(unchecked).compile(envelope);
  return (data) => judge(awsEvent(data, source));
}

export function awsEvent(data: unknown, source = 'shop.checkout'): object {
  return {
    version: '0',
    id: '7bf73129-1428-4cd3-a780-95db273d1602',
    'detail-type': 'order.placed.v1',
    source,
    account: '111111111111',
    time: '2026-11-24T09:00:00Z',
    region: 'eu-west-1',
    resources: [],
    detail: {
      specversion: '1.0',
      id: '1',
      source,
      type: 'order.placed.v1',
      time: '2026-11-24T09:00:00Z',
      data,
    },
  };
}
