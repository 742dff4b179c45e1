import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Engine, interpreter } from '../../../benchmarks/patterns/engines';
import { errorRates } from '../../../benchmarks/patterns/error-rates';

const takesAll: Engine = { name: 'takes all', exact: false, prepare: () => () => 1 };

const yes = { id: 'yes', rule: '{"a":[1]}', event: '{"a":1}', expect: true };
const no = { id: 'no', rule: '{"a":[1]}', event: '{"a":2}', expect: false };
const refused = { id: 'refused', rule: '{"a":[]}', event: '{"a":2}', expect: 'error' };

describe('errorRates', () => {
  const folder = mkdtempSync(join(tmpdir(), 'error-rates-'));
  const write = (file: string, ...vectors: readonly object[]) =>
    writeFileSync(
      join(folder, file),
      vectors.map((vector) => `${JSON.stringify(vector)}\n`).join(''),
    );

  beforeAll(() => {
    write('eventbridge-recorded.jsonl', yes, no, refused);
    write('tricky.jsonl', no, refused);
    write('generated.jsonl', yes, no, no);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('counts wrong verdicts by where they come from, and what is taken instead of refused', () => {
    expect(errorRates([interpreter, takesAll], folder)).toEqual([
      {
        engine: 'spillway-interpreter',
        recorded: { wrong: 0, of: 2 },
        handWritten: { wrong: 0, of: 1 },
        generated: { wrong: 0, of: 3 },
        invalid: { wrong: 0, of: 2 },
      },
      {
        engine: 'takes all',
        recorded: { wrong: 1, of: 2 },
        handWritten: { wrong: 1, of: 1 },
        generated: { wrong: 2, of: 3 },
        invalid: { wrong: 2, of: 2 },
      },
    ]);
  });
});
