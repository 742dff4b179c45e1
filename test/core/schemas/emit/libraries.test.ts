import openApiSchemaObject from '@asyncapi/specs/common/openapiSchema_3_0.json';
import { toStandardJsonSchema } from '@valibot/to-json-schema';
import Ajv from 'ajv';
import * as v from 'valibot';
import { z } from 'zod';
import { type EventContract, TypedContract } from '../../../../lib';
import { type EventFormat, emitEvent } from '../../../../lib/core/schemas/emit';
import { judgeOf } from './judges';

const order = { source: 'shop.checkout', eventType: 'order.placed.v1', owner: 'checkout' };
const contracts: readonly [string, EventContract][] = [
  [
    'zod',
    TypedContract.define({
      ...order,
      schema: z.object({
        orderId: z.string().min(1),
        total: z.number().positive(),
        coupon: z.string().nullable(),
        lines: z.array(z.tuple([z.string(), z.int().min(1)])).min(1),
        kind: z.literal('retail'),
        notes: z.record(z.string(), z.string()).optional(),
      }),
    }),
  ],
  [
    'valibot',
    TypedContract.define({
      ...order,
      schema: toStandardJsonSchema(
        v.object({
          orderId: v.pipe(v.string(), v.minLength(1)),
          total: v.pipe(v.number(), v.gtValue(0)),
          coupon: v.nullable(v.string()),
          lines: v.pipe(v.array(v.tuple([v.string(), v.number()])), v.minLength(1)),
          kind: v.literal('retail'),
          notes: v.optional(v.record(v.string(), v.string())),
        }),
      ),
    }),
  ],
];
const cases = contracts.flatMap(([library, contract]) =>
  (['OpenApi3', 'JSONSchemaDraft4'] as EventFormat[]).map((format) => ({
    library,
    contract,
    format,
  })),
);
const placed = {
  orderId: 'A-17',
  total: 25.5,
  coupon: null,
  lines: [['TEAPOT', 1]],
  kind: 'retail',
  notes: { card: 'Get well' },
};

describe.each(cases)('emitEvent of a contract of $library as $format', ({ contract, format }) => {
  const { schema = {} } = contract;
  const content = emitEvent({ ...order, schema }, format);

  it('takes its events', () => {
    const takes = judgeOf(content, format);
    expect(takes(placed)).toBe(true);
    expect(takes({ ...placed, coupon: 'TEN', notes: undefined })).toBe(true);
  });

  test.each([
    ['an empty id', { orderId: '' }],
    ['a total of 0', { total: 0 }],
    ['a number as coupon', { coupon: 1 }],
    ['no lines', { lines: [] }],
    ['another kind', { kind: 'wholesale' }],
    ['a note that is no text', { notes: { card: 1 } }],
  ])('refuses %s', (_, wrong) => {
    expect(judgeOf(content, format)({ ...placed, ...wrong })).toBe(false);
  });
});

describe('emitEvent as OpenApi3', () => {
  const isSchemaObject = new Ajv({ strict: false, validateFormats: false }).compile(
    openApiSchemaObject,
  );

  test.each(contracts)('has only schema objects of OpenAPI 3.0, of %s', (_, { schema = {} }) => {
    const { components } = JSON.parse(emitEvent({ ...order, schema }, 'OpenApi3'));
    const wrong = Object.values(components.schemas).filter((one) => !isSchemaObject(one));
    expect(wrong).toEqual([]);
  });
});
