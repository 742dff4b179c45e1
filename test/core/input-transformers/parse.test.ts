import {
  InputTransformerError,
  parseTargetInput,
  type TargetInput,
} from '../../../lib/core/input-transformers';

const template = (InputTemplate: unknown, InputPathsMap?: unknown) => ({
  InputTransformer: { InputTemplate, ...(InputPathsMap !== undefined && { InputPathsMap }) },
});

function refusal(target: object): InputTransformerError {
  try {
    parseTargetInput(target);
  } catch (error) {
    if (error instanceof InputTransformerError) return error;
    throw error;
  }
  throw new Error('expected a refusal');
}

const variables = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`v${index}`, '$.a']));

const where = 'InputTransformer.InputTemplate';
const map = 'InputTransformer.InputPathsMap';

describe('parseTargetInput', () => {
  test.each([
    ['nothing', {}, { kind: 'event' }],
    ['fields that are undefined', { Input: undefined, InputPath: undefined }, { kind: 'event' }],
    ['a constant', { Input: '{"a": 1}' }, { kind: 'constant', text: '{"a": 1}' }],
    ['a path', { InputPath: '$' }, { kind: 'path', path: { text: '$', steps: [] } }],
    [
      'a template',
      template('"<a-b_3> is <aws.events.rule-name>"', { 'a-b_3': '$' }),
      {
        kind: 'template',
        paths: new Map([['a-b_3', { text: '$', steps: [] }]]),
        template: {
          kind: 'text',
          parts: [
            '"',
            { name: 'a-b_3', quoted: true },
            ' is ',
            { name: 'aws.events.rule-name', quoted: true },
            '"',
          ],
        },
      },
    ],
    [
      'a variable named __proto__',
      template('{"a": <__proto__>}', JSON.parse('{"__proto__": "$"}')),
      {
        kind: 'template',
        paths: new Map([['__proto__', { text: '$', steps: [] }]]),
        template: {
          kind: 'json',
          parts: ['{"a": ', { name: '__proto__', quoted: false }, '}'],
        },
      },
    ],
  ])('takes %s', (_, target, parsed) => {
    expect(parseTargetInput(target as TargetInput)).toEqual(parsed);
  });

  it.each([
    ['100 variables', template('1', variables(100))],
    ['a name of 256 characters', template('1', { ['a'.repeat(256)]: '$' })],
    ['a template of 8,192 characters', template(`"${'a'.repeat(8190)}"`)],
    ['a constant of 8,192 characters', { Input: `"${'a'.repeat(8190)}"` }],
    ['spaces and line breaks around', template(' \n{"a": 1}\n')],
    ['a variable that the template does not name', template('1', { a: '$.a' })],
  ])('takes %s', (_, target) => {
    expect(() => parseTargetInput(target as TargetInput)).not.toThrow();
  });

  test.each([
    [
      'two of the three',
      { Input: '1', InputPath: '$' },
      'the target',
      'Input and InputPath',
      'only one of Input, InputPath and InputTransformer',
    ],
    ['a constant that is no JSON', { Input: 'ping' }, 'Input', 'ping', 'a JSON text (found "p"'],
    ['a constant that is no text', { Input: 1 }, 'Input', 1, 'a JSON text'],
    ['an empty constant', { Input: '' }, 'Input', '', 'a JSON text'],
    ['a null', { Input: null }, 'Input', null, 'a JSON text'],
    [
      'a constant that is too long',
      { Input: `"${'a'.repeat(8191)}"` },
      'Input',
      `"${'a'.repeat(8191)}"`,
      'at most 8192 characters',
    ],
    [
      'a path that is too long',
      { InputPath: `$.${'a'.repeat(255)}` },
      'InputPath',
      `$.${'a'.repeat(255)}`,
      'at most 256 characters',
    ],
    ['a path that is no text', { InputPath: ['$'] }, 'InputPath', ['$'], 'a text'],
    ['a transformer that is a text', { InputTransformer: '1' }, where, undefined, 'a text of 1'],
    [
      'a transformer that is null',
      { InputTransformer: null },
      'InputTransformer',
      null,
      'an object with an InputTemplate',
    ],
    [
      'a transformer that is a list',
      { InputTransformer: ['1'] },
      'InputTransformer',
      ['1'],
      'an object with an InputTemplate',
    ],
    ['variables in a text', template('1', '$'), map, '$', 'an object'],
    ['no template', { InputTransformer: {} }, where, undefined, 'a text of 1 to 8192 characters'],
    ['an empty template', template(''), where, '', 'a text of 1 to 8192 characters'],
    ['a template that is no text', template({ a: 1 }), where, { a: 1 }, 'a text of 1 to 8192'],
    [
      'a template that is too long',
      template(`"${'a'.repeat(8191)}"`),
      where,
      `"${'a'.repeat(8191)}"`,
      'a text of 1 to 8192 characters',
    ],
    ['a blank template', template(' \n'), where, ' \n', 'JSON'],
    ['a variable that is not defined', template('"<b>"', { a: '$' }), where, '<b>', 'a variable'],
    ['a variable that objects inherit', template('<toString>'), where, '<toString>', 'a variable'],
    [
      'an unknown predefined one',
      template('<aws.events.x>'),
      where,
      '<aws.events.x>',
      'a variable',
    ],
    ['a text without quotes', template('at <a>', { a: '$' }), where, 'at <a>', 'line 1, column 1'],
    ['an open object', template('{"a": <a>', { a: '$' }), where, '{"a": <a>', 'line 1, column 10'],
    ['an open text', template('"<a>', { a: '$' }), where, '"<a>', 'the rest of a string'],
    ['an escape that JSON has not', template('"a\\q"'), where, '"a\\q"', 'the escapes that JSON'],
    ['an open second line', template('"a"\n"b'), `${where}, value 2`, '"b', 'the rest of a string'],
    ['a placeholder for a name', template('{<a>: 1}', { a: '$' }), where, '<a>', 'no placeholder'],
    [
      'a placeholder in quotes for a name',
      template('{"<a>" : 1}', { a: '$' }),
      where,
      '<a>',
      'no placeholder for the name of a JSON field',
    ],
    ['101 variables', template('1', variables(101)), map, '101 variables', 'at most 100 variables'],
    ['variables in a list', template('1', ['$']), map, ['$'], 'an object'],
    [
      'a variable with a dot',
      template('1', { 'aws.x': '$' }),
      `${map}, a variable's name,`,
      'aws.x',
      'a name of 1 to 256 characters, of A-Z, a-z, 0-9, - and _',
    ],
    [
      'a variable without a name',
      template('1', { '': '$' }),
      `${map}, a variable's name,`,
      '',
      'a name of 1 to 256 characters',
    ],
    [
      'a name that is too long',
      template('1', { ['a'.repeat(257)]: '$' }),
      `${map}, a variable's name,`,
      'a'.repeat(257),
      'a name of 1 to 256 characters',
    ],
    ['a path of a variable', template('1', { a: 5 }), `${map}.a`, 5, 'a text'],
    [
      'another field',
      { InputTransformer: { InputTemplate: '1', Template: '2' } },
      'InputTransformer.Template',
      '2',
      'no field but InputPathsMap and InputTemplate',
    ],
  ])('refuses %s', (_, target, place, value, expected) => {
    const { problems } = refusal(target);
    expect(problems).toContainEqual({ place, value, expected: expect.stringContaining(expected) });
  });

  it('names everything that is wrong in one error', () => {
    const error = refusal(template('"<b> <c>"', { 'a.b': '$', a: 5 }));
    expect(error.message).toBe(
      'Input of a target: InputTransformer.InputPathsMap, a variable\'s name, is "a.b"; expected ' +
        'a name of 1 to 256 characters, of A-Z, a-z, 0-9, - and _. ' +
        'InputTransformer.InputPathsMap.a is 5; expected a text. ' +
        'InputTransformer.InputTemplate is "<b>"; expected a variable of the InputPathsMap or one that EventBridge predefines. ' +
        'InputTransformer.InputTemplate is "<c>"; expected a variable of the InputPathsMap or one that EventBridge predefines.',
    );
    expect(error).toMatchObject({
      place: "InputTransformer.InputPathsMap, a variable's name,",
      value: 'a.b',
      expected: 'a name of 1 to 256 characters, of A-Z, a-z, 0-9, - and _',
    });
  });

  it('spells out ten problems and counts the others', () => {
    const names = Array.from({ length: 14 }, (_, index) => `<v${index}>`).join('');
    expect(refusal(template(`"${names}"`)).message).toMatch(/And 4 more\.$/);
  });
});
