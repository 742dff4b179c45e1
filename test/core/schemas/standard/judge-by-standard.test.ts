import * as v from 'valibot';
import * as z from 'zod';
import { judgeByStandard } from '../../../../lib/core/schemas/standard';

const by = (validate: unknown) => ({ '~standard': { version: 1, vendor: 'ours', validate } });

describe('judgeByStandard', () => {
  test.each([
    ['zod', z.object({ lines: z.array(z.object({ sku: z.string('no text') })) })],
    ['valibot', v.object({ lines: v.array(v.object({ sku: v.string('no text') })) })],
  ])('says what %s has against data, and where', (_vendor, schema) => {
    expect(judgeByStandard(schema, { lines: [{ sku: 'a' }] })).toEqual([]);
    expect(judgeByStandard(schema, { lines: [{ sku: 'a' }, { sku: 1 }] })).toEqual([
      { path: '/lines/1/sku', problem: 'no text' },
    ]);
  });

  it('does not wait for what is answered later', () => {
    expect(
      judgeByStandard(
        by(() => Promise.reject(new Error('later'))),
        {},
      ),
    ).toEqual([]);
    expect(
      judgeByStandard(
        z.string().refine(async () => false),
        'a',
      ),
    ).toEqual([]);
  });

  test.each([
    ['plain JSON Schema', { type: 'object' }],
    ['a schema without a validator', by(undefined)],
    ['nothing', undefined],
  ])('has nothing to say of %s', (_name, schema) => {
    expect(judgeByStandard(schema, {})).toEqual([]);
  });

  it('takes an error that is thrown for a refusal', () => {
    const throwing = by(() => {
      throw new Error('broken');
    });
    expect(judgeByStandard(throwing, {})).toEqual([{ path: '', problem: 'broken' }]);
  });
});
