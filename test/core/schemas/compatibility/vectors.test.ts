import { readFileSync } from 'node:fs';
import { type CompatibilityMode, compareSchemas } from '../../../../lib/core/schemas/compatibility';
import { describeWithShared, sharedPath } from '../../../support/shared';

interface Vector {
  readonly id: string;
  readonly compatibility: 'backward' | 'forward' | 'both' | 'none';
  readonly original: unknown;
  readonly updated: unknown;
}

const read = (): Vector[] =>
  JSON.parse(readFileSync(sharedPath('vectors/schema-compatibility.json'), 'utf8')).tests;

/** The vectors know no lenient writers. */
function verdictOf({ original, updated }: Vector): string {
  const breaks = (mode: CompatibilityMode) =>
    compareSchemas(original, updated, { mode, policy: 'strict' }).length > 0;
  if (breaks('BACKWARD')) return breaks('FORWARD') ? 'none' : 'forward';
  return breaks('FORWARD') ? 'backward' : 'both';
}

describeWithShared('compareSchemas', () => {
  it('gives every verdict of the shared vectors', () => {
    const vectors = read();
    const named = (verdict: (vector: Vector) => string) =>
      vectors.map((vector, at) => `${at} ${vector.id}: ${verdict(vector)}`);

    expect(vectors.length).toBeGreaterThanOrEqual(72);
    expect(named(verdictOf)).toEqual(named(({ compatibility }) => compatibility));
  });
});
