import { versionsOf } from '../../../lib/analysis/catalogue/versions';

const text = { type: 'string' };
const one = { type: 'object', properties: { id: text } };
const two = { type: 'object', properties: { id: text, note: text } };

const accepted = (...schemas: (typeof one)[]) =>
  schemas.map((schema, at) => ({ version: 2 * at + 1, file: '', schema }));

describe('versionsOf', () => {
  it('tells what each accepted version changed, and keeps their numbers', () => {
    expect(versionsOf(two, accepted(one, two))).toEqual([
      { version: 1, accepted: true, changes: [] },
      {
        ...{ version: 3, accepted: true },
        changes: [{ path: '/note', kind: 'added', what: 'string, optional' }],
      },
    ]);
  });

  it('adds what the contract says now, if nobody accepted that yet', () => {
    expect(versionsOf(one, accepted(two))).toMatchObject([
      { version: 1, accepted: true },
      { version: 2, accepted: false, changes: [{ path: '/note', kind: 'removed' }] },
    ]);
  });

  it('takes a schema in another order for the same', () => {
    const { properties, type } = one;

    expect(versionsOf({ properties, type }, accepted(one))).toHaveLength(1);
  });

  it('has no history before anything was accepted, and keeps it when the schema is gone', () => {
    expect(versionsOf(one, [])).toEqual([]);
    expect(versionsOf(undefined, accepted(one))).toHaveLength(1);
  });
});
