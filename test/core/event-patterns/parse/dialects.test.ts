import { PatternError } from '../../../../lib/core/event-patterns';
import type { DialectName } from '../../../../lib/core/event-patterns/dialects/dialect';
import { parsePattern } from '../../../../lib/core/event-patterns/parse/parse';

function problem(pattern: string | object, dialect: DialectName): string | undefined {
  try {
    parsePattern(pattern, dialect);
    return undefined;
  } catch (error) {
    if (error instanceof PatternError) {
      return error.problem;
    }
    throw error;
  }
}

const every: readonly DialectName[] = [
  'eventbridge',
  'eventbridge-v2',
  'sns-attributes',
  'sns-body',
  'pipes',
  'lambda',
];

const texts = (count: number): string[] => Array.from({ length: count }, (_, i) => `v${i}`);

describe('parsePattern of a dialect', () => {
  test.each(every)('keeps its name: %s', (dialect) => {
    expect(parsePattern({ a: ['x'] }, dialect).dialect).toBe(dialect);
  });

  test.each(every)('takes the operators that all have in common: %s', (dialect) => {
    const pattern = {
      a: [
        ...['x', 1, null, true],
        ...[{ prefix: 'x' }, { suffix: 'x' }, { 'equals-ignore-case': 'x' }, { exists: false }],
        ...[{ numeric: ['>', 1] }, { cidr: '10.0.0.0/8' }, { 'anything-but': ['x'] }],
      ],
      $or: [{ b: ['x'] }, { c: ['x'] }],
    };

    expect(parsePattern(pattern, dialect).alternatives).toHaveLength(2);
  });

  const wildcard = { a: [{ wildcard: 'x*' }] };
  const not = (name: string) => ({ a: [{ 'anything-but': { [name]: 'x' } }] });
  const anyCase = { a: [{ prefix: { 'equals-ignore-case': 'x' } }] };

  test.each<[string, object, readonly DialectName[]]>([
    ['wildcard', wildcard, ['eventbridge', 'sns-attributes', 'sns-body', 'lambda']],
    [
      'a wildcard inside anything-but',
      not('wildcard'),
      ['eventbridge', 'sns-attributes', 'sns-body', 'lambda'],
    ],
    [
      'a prefix inside anything-but',
      not('prefix'),
      ['eventbridge', 'eventbridge-v2', 'sns-attributes', 'sns-body', 'lambda'],
    ],
    ['a suffix inside anything-but', not('suffix'), ['eventbridge', 'eventbridge-v2', 'lambda']],
    [
      'any case inside anything-but',
      not('equals-ignore-case'),
      ['eventbridge', 'eventbridge-v2', 'lambda'],
    ],
    ['any case inside a prefix', anyCase, ['eventbridge', 'eventbridge-v2', 'pipes', 'lambda']],
    [
      'nested fields',
      { a: { b: ['x'] } },
      ['eventbridge', 'eventbridge-v2', 'sns-body', 'pipes', 'lambda'],
    ],
    [
      'six fields',
      Object.fromEntries(texts(6).map((name) => [name, ['x']])),
      ['eventbridge', 'eventbridge-v2', 'pipes', 'lambda'],
    ],
    ['151 values', { a: texts(151) }, ['eventbridge', 'eventbridge-v2', 'pipes', 'lambda']],
    ['5,000 characters', { a: ['x'.repeat(5000)] }, ['sns-attributes', 'sns-body']],
    ['a name with dots', { 'a.b': ['x'] }, every],
  ])('takes only in some: %s', (_, pattern, taking) => {
    const taken = every.filter((dialect) => problem(pattern, dialect) === undefined);

    expect(taken).toEqual(taking);
  });

  test.each<[string, object, DialectName, string]>([
    [
      'an operator',
      wildcard,
      'pipes',
      'wildcard is an operator that a filter of a pipe does not support',
    ],
    [
      'what may stand inside',
      not('prefix'),
      'pipes',
      '"prefix" is unsupported inside anything-but: a filter of a pipe takes no operator there',
    ],
    ['the length', { a: ['x'.repeat(4096)] }, 'lambda', 'it is longer than 4096 characters'],
    ['the bytes', { a: ['é'.repeat(131_072)] }, 'sns-body', 'it is longer than 262144 bytes'],
  ])('names %s that it refuses', (_, pattern, dialect, expected) => {
    expect(problem(pattern, dialect)).toBe(expected);
  });

  test('refuses a dialect that is none', () => {
    expect(problem({ a: ['x'] }, 'toString' as DialectName)).toBe('"toString" is no dialect');
  });

  test('refuses what is no name without reading it: it may hold itself', () => {
    const loop: unknown[] = [];
    loop.push(loop);

    expect(problem({ a: ['x'] }, loop as never)).toBe('a value of type object is no dialect');
  });
});

describe('parsePattern, the length', () => {
  const wrapped = (length: number) => `{"a":["${'x'.repeat(length - 10)}"]}`;

  test.each<[string, (text: string) => string | object]>([
    ['a text', (text) => text],
    ['an object, as JSON.stringify writes it', (text) => JSON.parse(text)],
  ])('counts up to 4,096 characters of %s', (_, given) => {
    expect(problem(given(wrapped(4096)), 'eventbridge')).toBeUndefined();
    expect(problem(given(wrapped(4097)), 'eventbridge')).toBe('it is longer than 4096 characters');
  });

  test('counts the spaces of a text', () => {
    expect(problem(`{"a":[1]}${' '.repeat(4088)}`, 'pipes')).toBe(
      'it is longer than 4096 characters',
    );
  });

  test.each([
    ['escapes', { a: ['"\n'.repeat(1021), 'x'] }],
    ['names', { [`${'"'.repeat(2042)}`]: [1] }],
    ['lists', { a: Array.from({ length: 2045 }, () => 1) }],
    ['objects and keywords', { a: { b: [null, true, { exists: false }, 'x'.repeat(4049)] } }],
  ])('counts %s as JSON.stringify writes them', (_, pattern) => {
    const { length } = JSON.stringify(pattern);

    expect(length).toBeGreaterThan(4090);
    expect(problem(pattern, 'eventbridge') === undefined).toBe(length <= 4096);
  });
});

describe('parsePattern of SNS', () => {
  test.each<[string, object, DialectName]>([
    ['150 values of one key', { a: texts(150) }, 'sns-attributes'],
    ['150 combinations', { a: texts(10), b: texts(15) }, 'sns-attributes'],
    [
      'the example of its documentation',
      { a: texts(3), b: texts(1), c: texts(2) },
      'sns-attributes',
    ],
    [
      '150 combinations over the alternatives of $or',
      {
        source: texts(3),
        $or: [
          { metricName: texts(6) },
          { metricType: texts(4), $or: [{ metricId: texts(4) }, { spaceId: texts(7) }] },
        ],
      },
      'sns-attributes',
    ],
    ['150 with depths', { a: { b: { c: texts(5) } }, d: { e: texts(5) } }, 'sns-body'],
    [
      'a list inside an operator as one value',
      {
        a: texts(149).map((not) => ({ 'anything-but': [not, 'x'] })),
      },
      'sns-body',
    ],
  ])('takes %s', (_, policy, dialect) => {
    expect(problem(policy, dialect)).toBeUndefined();
  });

  test.each<[string, object, DialectName, string]>([
    [
      '151 with depths',
      { a: { b: { c: texts(17) } }, d: texts(3) },
      'sns-body',
      '153 combinations',
    ],
    ['a field three levels down', { a: { b: { c: texts(51) } } }, 'sns-body', '153 combinations'],
    [
      'the sum over alternatives',
      { a: texts(50), $or: [{ b: texts(2) }, { c: texts(2) }] },
      'sns-body',
      '200 combinations',
    ],
    [
      'six keys over the alternatives',
      {
        $or: [
          { a: ['x'], b: ['x'], c: ['x'] },
          { d: ['x'], e: ['x'], f: ['x'] },
        ],
      },
      'sns-attributes',
      'one of 6 keys (a, b, c, d, e, f)',
    ],
    [
      'a wildcard of four asterisks',
      { a: [{ wildcard: '*a*b*c*' }] },
      'sns-attributes',
      'a wildcard of 4 asterisks',
    ],
    [
      'wildcards of 144 points',
      { a: texts(4).map((text) => ({ wildcard: `*${text}*b*` })) },
      'sns-body',
      '144 points',
    ],
    [
      'wildcards of two asterisks, three points each',
      { a: texts(5).map((text) => ({ wildcard: `${text}*b*` })) },
      'sns-body',
      '150 points',
    ],
  ])('refuses %s', (_, policy, dialect, expected) => {
    expect(problem(policy, dialect)).toContain(expected);
  });

  test('counts one point for an only asterisk, times the wildcards of the field', () => {
    const wildcards = (count: number) => ({
      a: texts(count).map((text) => ({ wildcard: `${text}*` })),
    });

    expect(problem(wildcards(10), 'sns-body')).toBeUndefined();
    expect(problem(wildcards(11), 'sns-body')).toContain('121 points');
  });
});

describe('parsePattern, wildcards of a rule', () => {
  const wildcards = (...patterns: string[]) => ({ a: patterns.map((wildcard) => ({ wildcard })) });

  test.each([
    ['one asterisk before what repeats', wildcards('/Users/*/dir/dir/dir/dir/dir/doc.txt')],
    ['few asterisks', wildcards('arn:aws:events:us-east-1:*:event-bus/*')],
    ['four endings', wildcards('*.bif', '*.tiff', '*.tif', '*.svs')],
    ['two paths', wildcards('*/datasync/*.bif', '*/datasync/*.tif')],
    ['ten positions', wildcards('*:*:*:*:*x')],
    ['three names', wildcards('*:stack/Api/*', '*:stack/Batch/*', '*:stack/Shared/*')],
    ['one pattern many times', wildcards(...Array.from({ length: 30 }, () => '*a*'))],
  ])('takes what AWS takes: %s', (_, pattern) => {
    expect(problem(pattern, 'eventbridge')).toBeUndefined();
  });

  test.each([
    ['asterisks between one character', wildcards('*:*:*:*:*:event-bus/*')],
    ['four paths', wildcards(...['bif', 'tiff', 'tif', 'svs'].map((end) => `*/datasync/*.${end}`))],
    [
      'four names',
      wildcards('*:stack/Api/*', '*:stack/Batch/*', '*:stack/Shared/*', '*:stack/Web/*'),
    ],
    ['asterisks inside anything-but', { a: [{ 'anything-but': { wildcard: '*:*:*:*:*:*' } }] }],
    ['a very long one', wildcards('*a'.repeat(2000))],
  ])('refuses what AWS calls too complex: %s', (_, pattern) => {
    expect(problem(pattern, 'eventbridge')).toContain('is too complex for its wildcards');
  });
});
