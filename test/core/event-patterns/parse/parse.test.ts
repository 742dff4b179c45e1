import { PatternError, parsePattern } from '../../../../lib/core/event-patterns';

function refusal(pattern: string | object): PatternError {
  try {
    parsePattern(pattern);
  } catch (error) {
    if (error instanceof PatternError) {
      return error;
    }
    throw error;
  }
  throw new Error(`accepted ${JSON.stringify(pattern)}`);
}

/** `alternatives` objects of one `$or`, each with a field of its own. */
function choice(name: string, alternatives: number): string {
  const objects = Array.from({ length: alternatives }, (_, i) => `{"${name}${i}":[1]}`);
  return `"$or":[${objects.join(',')}]`;
}

const unsupported = (operator: string): string =>
  `"${operator}" is unsupported inside anything-but: a rule on a Classic bus takes prefix, suffix, ` +
  'equals-ignore-case, wildcard there';

describe('parsePattern', () => {
  test('makes fields sorted by path, with the matchers in their order', () => {
    const pattern = parsePattern({
      source: ['shop.checkout', { prefix: 'shop.' }],
      detail: { data: { total: [{ numeric: ['>', 0, '<=', 5] }, 300, null] } },
    });

    expect(pattern).toEqual({
      dialect: 'eventbridge',
      shadowed: [],
      paths: ['detail.data.total', 'source'],
      alternatives: [
        {
          fields: [
            {
              path: 'detail.data.total',
              matchers: [
                {
                  kind: 'range',
                  low: { value: 0, open: true },
                  high: { value: 5, open: false },
                },
                { kind: 'number', text: '300', value: 300 },
                { kind: 'keyword', value: 'null' },
              ],
            },
            {
              path: 'source',
              matchers: [
                { kind: 'exactly', value: 'shop.checkout' },
                { kind: 'prefix', value: 'shop.' },
              ],
            },
          ],
        },
      ],
    });
  });

  test('makes an alternative of each object of $or, and combines two of them', () => {
    const pattern = parsePattern({
      a: [1],
      $or: [{ b: ['x'] }, { c: ['y'] }],
      d: { $or: [{ e: ['z'] }, { f: ['w'] }] },
    });
    const paths = pattern.alternatives.map(({ fields }) => fields.map(({ path }) => path));

    expect(paths).toEqual([
      ['a', 'b', 'd.e'],
      ['a', 'c', 'd.e'],
      ['a', 'b', 'd.f'],
      ['a', 'c', 'd.f'],
    ]);
    expect(pattern.paths).toEqual(['a', 'b', 'c', 'd.e', 'd.f']);
  });

  test('freezes all that it makes', () => {
    const [alternative] = parsePattern({ a: [{ 'anything-but': ['x'] }] }).alternatives;
    const [matcher] = alternative?.fields[0]?.matchers ?? [];

    expect(Object.isFrozen(alternative)).toBe(true);
    expect(matcher?.kind === 'anything-but' && Object.isFrozen(matcher.not[0])).toBe(true);
  });

  test('keeps a number that a double does not hold as it is spelt', () => {
    const pattern = parsePattern('{"account":[123456789012345678901]}');

    expect(pattern.alternatives[0]?.fields[0]?.matchers).toEqual([
      { kind: 'number', text: '123456789012345678901' },
    ]);
  });

  test.each<[string, unknown, unknown]>([
    ['an address', '10.0.0.1', { kind: 'ip', text: '10.0.0.1', low: '0A000001', high: '0A000001' }],
    [
      'a block',
      { cidr: '10.0.0.77/24' },
      { kind: 'ip', text: '10.0.0.77/24', low: '0A000000', high: '0A0000FF' },
    ],
    [
      'a wildcard',
      { wildcard: 'a*\\*\\\\*' },
      { kind: 'wildcard', value: 'a*\\*\\\\*', parts: ['a', '*\\', ''] },
    ],
    [
      'one bound',
      { numeric: ['<', 5] },
      {
        kind: 'range',
        low: { value: -Number.MAX_VALUE, open: false },
        high: { value: 5, open: true },
      },
    ],
    ['a numeric equality', { numeric: ['=', 5] }, { kind: 'number', text: '5', value: 5 }],
    ['exists', { exists: true }, { kind: 'exists' }],
    ['exists false', { exists: false }, { kind: 'absent' }],
    [
      'anything but texts with a beginning',
      { 'anything-but': { prefix: ['a', 'b'] } },
      {
        kind: 'anything-but',
        not: [
          { kind: 'prefix', value: 'a' },
          { kind: 'prefix', value: 'b' },
        ],
      },
    ],
    [
      'a suffix in any case',
      { suffix: { 'equals-ignore-case': '.PNG' } },
      { kind: 'suffix-ignore-case', value: '.PNG' },
    ],
  ])('reads %s', (_, item, matcher) => {
    expect(parsePattern({ a: [item] }).alternatives[0]?.fields[0]?.matchers).toEqual([matcher]);
  });

  test.each([
    ['an empty prefix', '{"a":[{"prefix":""}]}'],
    ['an empty suffix in any case', '{"a":[{"suffix":{"equals-ignore-case":""}}]}'],
    ['an empty wildcard', '{"a":[{"wildcard":""}]}'],
    ['anything but the empty text', '{"a":[{"anything-but":""}]}'],
    ['a number too large to compare', '{"a":[1e400]}'],
    ['a mask of 0 bits', '{"a":[{"cidr":"0.0.0.0/0"}]}'],
    ['the widest masks', '{"a":[{"cidr":"10.0.0.0/31"},{"cidr":"::1/127"}]}'],
    ['a mask with a sign and leading zeros', '{"a":[{"cidr":"10.0.0.0/+08"}]}'],
    ['a bound beyond 5,000,000,000', '{"a":[{"numeric":[">",5000000001]}]}'],
    ['a field with the name of an operator, outside $or', '{"a":{"prefix":["x"]}}'],
    ['1,000 combinations', `{${choice('a', 10)},${choice('b', 10)},${choice('c', 10)}}`],
    ['800 levels of nesting', `${'{"":'.repeat(800)}[1]${'}'.repeat(800)}`],
    ['4,096 characters', `{"a":["${'x'.repeat(4086)}"]}`],
    ['space around the tokens', ' {\r\n\t"a" : [ 1 , 2 ] } '],
    ['$or as an old field of that name', '{"$or":[{"prefix":"x"}]}'],
    ['$or as an old object of that name', '{"$or":{"a":[1]}}'],
    ['a field named __proto__', '{"__proto__":{"constructor":[1]}}'],
  ])('accepts %s', (_, pattern) => {
    expect(parsePattern(pattern).alternatives.length).toBeGreaterThan(0);
  });

  test.each<[string, string | object, string, string]>([
    ['an empty pattern', '{}', '', '{} is an empty object, without fields'],
    ['an empty object', { a: { b: {} } }, 'a.b', '{} is an empty object, without fields'],
    [
      'an empty list',
      { detail: { x: [] } },
      'detail.x',
      'the list is empty, and an empty list is not allowed',
    ],
    ['a list', '[1]', '', '[1] is not an object'],
    ['a text that is no pattern', '"x"', '', '"x" is not an object'],
    ['a text outside a list', { a: 'x' }, 'a', '"x" is not in a list'],
    ['null outside a list', { a: null }, 'a', 'null is not in a list'],
    ['a list in a list', { a: [[1]] }, 'a', '[1] is neither a value nor an operator'],
    ['undefined', { a: [undefined] }, 'a', 'undefined is neither a value nor an operator'],
    ['NaN', { a: [Number.NaN] }, 'a', 'NaN is neither a value nor an operator'],
    ['a field that is undefined', { a: undefined }, 'a', 'undefined is not in a list'],
    ['no operator', { a: [{}] }, 'a', '{} has 0 operators where one belongs'],
    [
      'two operators',
      { a: [{ prefix: 'x', suffix: 'y' }] },
      'a',
      '{"prefix": "x", "suffix": "y"} has 2 operators where one belongs',
    ],
    [
      'one operator twice',
      '{"a":[{"prefix":"x","prefix":"x"}]}',
      'a',
      '{"prefix": "x", "prefix": "x"} has 2 operators where one belongs',
    ],
    [
      'an unknown operator',
      { a: [{ prefx: 'x' }] },
      'a',
      '{"prefx": "x"} has an unknown operator, "prefx"',
    ],
    [
      'an operator that every object has',
      '{"a":[{"constructor":"x"}]}',
      'a',
      '{"constructor": "x"} has an unknown operator, "constructor"',
    ],
    ['a prefix that is a number', { a: [{ prefix: 1 }] }, 'a', 'prefix must be a text, not 1'],
    ['a list of prefixes', { a: [{ prefix: ['x'] }] }, 'a', 'prefix must be a text, not ["x"]'],
    [
      'a suffix in a prefix',
      { a: [{ prefix: { suffix: 'x' } }] },
      'a',
      '"suffix" is unsupported inside prefix: a rule on a Classic bus takes equals-ignore-case there',
    ],
    ['exactly a number', { a: [{ exactly: 1 }] }, 'a', 'exactly must be a text, not 1'],
    [
      'a prefix in any case',
      { a: [{ 'equals-ignore-case': { prefix: 'x' } }] },
      'a',
      'equals-ignore-case must be a text, not {"prefix": "x"}',
    ],
    ['exists "true"', { a: [{ exists: 'true' }] }, 'a', '"true" is neither true nor false'],
    ['exists null', { a: [{ exists: null }] }, 'a', 'null is neither true nor false'],
  ])('refuses %s', (_, pattern, path, problem) => {
    expect(refusal(pattern)).toMatchObject({ path, problem });
  });

  test.each<[string, unknown, string]>([
    ['two asterisks', 'a**b', '"a**b" has two asterisks in a row'],
    ['an escaped letter', '\\a', '"\\\\a" has a backslash that escapes neither * nor \\'],
    ['a backslash at the end', 'a\\', '"a\\\\" has a backslash that escapes neither * nor \\'],
    ['a number', 1, 'wildcard must be a text, not 1'],
  ])('refuses a wildcard with %s', (_, wildcard, problem) => {
    expect(refusal({ a: [{ wildcard }] }).problem).toBe(problem);
    expect(refusal({ a: [{ 'anything-but': { wildcard: [wildcard] } }] }).problem).toBe(problem);
  });

  test.each<[string, string, string]>([
    ['no list', '10', 'numeric must be a list, not 10'],
    ['an empty list', '[]', 'nothing is an invalid member of numeric: it begins with an operator'],
    ['a number first', '[1,"<="]', '1 is an invalid member of numeric: it begins with an operator'],
    ['an unknown comparison', '["!=",5]', '"!=" is an unrecognized operator of a numeric range'],
    ['no number', '[">"]', 'the value of > must be a number, not nothing'],
    ['a text for a number', '[">","5"]', 'the value of > must be a number, not "5"'],
    ['no second number', '[">",0,"<"]', 'the value of < must be a number, not nothing'],
    ['an upper bound first', '["<",5,">",1]', '["<", 5, ">", 1] has too many elements behind <'],
    ['two lower bounds', '[">",1,">",3]', '">" is a bad operator for the upper end of a range'],
    ['more after an equality', '["=",1,"<",3]', '["=", 1, "<", 3] has too many elements behind ='],
    ['five terms', '[">",1,"<",3,"<"]', '"<" is one of too many terms for a numeric range'],
    ['crossed bounds', '[">",5,"<",3]', 'bottom must be less than top, but 5 is not less than 3'],
    ['equal bounds', '[">=",5,"<=",5.0]', 'bottom must be less than top, but 5 is not less than 5'],
    [
      'a number that a double does not hold',
      '["=",9007199254740993]',
      `9007199254740993 can't be compared, as a double doesn't hold it exactly`,
    ],
  ])('refuses a numeric with %s', (_, numeric, problem) => {
    expect(refusal(`{"a":[{"numeric":${numeric}}]}`).problem).toBe(problem);
  });

  test.each([
    ['no slash', '10.0.0.0', '"10.0.0.0" is a malformed CIDR: one / is required'],
    ['no mask', '10.0.0.0/', '"10.0.0.0/" is a malformed CIDR: one / is required'],
    ['two slashes', '10.0.0.0//8', '"10.0.0.0//8" is a malformed CIDR: one / is required'],
    ['no address', 'a.b/8', '"a.b" is a nonstandard IP address'],
    ['a byte of 256', '256.0.0.0/8', '"256.0.0.0" is a nonstandard IP address'],
    ['a single address', '10.0.0.1/32', '"10.0.0.1/32" has a mask of 32 bits, outside 0-31'],
    ['a single IPv6 address', '::1/128', '"::1/128" has a mask of 128 bits, outside 0-127'],
    [
      'a mapped IPv4 address',
      '::ffff:a00:1/96',
      '"::ffff:a00:1/96" has a mask of 96 bits, outside 0-31',
    ],
    ['a negative mask', '10.0.0.0/-1', '"10.0.0.0/-1" has a mask of -1 bits, outside 0-31'],
  ])('refuses a cidr with %s', (_, cidr, problem) => {
    expect(refusal({ a: [{ cidr }] }).problem).toBe(problem);
  });

  test.each<[string, unknown, string]>([
    ['nothing', [], 'the list is empty'],
    ['null', null, 'anything-but takes texts or numbers, not null'],
    ['texts and numbers', ['x', 1], '["x", 1] mixes texts and numbers'],
    ['a list with null', ['x', null], 'anything-but takes texts or numbers, not null'],
    ['an empty prefix', { prefix: '' }, 'an empty prefix would exclude every text'],
    [
      'an empty suffix in a list',
      { suffix: ['x', ''] },
      'an empty suffix would exclude every text',
    ],
    ['no prefixes', { prefix: [] }, 'the list is empty'],
    ['a prefix that is a number', { prefix: [1] }, 'prefix must be a text, not 1'],
    ['what exists', { exists: true }, unsupported('exists')],
    ['a number range', { numeric: ['>', 1] }, unsupported('numeric')],
    ['a member of every object', { toString: 'x' }, unsupported('toString')],
    [
      'two operators',
      { prefix: 'x', suffix: 'y' },
      '{"prefix": "x", "suffix": "y"} has 2 operators where one belongs',
    ],
  ])('refuses anything-but %s', (_, value, problem) => {
    expect(refusal({ a: [{ 'anything-but': value }] }).problem).toBe(problem);
  });

  test('refuses anything-but a number that a double does not hold', () => {
    expect(refusal('{"a":[{"anything-but":[9007199254740993]}]}').problem).toBe(
      `9007199254740993 can't be compared, as a double doesn't hold it exactly`,
    );
  });

  test.each<[string, string | object, string, string]>([
    ['no alternative', { $or: [] }, '$or', '[] gives no choice'],
    ['one alternative', { d: { $or: [{ a: [1] }] } }, 'd.$or', '[{"a": [1]}] gives no choice'],
    ['an alternative that is a text', { $or: [{ a: [1] }, 'x'] }, '$or', '"x" is no alternative'],
    [
      'an empty alternative',
      { $or: [{ a: [1] }, {}] },
      '',
      '{} is an empty object, without fields',
    ],
    [
      'a field with the name of an operator',
      { $or: [{ cidr: ['x'] }, { a: [1] }] },
      'cidr',
      'cidr is an operator',
    ],
    [
      'such a field further down',
      { $or: [{ b: { '<=': ['x'] } }, { a: [1] }] },
      'b.<=',
      '<= is an operator',
    ],
    [
      'more than 1,000 combinations',
      `{${choice('a', 11)},${choice('b', 91)}}`,
      '$or',
      'the alternatives combine in more than 1000 ways',
    ],
  ])('refuses $or with %s', (_, pattern, path, problem) => {
    expect(refusal(pattern)).toMatchObject({ path, problem });
  });

  test.each<[string, object, boolean]>([
    ['a wildcard', { wildcard: 'x*' }, true],
    ['a text but an end', { 'anything-but': { suffix: 'x' } }, true],
    ['texts in any case', { 'anything-but': { 'equals-ignore-case': ['x', 'y'] } }, true],
    ['a text but a wildcard', { 'anything-but': { wildcard: 'x*' } }, false],
    ['a text but some beginnings', { 'anything-but': { prefix: ['x'] } }, false],
    ['a text but some ends', { 'anything-but': { suffix: ['x', 'y'] } }, false],
  ])('reads an old field named $or as an older reader does: %s', (_, matcher, taken) => {
    const parse = () => parsePattern({ $or: [matcher] }).paths;

    if (taken) {
      expect(parse()).toEqual(['$or']);
    } else {
      expect(parse).toThrow(PatternError);
    }
    expect(parsePattern({ a: [matcher] }).paths).toEqual(['a']);
  });

  test('refuses the 257th field', () => {
    const fields = Array.from({ length: 257 }, (_, i) => [`f${i}`, [1]]);

    expect(parsePattern(Object.fromEntries(fields.slice(1))).paths).toHaveLength(256);
    expect(refusal(Object.fromEntries(fields))).toMatchObject({
      path: 'f256',
      problem: 'it is field 257',
    });
  });

  test.each<[string, string, string, number, number]>([
    ['an open object', '{"a":[1]', 'the text ends, not "}"', 1, 9],
    ['a comma at the end', '{"a":[1],\n}', 'found "}", not a name in double quotes', 2, 1],
    ['text behind the pattern', '{"a":[1]} x', 'found "x", not the end of the text', 1, 11],
    ['a leading zero', '{"a":[01]}', 'found "1", not "]"', 1, 8],
    ['a point without digits', '{"a":[1.]}', 'found ".", not "]"', 1, 8],
    ['a bare word', '{"a":[yes]}', 'found "y", not a JSON value', 1, 7],
    [
      'an unknown escape',
      '{"a":["\\x"]}',
      'found "\\"", not a string with the escapes that JSON knows',
      1,
      7,
    ],
    [
      'a line break in a string',
      '{"a":["\n"]}',
      'found "\\n", not the rest of a string, its control characters escaped',
      1,
      8,
    ],
    [
      'an open string',
      '{"a":["',
      'the text ends, not the rest of a string, its control characters escaped',
      1,
      8,
    ],
    ['nothing', '', 'the text ends, not a JSON value', 1, 1],
    ['1,001 levels', '['.repeat(4000), 'found "[", not at most 1000 levels of nesting', 1, 1001],
  ])('refuses %s in a text', (_, pattern, problem, line, column) => {
    expect(refusal(pattern)).toMatchObject({ path: '', problem, at: { line, column } });
  });

  test.each([
    ['a value outside a list', '{"a":{\n  "b": "x"}}', 2, 8],
    ['an empty list', '{"a":\n\n []}', 3, 2],
    ['an empty object', '{"a": {}}', 1, 7],
    ['an unknown operator', '{"a":["x", {"prefx":"y"}]}', 1, 12],
    ['the value of an operator', '{"a":[{"prefix":\n17}]}', 2, 1],
    ['a bound of a range', '{"a":[{"numeric":[">",1,"<",\n"2"]}]}', 2, 1],
    ['one of the texts of anything-but', '{"a":[{"anything-but":["x",null]}]}', 1, 28],
    ['an alternative', '{"$or":[{"a":[1]},\n"x"]}', 2, 1],
    ['the name of an operator in $or', '{"$or":[{"a":[1]},{"cidr":["x"]}]}', 1, 27],
  ])('tells the line and column of %s', (_, pattern, line, column) => {
    const error = refusal(pattern);

    expect(error.at).toEqual({ line, column });
    expect(error.message).toContain(`(line ${line}, column ${column}): ${error.problem}`);
  });

  test('tells no line of an object', () => {
    expect(refusal({ a: 'x' }).at).toBeUndefined();
  });

  test('refuses an object that holds itself', () => {
    const pattern: Record<string, unknown> = {};
    pattern['a'] = pattern;

    expect(refusal(pattern).problem).toBe('it nests deeper than 1000 levels, or holds itself');
  });
});

describe('PatternError', () => {
  test('says where, what is wrong and what was expected', () => {
    const error = refusal({ detail: { data: { shipTo: { country: 'US' } } } });

    expect(error.name).toBe('PatternError');
    expect(error.message).toBe(
      'Event pattern, detail.data.shipTo.country: "US" is not in a list. Expected a list, such as ["US"].',
    );
  });

  test('names no field where the whole pattern is meant', () => {
    expect(refusal([]).message).toBe(
      'Event pattern: [] is not an object. Expected a JSON object of fields.',
    );
  });

  test('shortens a long value', () => {
    const { problem } = refusal({ a: 'x'.repeat(1000) });

    expect(problem).toBe(`"${'x'.repeat(98)}… is not in a list`);
  });
});
