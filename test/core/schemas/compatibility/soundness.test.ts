import fc from 'fast-check';
import { compareSchemas } from '../../../../lib/core/schemas/compatibility';
import type { Json } from '../api-gateway/any-schema';
import { contractOf, pairOf } from './any-contract';
import { counterexamples } from './counterexamples';
import { drafts } from './judges';
import { mutate } from './mutate';

const most = 20;

/** The same pairs each time, so that a red run tells of the code; another seed looks further. */
const seed = Number(process.env.FC_SEED ?? 1);

describe.each(drafts)('compareSchemas, %s', (draft) => {
  test.each(['lenient', 'strict'] as const)(
    'for every change of a contract that it calls compatible, no %s event breaks',
    (policy) => {
      const seeds = fc.array(fc.nat(1000), { minLength: 8, maxLength: 16 });
      fc.assert(
        fc.property(contractOf(draft), seeds, fc.nat(), (older, changes, ofData) => {
          const newer = mutate(older as Json, changes) as object;
          const options = { mode: 'BACKWARD', policy } as const;
          if (compareSchemas(older, newer, options).length > 0) return;
          const pair = { writer: older as Json, reader: newer as Json };
          expect(counterexamples({ ...pair, policy, seed: ofData, most })).toEqual([]);
        }),
        { numRuns: 25, seed },
      );
    },
  );

  test('for every two small schemas of which one takes the place of the other, no event breaks', () => {
    fc.assert(
      fc.property(pairOf(draft), fc.nat(), ([older, newer], ofData) => {
        if (compareSchemas(older, newer, { mode: 'BACKWARD', policy: 'strict' }).length > 0) return;
        const pair = { writer: older as Json, reader: newer as Json };
        expect(counterexamples({ ...pair, seed: ofData, most })).toEqual([]);
      }),
      { numRuns: 250, seed },
    );
  });
});
