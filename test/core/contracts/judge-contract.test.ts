import { judgeContract } from '../../../lib/core/contracts';
import { type JsonObject, SchemaError } from '../../../lib/core/schemas';
import type { CompatibilityMode } from '../../../lib/core/schemas/compatibility';

const text = { type: 'string' };
const order = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  ...{ type: 'object', properties },
  ...more,
});
const versions = (...schemas: JsonObject[]) =>
  schemas.map((schema, at) => ({ version: at + 1, file: `${at + 1}.json`, schema }));
const judge = (
  schema: JsonObject | undefined,
  accepted: ReturnType<typeof versions>,
  compatibility: CompatibilityMode = 'FULL_TRANSITIVE',
) => judgeContract({ schema, compatibility, policy: 'lenient' }, accepted);

const one = order({ id: text });
const two = order({ id: text, note: text });

describe('judgeContract', () => {
  test.each<[string, JsonObject | undefined, JsonObject[], string]>([
    ['nothing was accepted', one, [], 'new'],
    ['it has no schema, and never had', undefined, [], 'undescribed'],
    ['it is the last version', two, [one, two], 'unchanged'],
    [
      'it is the last version in another order',
      { properties: { id: text }, type: 'object' },
      [one],
      'unchanged',
    ],
    [
      'a description was added',
      order({ id: { ...text, description: 'its name' } }),
      [one],
      'reworded',
    ],
    [
      'a definition was renamed',
      order({ id: { $ref: '#/$defs/b' } }, { $defs: { b: text } }),
      [order({ id: { $ref: '#/$defs/a' } }, { $defs: { a: text } })],
      'reworded',
    ],
    ['an optional field was added', two, [one], 'compatible'],
    ['it is an earlier version again', one, [one, two], 'compatible'],
    ['the same is said in other words', order({ id: { allOf: [text] } }), [one], 'compatible'],
    ['a field has to be there', order({ id: text }, { required: ['id'] }), [one], 'breaking'],
    ['the schema is gone', undefined, [one], 'breaking'],
  ])('finds, where %s, what it is', (_name, schema, accepted, state) => {
    const judgement = judge(schema, versions(...accepted));

    expect(judgement.state).toBe(state);
    expect(judgement.breaks.length > 0).toBe(state === 'breaking');
    expect(judgement.accepted).toBe(accepted.length);
    expect(judgement.last?.version).toBe(accepted.length === 0 ? undefined : accepted.length);
  });

  it('tells once what breaks several versions, with all of them', () => {
    const { breaks } = judge(order({ id: text }, { required: ['id'] }), versions(one, two, one));

    expect(breaks).toMatchObject([
      { path: '/id', keyword: 'required', breaks: 'a replayed old event', versions: [1, 2, 3] },
    ]);
  });

  it('asks the last version alone where the mode is not transitive', () => {
    const schema = order({ id: text, note: { type: 'integer' } });

    expect(judge(schema, versions(two, one), 'FULL').state).toBe('compatible');
    expect(judge(schema, versions(two, one)).state).toBe('breaking');
  });

  it('tells which of several schemas is none', () => {
    const wrong = { type: 'strnig' };

    expect(() => judge(two, versions(one, wrong, one))).toThrow(/^2\.json: Schema, \/type/);
    expect(() => judge(wrong, versions(one))).toThrow(SchemaError);
  });
});
