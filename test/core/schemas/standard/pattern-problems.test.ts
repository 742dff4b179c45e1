import { patternProblems } from '../../../../lib/core/schemas/standard';

describe('patternProblems', () => {
  test.each([
    ['of Unicode', { pattern: '^\\p{L}+$' }],
    ['that only a reader without Unicode takes', { pattern: '^a\\_b$' }],
    ['of a field that is named so', { properties: { pattern: { type: 'string' } } }],
  ])('takes a pattern %s', (_name, schema) => {
    expect(patternProblems(schema)).toEqual([]);
  });

  it('tells of texts that are no regular expression', () => {
    const schema = { items: { pattern: '(' }, patternProperties: { '[a/': {} } };
    expect(patternProblems(schema)).toEqual([
      { pointer: '/patternProperties/[a~1', pattern: '[a/' },
      { pointer: '/items/pattern', pattern: '(' },
    ]);
  });
});
