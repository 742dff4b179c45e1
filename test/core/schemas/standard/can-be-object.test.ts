import { canBeObject } from '../../../../lib/core/schemas/standard';

const text = { type: 'string' };
const data = { type: 'object' };

describe('canBeObject', () => {
  test.each([
    ['an object', data],
    ['anything', {}],
    ['one of several types', { type: ['null', 'object'] }],
    ['a branch that is one', { anyOf: [text, data] }],
    ['a value that is one', { enum: ['a', { b: 1 }] }],
    ['a definition that is one', { $ref: '#/$defs/data', $defs: { data } }],
    ['a schema that leads back to itself', { $ref: '#' }],
    ['a reference that leads nowhere', { $ref: '#/nowhere' }],
  ])('takes %s', (_name, schema) => {
    expect(canBeObject(schema)).toBe(true);
  });

  test.each([
    ['a text', text],
    ['a list', { type: 'array', items: data }],
    ['one of several types', { type: ['null', 'string'] }],
    ['only branches that are none', { oneOf: [text, { type: 'number' }] }],
    ['a branch of all that is none', { allOf: [data, text] }],
    ['only values that are none', { enum: ['a', null, ['b']] }],
    ['one value', { const: 'a' }],
    ['a definition that is none', { $ref: '#/$defs/text', $defs: { text } }],
    ['a branch that nothing satisfies', { allOf: [false] }],
  ])('refuses %s', (_name, schema) => {
    expect(canBeObject(schema)).toBe(false);
  });

  it('answers for a chain of 100,000 references', () => {
    const links = Array.from({ length: 100_000 }, (_, at) => [
      `${at}`,
      { $ref: `#/$defs/${at + 1}` },
    ]);
    const $defs = { ...Object.fromEntries(links), 100000: text };
    expect(canBeObject({ $ref: '#/$defs/0', $defs })).toBe(true);
  });

  it('answers for branches that share what they hold', () => {
    const levels = Array.from({ length: 60 }, (_, at) => {
      const next = { $ref: `#/$defs/${at + 1}` };
      return [`${at}`, { anyOf: [next, next] }];
    });
    const $defs = { ...Object.fromEntries(levels), 60: text };
    expect(canBeObject({ $ref: '#/$defs/0', $defs })).toBe(false);
  });
});
