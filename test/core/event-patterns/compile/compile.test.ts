import { EventError, matches, parsePattern } from '../../../../lib/core/event-patterns';
import { compile } from '../../../../lib/core/event-patterns/compile/compile';

const rules = new Map(
  Object.entries({
    usa: { detail: { data: { country: ['US'] } } },
    north: { detail: { data: { country: ['US', 'CA'] } } },
    early: { detail: { data: { hour: [{ numeric: ['<', 12] }] } } },
    noGift: { detail: { data: { gift: [{ exists: false }] } } },
    either: { $or: [{ source: ['shop'] }, { source: [{ prefix: 'sh' }] }] },
  }).map(([key, pattern]) => [key, parsePattern(pattern)] as const),
);

describe('compile', () => {
  test.each([
    ['a field', { detail: { data: { country: 'US' } } }, ['usa', 'north', 'noGift']],
    ['another', { detail: { data: { country: 'CA', gift: 1 } } }, ['north']],
    ['a range', { detail: { data: { hour: 3, gift: 1 } } }, ['early']],
    ['two alternatives of one rule', { source: 'shop', detail: {} }, ['noGift', 'either']],
    ['nothing', { detail: { data: { gift: null } } }, []],
  ])(
    'gives the keys of the rules that match by %s, each once, in their order',
    (_, event, keys) => {
      const compiled = compile(rules);

      expect(compiled.matches(event)).toEqual(keys);
      expect(compiled.matches(JSON.stringify(event))).toEqual(keys);
      expect(compiled.matches(JSON.stringify(event, null, 2))).toEqual(keys);
    },
  );

  test('forgets one event before the next', () => {
    const compiled = compile(rules);

    expect(compiled.matches('{"source":"shop","detail":{"data":{"country":"US"}}}')).toHaveLength(
      4,
    );
    expect(compiled.matches('{"detail":{"data":{"gift":true}}}')).toEqual([]);
  });

  test.each([
    ['no JSON', '{"a":tru}'],
    ['text after its end', '{} {}'],
    ['a list', '[]'],
    ['a control character in what no rule asks for', '{"other":"\u0001"}'],
    ['a number that JSON does not know', '{"other":01}'],
    ['1,001 levels', `{"other":${'['.repeat(1000)}${']'.repeat(1000)}}`],
  ])('refuses an event with %s, as matches does', (_, event) => {
    const anyRule = parsePattern({ a: [{ exists: false }] });
    const compiled = compile([['rule', anyRule]]);
    const problemOf = (act: () => unknown): unknown => {
      try {
        return act();
      } catch (error) {
        return error;
      }
    };

    expect(problemOf(() => compiled.matches(event))).toBeInstanceOf(EventError);
    expect(problemOf(() => compiled.matches(event))).toEqual(
      problemOf(() => matches(anyRule, event)),
    );
  });

  test('takes an event of a thousand levels, and one larger than any on a bus', () => {
    const compiled = compile([['deep', parsePattern({ b: [{ exists: true }] })]]);
    const deep = `{"a":${'['.repeat(999)}${']'.repeat(999)},"b":1}`;
    const large = `{"a":"${'x'.repeat(3_000_000)}","b":1}`;

    expect(compiled.matches(deep)).toEqual(['deep']);
    expect(compiled.matches(large)).toEqual(['deep']);
    expect(compiled.matches('{"c":1}')).toEqual([]);
  });

  test.each([
    ['an escape', { a: ['é"\n'] }, '{"a":"\\u00e9\\"\\n"}'],
    ['an escape in a name', { é: ['x'] }, '{"\\u00e9":"x"}'],
    ['a name with dots', { a: { b: { c: ['x'] } } }, '{"a.b":{"c":"x"}}'],
    ['a letter beyond Latin', { ключ: ['значение'] }, '{"ключ":"значение"}'],
    ['__proto__', JSON.parse('{"__proto__":{"a":["x"]}}'), '{"__proto__":{"a":"x"}}'],
    ['a prefix over the closing quote', { a: [{ prefix: 'x"' }] }, '{"a":"x"}'],
    [
      'half of a pair, which AWS encodes as ?',
      { a: [{ 'equals-ignore-case': 'X?' }] },
      '{"a":"x\\ud800"}',
    ],
    ['two values of one list', { a: ['x'] }, '{"a":[1,["x"]]}'],
  ])('reads %s', (_, pattern, event) => {
    const compiled = compile([['rule', parsePattern(pattern)]]);

    expect(compiled.matches(event)).toEqual(['rule']);
    expect(compiled.matches('{"a":"other"}')).toEqual([]);
  });

  test('finds a field with an empty name above other names only, as AWS does', () => {
    const compiled = compile([
      ['last', parsePattern('{"a":{"":[1]}}')],
      ['above', parsePattern('{"a":{"":{"b":[1]}}}')],
    ]);

    expect(compiled.matches('{"a":{"":1}}')).toEqual([]);
    expect(compiled.matches('{"a":{"":{"b":1}}}')).toEqual(['above']);
  });

  test('takes no two fields from two elements of one array', () => {
    const compiled = compile([
      ['both', parsePattern({ items: { sku: ['A'], color: ['red'] } })],
      ['one', parsePattern({ items: { sku: ['A'] } })],
    ]);

    expect(
      compiled.matches('{"items":[{"sku":"A","color":"blue"},{"sku":"B","color":"red"}]}'),
    ).toEqual(['one']);
    expect(compiled.matches('{"items":[{"sku":"B"},{"sku":"A","color":"red"}]}')).toEqual([
      'both',
      'one',
    ]);
  });

  test('compares half of a surrogate pair in an object, and in a message, as in a text', () => {
    const compiled = compile([
      ['starts', parsePattern('{"a":[{"prefix":"\\ude00"}]}')],
      ['no such end', parsePattern('{"a":[{"anything-but":{"suffix":"\\ud83d"}}]}')],
      ['message', parsePattern('{"a":[{"wildcard":"*\\ud83d*"}]}', 'sns-body')],
    ]);

    expect(compiled.matches({ a: '\ude00-\ud83d' })).toEqual(['starts', 'message']);
    expect(compiled.matches('{"a":"\\ude00-\\ud83d"}')).toEqual(['starts', 'message']);
  });
});
