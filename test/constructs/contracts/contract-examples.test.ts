import { Aws } from 'aws-cdk-lib';
import * as z from 'zod';
import { EventContract, SpillwayError, TypedContract } from '../../../lib';

const valid = { source: 'shop.checkout', eventType: 'order.placed.v1', owner: 'checkout' };
const schema = {
  type: 'object',
  properties: {
    total: { type: 'number', minimum: 0 },
    at: { type: 'string', format: 'date-time' },
  },
  required: ['total'],
};

const of = (examples: unknown, about: object = { schema }) =>
  EventContract.of({ ...valid, ...about, examples: examples as object[] });

function complaints(define: () => unknown): string[] {
  try {
    define();
  } catch (error) {
    if (error instanceof SpillwayError) return error.message.split('\n  - ').slice(1);
    throw error;
  }
  return [];
}

describe('the examples of an EventContract', () => {
  it('are copies of what the schema describes', () => {
    const example = { total: 1, at: '2026-01-31T09:30:00Z', more: [null] };
    const contract = of([example, { total: 0 }]);
    example.total = -1;
    expect(contract.examples).toEqual([{ ...example, total: 1 }, { total: 0 }]);
    expect(contract._describe().examples).toEqual(contract.examples);
  });

  it('need no schema', () => {
    expect(of([{ anything: 'goes' }], {}).examples).toEqual([{ anything: 'goes' }]);
    expect(of(undefined).examples).toEqual([]);
    expect(of([]).examples).toEqual([]);
  });

  const endless: Record<string, unknown> = {};
  endless['again'] = endless;

  test.each([
    ['no list', { total: 1 }, /^examples: an object given; examples are a list/],
    ['a text', ['{}'], /^examples\[0\]: "\{\}" given; .*a JSON object/],
    ['null', [{ total: 1 }, null], /^examples\[1\]: null given/],
    ['a list in the list', [[]], /^examples\[0\]: a list given/],
    ['a Date', [{ total: 1, at: new Date(0) }], /^examples\[0\]: at \/at, an object is no JSON/],
    [
      'one that contains itself',
      [endless],
      /^examples\[0\]: at \/again\S*, the object contains itself/,
    ],
    [
      'a token',
      [{ total: 1, region: Aws.REGION }],
      /^examples\[0\]: a value known only when deployed/,
    ],
    ['one that lacks a field', [{}], /^examples\[0\]: .*total/],
    ['one out of range', [{ total: 1 }, { total: -1 }], /^examples\[1\]: at \/total, .*0/],
    [
      'one of the wrong format',
      [{ total: 1, at: 'today' }],
      /^examples\[0\]: at \/at, .*date-time/,
    ],
  ])('refuses %s', (_name, examples, complaint) => {
    const [only, ...more] = complaints(() => of(examples));
    expect(only).toMatch(complaint);
    expect(only).toMatch(/\[spillway:contract-example\]$/);
    expect(more).toEqual([]);
  });

  it('names every example that the schema refuses, of each the first reasons', () => {
    const fields = Object.fromEntries(
      ['a', 'b', 'c', 'd'].map((name) => [name, { type: 'string' }]),
    );
    const strict = { schema: { type: 'object', properties: fields } };
    const told = complaints(() => of([{ a: 1, b: 1, c: 1, d: 1 }, { a: '1' }, { d: 1 }], strict));
    expect(told).toEqual([
      expect.stringMatching(
        /^examples\[0\]: at \/a, [^;]+; at \/b, [^;]+; at \/c, [^;]+; and more; /,
      ),
      expect.stringMatching(/^examples\[2\]: at \/d, [^;]+; an example/),
    ]);
  });

  it('are not held against a schema that is wrong itself', () => {
    const told = complaints(() => of([{}], { schema: { type: 'array' } }));
    expect(told).toEqual([expect.stringContaining('[spillway:contract-schema]')]);
  });

  it('are held against the library itself where that knows better', () => {
    const byZod = z.object({ at: z.iso.datetime({ error: 'in UTC, please' }) });
    const define = (at: string) =>
      TypedContract.define({ ...valid, schema: byZod, examples: [{ at }] });
    expect(define('2026-01-31T09:30:00Z').examples).toHaveLength(1);
    expect(complaints(() => define('2026-01-31T09:30:00+01:00'))).toEqual([
      expect.stringMatching(/^examples\[0\]: at \/at, in UTC, please; .*contract-example\]$/),
    ]);
  });

  it('are what travels, before a transformation', () => {
    const total = z.string().transform(Number);
    const contract = TypedContract.define({
      ...valid,
      schema: z.object({ total }),
      examples: [{ total: '1.50' }],
    });
    expect(contract.examples).toEqual([{ total: '1.50' }]);
  });
});
