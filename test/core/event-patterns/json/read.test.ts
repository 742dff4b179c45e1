import { positionIn } from '../../../../lib/core/event-patterns/json/position';
import { type JsonNode, readJson } from '../../../../lib/core/event-patterns/json/read';
import { nearTheEndOfTheStack } from './call-stack';

describe('readJson', () => {
  test('keeps names that repeat, the spelling of numbers and where each value begins', () => {
    expect(readJson(' {"a":1.0,"a":["x",null]}')).toEqual({
      kind: 'object',
      at: 1,
      members: [
        { name: 'a', value: { kind: 'number', text: '1.0', at: 6 } },
        {
          name: 'a',
          value: {
            kind: 'array',
            at: 14,
            items: [
              { kind: 'string', text: 'x', at: 15 },
              { kind: 'keyword', text: 'null', at: 19 },
            ],
          },
        },
      ],
    });
  });

  test.each([
    ['an empty object', '{ }'],
    ['an empty list', '[\n]'],
    ['lists in lists', '[[],[[]],{}]'],
    ['a single value', ' "x" '],
    ['escapes', '"\\u00e9\\n\\"\\\\/"'],
    ['__proto__', '{"__proto__":{"a":1}}'],
    ['half of a surrogate pair', '"\\ud83d"'],
  ])('reads %s as JSON.parse does', (_, text) => {
    expect(JSON.stringify(plain(readJson(text)))).toBe(JSON.stringify(JSON.parse(text)));
  });

  test.each([
    '[1,]',
    '[,1]',
    '{"a":1,}',
    '{,}',
    '{"a"}',
    '{"a":}',
    '{a:1}',
    '[1 2]',
    '[1}',
    '{"a":1]',
    '[',
    '{',
    '"',
    '"\\',
    '-',
    '1.',
    '.5',
    '+1',
    '1e',
    'tru',
    'nulls',
    '[]]',
    '\u00a0[]',
    '\ufeff{}',
  ])('refuses %j', (text) => {
    expect(() => readJson(text)).toThrow(SyntaxError);
  });

  test.each<[string, string]>([
    ['open lists', '['.repeat(200_000)],
    ['open objects', '{"":'.repeat(200_000)],
    ['closed lists', `${'['.repeat(200_000)}${']'.repeat(200_000)}`],
  ])('refuses 200,000 levels of %s at the 1,001st', (_, text) => {
    expect(() => readJson(text)).toThrow('not at most 1000 levels of nesting');
  });

  test('reads 1,000 levels where hardly any of the call stack is left', () => {
    const text = `${'['.repeat(1000)}${']'.repeat(1000)}`;

    expect(nearTheEndOfTheStack(() => readJson(text).kind)).toBe('array');
  });

  test('reads a long string, and a long list', () => {
    const long = 'x"'.repeat(1_000_000);
    const list = `[${'1,'.repeat(500_000)}1]`;

    expect(readJson(JSON.stringify(long))).toMatchObject({ text: long });
    expect(readJson(list)).toMatchObject({ kind: 'array' });
  });
});

describe('positionIn', () => {
  test('counts lines and columns from 1', () => {
    expect(positionIn('a\nbc', 0)).toEqual({ line: 1, column: 1 });
    expect(positionIn('a\nbc', 3)).toEqual({ line: 2, column: 2 });
    expect(positionIn('a\nbc', 4)).toEqual({ line: 2, column: 3 });
  });
});

function plain(node: JsonNode): unknown {
  switch (node.kind) {
    case 'object': {
      const entries = node.members.map(({ name, value }) => [name, plain(value)]);
      return Object.fromEntries(entries);
    }
    case 'array':
      return node.items.map(plain);
    case 'string':
      return node.text;
    default:
      return JSON.parse(node.text);
  }
}
