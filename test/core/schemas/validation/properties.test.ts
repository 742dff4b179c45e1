import fc from 'fast-check';
import type { JsonObject } from '../../../../lib/core/schemas';
import { standaloneValidator, validatorOf } from '../../../../lib/core/schemas/validation';
import { commonData, data, type Json, schemaOf } from '../api-gateway/any-schema';
import { instanceOf } from '../compatibility/instances';
import { drafts, judgeOf } from '../compatibility/judges';
import { loadedFrom } from './load';

const picks = fc.infiniteStream(fc.nat());

/** The judges know no formats. */
const withoutFormats = (schema: object): JsonObject =>
  JSON.parse(JSON.stringify(schema).replaceAll('"format":"email"', '"format":"x-ours"'));

/** Keywords of other drafts that ajv reads all the same, and neither we nor the gate do. */
const foreign: Partial<Record<(typeof drafts)[number], RegExp>> = {
  'draft-06': /"if"/,
  '2019-09': /"dependencies"/,
  '2020-12': /"dependencies"/,
};

/** The same schemas each time, so that a red run tells of the code; another seed looks further. */
const seed = Number(process.env.FC_SEED ?? 1);
const numRuns = Number(process.env.FC_RUNS ?? 40);

describe('validatorOf', () => {
  it.each(drafts)('says for every schema of %s and all data what ajv says', (draft) => {
    let judged = 0;
    let refused = 0;
    fc.assert(
      fc.property(
        ...[schemaOf({ draft, withLosses: true }).map(withoutFormats)],
        ...[fc.array(data, { maxLength: 8 }), picks],
        (schema, more, stream) => {
          const judge = judgeOf(draft, schema);
          if (judge === undefined || foreign[draft]?.test(JSON.stringify(schema))) return;
          const problemsOf = validatorOf(schema);
          const { validate } = loadedFrom(standaloneValidator(schema).code);
          const next = (bound: number) => (stream.next().value ?? 0) % bound;
          const wrong: unknown[] = [];
          const made = Array.from({ length: 6 }, () => instanceOf(schema as Json, next, true));
          for (const value of [...commonData.slice(0, 60), ...more, ...made]) {
            const verdict = judge(value);
            if (verdict === undefined) continue;
            judged++;
            if (!verdict) refused++;
            const problems = problemsOf(value);
            // A schema that leads back to itself for the same value: who looks at all never ends.
            const isEndless = problems[0]?.problem === 'must not be nested so deep';
            const said = [isEndless ? verdict : problems.length === 0, validate(value)];
            if (said.some((one) => one !== verdict)) wrong.push({ value, said, verdict });
          }
          expect(wrong).toEqual([]);
        },
      ),
      { numRuns, seed },
    );
    expect(judged).toBeGreaterThan(1_000);
    expect(refused).toBeGreaterThan(200);
  });
});
