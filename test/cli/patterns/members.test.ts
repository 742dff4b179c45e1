import fc from 'fast-check';
import { membersOf } from '../../../lib/cli/patterns/members';

describe('membersOf', () => {
  it('keeps the text of each member as it is written', () => {
    const text = ' { "id" : 1.0e1 , "rule":{"a": [300.0, "}\\"]"], "a":[1]},\t"event":"{}" } ';

    expect([...membersOf(text)]).toEqual([
      ['id', '1.0e1'],
      ['rule', '{"a": [300.0, "}\\"]"], "a":[1]}'],
      ['event', '"{}"'],
    ]);
  });

  it('takes the last member of a name, however it is escaped', () => {
    expect([...membersOf('{"id":1,"\\u0069d":2}')]).toEqual([['id', '2']]);
  });

  it('finds nothing in an empty object', () => {
    expect(membersOf('{ }').size).toBe(0);
  });

  it('does not overflow on an object of 200,000 levels', () => {
    const deep = `${'[{"a":'.repeat(100_000)}1${'}]'.repeat(100_000)}`;

    expect(membersOf(`{"event":${deep},"id":5}`).get('event')).toBe(deep);
  });

  test('for every JSON object, gives what JSON.parse does', () => {
    const object = fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue());
    const spaces = fc.constantFrom(undefined, 1, '\t');
    fc.assert(
      fc.property(object, spaces, (value, space) => {
        const members = [...membersOf(JSON.stringify(value, undefined, space))];
        const parsed = members.map(([name, text]) => [name, JSON.parse(text)]);

        expect(parsed).toEqual(Object.entries(JSON.parse(JSON.stringify(value))));
      }),
    );
  });
});
