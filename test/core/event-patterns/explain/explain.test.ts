import { EventError, parsePattern } from '../../../../lib/core/event-patterns';
import type { DialectName } from '../../../../lib/core/event-patterns/dialects/dialect';
import { explain } from '../../../../lib/core/event-patterns/explain/explain';
import type { FieldExplanation } from '../../../../lib/core/event-patterns/explain/explanation';

const explained = (pattern: object, event: string | object, dialect?: DialectName) =>
  explain(parsePattern(pattern, dialect), event);

/** The fields that don't hold, of the nearest alternative. */
function failing(
  pattern: object,
  event: string | object,
  dialect?: DialectName,
): readonly FieldExplanation[] {
  const [nearest] = explained(pattern, event, dialect).alternatives;
  return nearest?.fields.filter(({ holds }) => !holds) ?? [];
}

const hintOf = (pattern: object, event: string | object) => {
  const [field, ...others] = failing(pattern, event);
  expect(others).toEqual([]);
  return field?.hint;
};

describe('explain', () => {
  it('says of each field what was wanted, what was found and where', () => {
    const pattern = { detail: { data: { total: [{ numeric: ['>', 100] }] } }, source: ['shop'] };

    expect(explained(pattern, '{"source":"shop","detail":{"data":{"total":[9.50,1e1]}}}')).toEqual({
      matches: false,
      alternatives: [
        {
          fields: [
            {
              path: 'detail.data.total',
              holds: false,
              wanted: ['{"numeric":[">",100]}'],
              found: [
                { place: 'detail.data.total[0]', value: '9.50', taken: false },
                { place: 'detail.data.total[1]', value: '1e1', taken: false },
              ],
              more: 0,
              hint: { kind: 'range', text: '9.5 is 90.5 below the range' },
            },
            {
              path: 'source',
              holds: true,
              wanted: ['"shop"'],
              found: [{ place: 'source', value: '"shop"', taken: true }],
              more: 0,
            },
          ],
        },
      ],
      others: 0,
      dropped: 0,
    });
  });

  it('shows the values that the pattern takes first, and counts those that it does not show', () => {
    const values = [...Array.from({ length: 9 }, (_, index) => index), 'x'];
    const { alternatives } = explained({ a: ['x'] }, { a: values });

    expect(alternatives[0]?.fields[0]?.found[0]).toEqual({
      place: 'a[9]',
      value: '"x"',
      taken: true,
    });
    expect(alternatives[0]?.fields[0]?.found.length).toBe(5);
    expect(alternatives[0]?.fields[0]?.more).toBe(5);
  });

  it('shortens a long value and keeps both its ends', () => {
    const [field] = failing({ a: ['x'] }, { a: `begin${'-'.repeat(1e6)}end` });

    expect(field?.found[0]?.value).toMatch(/^"begin-+…-+end"$/);
    expect(field?.found[0]?.value.length).toBe(100);
  });

  it('puts the alternative with the fewest failing fields first and counts the others', () => {
    const or = Array.from({ length: 30 }, (_, index) => ({ b: [index], c: [index], d: [index] }));
    const { alternatives, others } = explained(
      { a: [1], $or: [...or, { b: ['x'], e: [5] }] },
      { a: 1, b: 'x', e: 6 },
    );

    expect(alternatives.length).toBe(10);
    expect(others).toBe(21);
    expect(alternatives[0]?.fields.filter(({ holds }) => !holds).map(({ path }) => path)).toEqual([
      'e',
    ]);
  });

  it('finds the nearest alternative behind many in which more fields hold', () => {
    const far = Array.from({ length: 20 }, (_, index) => ({
      a: [1],
      b: [1],
      c: [index, 0],
      d: [2],
    }));
    const { alternatives } = explained({ $or: [...far, { e: [1] }] }, { a: 1, b: 1 });

    expect(alternatives[0]?.fields.map(({ path }) => path)).toEqual(['e']);
  });

  it('prefers of two alternatives that fail in one field the one with more that hold', () => {
    const { alternatives } = explained({ $or: [{ c: [1] }, { a: [1], b: [2] }] }, { a: 1 });

    expect(alternatives[0]?.fields.map(({ path }) => path)).toEqual(['a', 'b']);
  });

  it('gives of an event that matches the alternative that it matches', () => {
    const { matches, alternatives, others } = explained(
      { $or: [{ a: [1] }, { a: [2], b: [3] }, { c: [1] }] },
      { a: 2, b: 3 },
    );

    expect(matches).toBe(true);
    expect(alternatives.length).toBe(1);
    expect(alternatives[0]?.fields.map(({ path }) => path)).toEqual(['a', 'b']);
    expect(others).toBe(2);
  });

  it('finds the matching alternative behind many that only arrays keep from matching', () => {
    const apart = { 'l.a': [1], 'l.b': [2] };
    const pattern = { $or: [...Array.from({ length: 40 }, () => apart), { c: [1] }] };
    const { matches, alternatives } = explained(pattern, { l: [{ a: 1 }, { b: 2 }], c: 1 });

    expect(matches).toBe(true);
    expect(alternatives[0]?.fields.map(({ path }) => path)).toEqual(['c']);
  });

  test.each([
    ['other case in a value', ['US'], 'us', 'letter-case', 'only upper and lower case differ'],
    ['a slip of the key', ['SHIPPED'], 'SHIPED', 'spelling', 'it has "" where "SHIPPED" has "P"'],
    ['white space', ['US'], 'US ', 'white-space', 'only white space differs: it ends with some'],
    ['a no-break space', ['a b'], 'a\u00a0b', 'white-space', 'only white space differs'],
    ['another encoding of ü', ['Z\u00fcrich'], 'Zu\u0308rich', 'spelling', 'it looks the same'],
    ['wide letters', ['US'], '\uff35\uff33', 'spelling', 'it looks the same'],
    ['a longer text', ['US'], 'US-WA', 'text', 'begins with "US", and goes on with "-WA"'],
    ['another text', ['US'], 'FR', 'text', 'it is another text than "US"'],
    ['a number in quotes', [300], '300', 'type', '"300" is a text, in quotes'],
    ['300.0 in quotes', [300], '300.0', 'type', 'the pattern wants 300, without quotes'],
    ['true in quotes', [true], 'true', 'type', '"true" is a text'],
    ['True in quotes', [true], 'True', 'type', '"True" is a text'],
    ['a number without quotes', ['300'], 300, 'type', 'the pattern wants the text "300"'],
    ['a range and a text', [{ numeric: ['<', 5] }], '4', 'type', 'the pattern wants a number'],
    ['above a range', [{ numeric: ['<=', 0.3] }], 0.4, 'range', '0.4 is 0.1 above the range'],
    ['an open bound', [{ numeric: ['<', 5] }], 5, 'range', 'the range ends just before 5'],
    ['a prefix in other case', [{ prefix: 'Ord' }], 'order', 'letter-case', '{"prefix":{"equals-'],
    ['a prefix after a space', [{ prefix: 'ord' }], ' order', 'white-space', 'it begins with some'],
    ['no prefix', [{ prefix: 'order.' }], 'ordre.x', 'text', 'only its first 3 characters agree'],
    ['a prefix inside', [{ prefix: 'b' }], 'abc', 'text', 'has "b", but does not begin with it'],
    ['a suffix in other case', [{ suffix: '.png' }], 'a.PNG', 'letter-case', '{"suffix":{"equals-'],
    ['a suffix before a space', [{ suffix: '.png' }], 'a.png ', 'white-space', 'it ends with some'],
    ['no suffix', [{ suffix: '.jpeg' }], 'a.jpg', 'text', 'it does not end with ".jpeg"'],
    ['a wildcard', [{ wildcard: 'a*b*c' }], 'axc', 'text', 'no "b" after its first character'],
    ['a wildcard overlap', [{ wildcard: 'ab*b' }], 'ab', 'text', 'no other "b" after its first 2'],
    ['an address', [{ cidr: '10.0.0.0/16' }], '10.1.0.0', 'address', 'not an address of 10.0.0.0'],
    ['no address', [{ cidr: '10.0.0.0/16' }], 'here', 'address', 'this is not an IP address'],
    ['an exclusion', [{ 'anything-but': ['a'] }], 'a', 'excluded', 'what the pattern excludes'],
    ['an absence', [{ exists: false }], null, 'present', 'the pattern wants no such field'],
    ['an empty list', [{ exists: true }], [], 'no-value', 'the list is empty'],
    ['an empty object', [{ exists: true }], {}, 'no-value', 'the object is empty'],
    ['an object', ['x'], { b: 'x' }, 'no-value', 'as in `a.b`'],
    ['an emoji', [{ 'equals-ignore-case': '😀' }], '😀', 'letter-case', 'only as it is written'],
  ])('hints at %s', (_, wanted, value, kind, text) => {
    const hint = hintOf({ a: wanted }, { a: value });

    expect(hint?.kind).toBe(kind);
    expect(hint?.text).toContain(text);
  });

  it('hints at a number with more digits than a double holds', () => {
    expect(hintOf({ a: [{ numeric: ['>', 1] }] }, '{"a":12345678901234567890123}')?.kind).toBe(
      'precision',
    );
  });

  it('hints at the nearest of many values that the pattern lists', () => {
    expect(hintOf({ a: ['FR', 'DE', 'US', 'UK'] }, { a: ['XX', 'uk'] })?.text).toContain(
      '{"equals-ignore-case":"UK"}',
    );
  });

  test.each([
    ['another case', { detail: { Data: { country: 1 } } }, 'letter-case', 'detail.Data.country'],
    ['a typo', { detail: { data: { contry: 1 } } }, 'spelling', 'detail.data.contry'],
    ['two typos', { deatil: { data: { contry: 1 } } }, 'spelling', 'deatil.data.contry'],
    ['kebab case', { detail: { 'd-ata': { country: 1 } } }, 'spelling', 'detail.d-ata.country'],
    ['a level too high', { data: { country: 1 } }, 'elsewhere', 'data.country'],
    ['a level too deep', { detail: { data: { to: { country: 1 } } } }, 'elsewhere', '.to.country'],
    ['JSON in a text', { detail: '{"data":{}}' }, 'json-in-text', '`detail` is a text that holds'],
    ['a text', { detail: { data: 'x' } }, 'no-object', '`detail.data` is "x"'],
    ['a text on top', { detail: 'x' }, 'no-object', '`detail` is "x"'],
    ['null', { detail: null }, 'no-object', '`detail` is null'],
    ['a list of texts', { detail: { data: ['x'] } }, 'no-object', '`detail.data` is a list'],
    ['other names', { detail: { data: { a: 1, b: 2 } } }, 'names', '`detail.data` has `a`, `b`'],
    ['other names above', { detail: { x: 1 } }, 'names', '`detail` has `x`'],
    ['nothing alike', { zzz: 1 }, 'names', 'the event has `zzz`'],
  ])('hints at %s where a field is absent', (_, event, kind, text) => {
    const hint = hintOf({ detail: { data: { country: ['US'] } } }, event);

    expect(hint?.kind).toBe(kind);
    expect(hint?.text).toContain(text);
  });

  it('takes snake case for another spelling of camel case', () => {
    const hint = hintOf({ customerOrderId: ['x'] }, { other: 1, customer_order_id: 'x' });

    expect(hint).toEqual({ kind: 'spelling', text: 'the event has `customer_order_id`' });
  });

  it('names the first of the places where the field is elsewhere', () => {
    const event = { to: { country: 'US' }, from: { country: 'US' } };

    expect(hintOf({ country: ['US'] }, event)?.text).toContain('`to.country`');
  });

  it('takes another short name for no typo', () => {
    expect(hintOf({ detail: { a: ['x'] } }, { detail: { b: 'x' } })?.kind).toBe('names');
  });

  it('gives no hint where the event has nothing at all', () => {
    expect(hintOf({ a: [1] }, {})).toBeUndefined();
  });

  it('says which elements hold the values that have to stand in one', () => {
    const event = { lines: [{ sku: 'A', count: 1 }, { sku: 'B', count: 2 }, { sku: 'A' }] };
    const hint = hintOf({ lines: { count: [2], sku: ['A'] } }, event);

    expect(hint?.kind).toBe('other-element');
    expect(hint?.text).toBe(
      'it is there at `lines[0].sku`, `lines[2].sku`, but `lines.count` at `lines[1].count`: ' +
        'one element has to hold both',
    );
  });

  // Beside `a` the field could be absent, from lines[0]; `b` chooses lines[1], where it is there.
  it('names the field that keeps another from being absent', () => {
    const lines = [{ a: 1 }, { a: 1, b: 1, c: 3 }, { c: 5 }];
    const hint = hintOf({ lines: { a: [1], b: [1], c: [5, { exists: false }] } }, { lines });

    expect(hint?.text).toBe(
      'it is there at `lines[2].c`, but `lines.b` at `lines[1].b`: one element has to hold both',
    );
  });

  it('says so where any two fields meet in an element, and no element has all three', () => {
    const lines = [
      { a: 1, b: 1 },
      { b: 1, c: 1 },
      { a: 1, c: 1 },
    ];
    const hint = hintOf({ lines: { a: [1], b: [1], c: [1] } }, { lines });

    expect(hint?.text).toContain('not in one element with all of the other fields');
  });

  it('calls a field absent that is absent from the element the others found', () => {
    const { matches, alternatives } = explained(
      { a: { c: [1], d: [{ exists: false }] } },
      { a: [{ d: 1 }, { c: 1 }] },
    );

    expect(matches).toBe(true);
    expect(alternatives[0]?.fields.map(({ holds }) => holds)).toEqual([true, true]);
  });

  it('keeps the values of a name that repeats', () => {
    const [field] = failing({ a: [3] }, '{"a":1,"a":2}');

    expect(field?.found.map(({ value }) => value)).toEqual(['1', '2']);
  });

  it('takes __proto__ for a field like any other', () => {
    const [field] = failing(JSON.parse('{"__proto__":["x"]}'), '{"__proto__":"y"}');

    expect(field?.found[0]).toEqual({ place: '__proto__', value: '"y"', taken: false });
  });

  it('writes the place of a name with a dot so that it can be told from two names', () => {
    const [field] = failing({ a: { b: ['x'] } }, { 'a.b': 'y' });

    expect(field?.found[0]?.place).toBe('["a.b"]');
  });

  it('says of a body that is no JSON object that SNS does not deliver it', () => {
    expect(explained({ a: ['x'] }, 'hello', 'sns-body')).toEqual({
      matches: false,
      unread: expect.stringContaining('the body is not a JSON object'),
      alternatives: [],
      others: 1,
      dropped: 0,
    });
  });

  it('says of a message without attributes that SNS does not deliver it', () => {
    const { matches, unread } = explained({ a: [{ exists: false }] }, {}, 'sns-attributes');

    expect(matches).toBe(false);
    expect(unread).toContain('the message has no attributes');
  });

  test.each(['lambda', 'pipes'] as const)('says of %s that a body is not JSON', (dialect) => {
    const [field] = failing({ body: { a: ['x'] } }, { body: '{a: 1}' }, dialect);

    expect(field?.hint).toEqual({
      kind: 'not-json',
      text: '`body` is not a JSON object, so there is nothing in it to compare',
    });
  });

  it('looks into the attributes of a message as SNS does', () => {
    const event = { color: { DataType: 'String', StringValue: 'Red' } };
    const [field] = failing({ color: ['red'] }, event, 'sns-attributes');

    expect(field?.found[0]?.value).toBe('"Red"');
  });

  it('refuses an event that is not a JSON object', () => {
    expect(() => explained({ a: [1] }, '[]')).toThrow(EventError);
  });

  it('ends on hostile events: an array of 5,000 elements, 250 fields, a long name', () => {
    const elements = Array.from({ length: 5000 }, (_, index) => ({ [`f${index % 256}`]: 1 }));
    const names = Array.from({ length: 250 }, (_, index) => `f${index}`);
    const pattern = { l: Object.fromEntries(names.map((name) => [name, [1]])) };
    const { alternatives } = explained(pattern, { l: elements });

    expect(alternatives[0]?.fields.filter(({ holds }) => holds).length).toBe(1);

    const long = 'n'.repeat(500_000);
    const wide = Object.fromEntries(Array.from({ length: 20_000 }, (_, index) => [`x${index}`, 1]));
    expect(failing({ a: [1] }, { [long]: wide })[0]?.hint).toBeUndefined();
  });
});
