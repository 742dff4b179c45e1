import { InputTransformerError, parseInputPath } from '../../../lib/core/input-transformers';

describe('parseInputPath', () => {
  test.each([
    ['the whole event', '$', []],
    ['a member', '$.detail', [{ kind: 'member', name: 'detail' }]],
    [
      'dashes, underscores, digits and slashes',
      '$.detail-type.a_b.c/d.3',
      ['detail-type', 'a_b', 'c/d', '3'].map((name) => ({ kind: 'member', name })),
    ],
    [
      'an index',
      '$.resources[12]',
      [
        { kind: 'member', name: 'resources' },
        { kind: 'element', index: 12 },
      ],
    ],
    [
      'wildcards',
      '$.items[*].*',
      [{ kind: 'member', name: 'items' }, { kind: 'all' }, { kind: 'all' }],
    ],
    ['what every object inherits', '$.__proto__', [{ kind: 'member', name: '__proto__' }]],
  ])('reads %s', (_, text, steps) => {
    expect(parseInputPath(text)).toEqual({ text, steps });
  });

  test.each([
    ['nothing', '', 'does not start with $'],
    ['a path without $', 'detail', 'does not start with $'],
    ['a dot at the end', '$.', 'what . means'],
    ['a name in brackets', "$['detail']", "what ['detail'] means"],
    ['a filter', '$.a[?(@.b)]', 'what [?(@.b)] means'],
    ['a descent', '$.detail..id', 'what ..id means'],
    ['an index from the end', '$.a[-1]', 'what [-1] means'],
    ['a slice', '$.a[0:1]', 'what [0:1] means'],
    ['another letter', '$.größe', 'what öße means'],
    ['a space', '$.a b', 'what  b means'],
  ])('says of %s that no page tells what it gives', (_, text, unread) => {
    expect(parseInputPath(text)).toEqual({ text, unread: expect.stringContaining(unread) });
  });

  it('takes 256 characters, and refuses one more', () => {
    const path = `$.${'a'.repeat(254)}`;
    expect(parseInputPath(path)).toEqual({
      text: path,
      steps: [{ kind: 'member', name: 'a'.repeat(254) }],
    });
    expect(() => parseInputPath(`${path}a`)).toThrow(InputTransformerError);
    expect(() => parseInputPath(`${path}a`)).toThrow('expected at most 256 characters');
  });

  it('refuses what is no text', () => {
    expect(() => parseInputPath(5 as unknown as string)).toThrow(
      'Input of a target: InputPath is 5; expected a text.',
    );
  });
});
