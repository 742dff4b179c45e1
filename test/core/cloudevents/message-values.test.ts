import fc from 'fast-check';
import {
  attributeOfText,
  attributeOfValue,
  valueFault,
} from '../../../lib/core/cloudevents/message-values';
import { matches, parsePattern } from '../../../lib/core/event-patterns';

const array = (StringValue: string) => ({ DataType: 'String.Array', StringValue });
const text = (StringValue: string) => ({ DataType: 'String', StringValue });
const number = (StringValue: string) => ({ DataType: 'Number', StringValue });

describe('attributeOfText', () => {
  test.each([
    ['plain text', 'US', text('US')],
    ['text of digits', '0123', text('0123')],
    ['text beyond ASCII', 'Zürich 🚢', text('Zürich 🚢')],
    ['an empty text', '', array('[""]')],
    ['a quotation mark', '"', array('["\\""]')],
    ['a backslash', '\\', array('["\\\\"]')],
    ['a line feed', 'a\nb', array('["a\\nb"]')],
    ['a tab', 'a\tb', array('["a\\tb"]')],
    ['NUL', '\0', array('["\\u0000"]')],
    ['a noncharacter that SNS refuses', '\ufffe', array('["\\ufffe"]')],
  ])('says %s', (_, given, attribute) => {
    expect(attributeOfText(given)).toEqual(attribute);
  });
});

describe('attributeOfValue', () => {
  test.each([
    ['text', 'US', text('US')],
    ['an integer', 3, number('3')],
    ['a fraction', -0.00001, number('-0.00001')],
    ['the largest number', 1e9, number('1000000000')],
    ['minus zero, as JSON has it', -0, number('0')],
    ['true', true, array('[true]')],
    ['false', false, array('[false]')],
    ['null', null, array('[null]')],
    ['a list', ['a', 1, true, null, ''], array('["a",1,true,null,""]')],
    ['an empty list', [], undefined],
  ])('says %s', (_, given, attribute) => {
    expect(attributeOfValue(given)).toEqual(attribute);
  });
});

describe('valueFault', () => {
  test.each<[string, unknown]>([
    ['text', 'US'],
    ['a billion', 1e9],
    ['minus a billion', -1e9],
    ['five digits', 123456789.12345],
    ['one tenth', 0.1],
    ['null', null],
    ['nothing', undefined],
    ['a list of scalars', ['', 0.00001, false, null]],
  ])('accepts %s', (_, value) => {
    expect(valueFault(value)).toBeUndefined();
  });

  test.each<[string, unknown, string, unknown]>([
    ['more than a billion', 1_000_000_001, '', 1_000_000_001],
    ['less than minus a billion', -1_000_000_000.5, '', -1_000_000_000.5],
    ['six digits', 0.123456, '', 0.123456],
    ['a sum that is off by a hair', 0.1 + 0.2, '', 0.30000000000000004],
    ['a small number', 1e-7, '', 1e-7],
    ['such a number in a list', [1, 1e10], '[1]', 1e10],
    ['an object', { a: 1 }, '', { a: 1 }],
    ['an object in a list', [1, { a: 1 }], '[1]', { a: 1 }],
    ['a list in a list', [[1]], '[0]', [1]],
  ])('refuses %s', (_, given, at, value) => {
    expect(valueFault(given)).toMatchObject({ at, value });
  });

  test('names the range of numbers', () => {
    expect(valueFault(1e10)?.expected).toBe(
      'a number from -1000000000 to 1000000000 with at most 5 digits after the decimal point, which is all that SNS compares',
    );
  });
});

const anyScalar = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 4 }),
  fc.constantFrom('', 'true', 'null', '10', '10.0.0.1', 'a"b', 'a\\b'),
  fc.integer({ min: -1e9, max: 1e9 }),
  fc.integer({ min: -1e6, max: 1e6 }).map((n) => n / 1e5),
  fc.constantFrom(true, false, null),
);

const matchers: unknown[] = [
  ...['', 'a', '10', 'true', 'null', 10, 0, true, false, null],
  { exists: true },
  { exists: false },
  { prefix: 'a' },
  { suffix: 'b' },
  { 'equals-ignore-case': 'TRUE' },
  { wildcard: 'a*' },
  { numeric: ['>', 0, '<=', 10] },
  { cidr: '10.0.0.0/24' },
  { 'anything-but': ['a', '10'] },
  { 'anything-but': [10] },
  { 'anything-but': { prefix: 'a' } },
];

describe('attributeOfValue, seen by a filter', () => {
  test.each(matchers)('for every value, matches %j as the field of the body does', (matcher) => {
    const onAttributes = parsePattern({ x: [matcher] }, 'sns-attributes');
    const onBody = parsePattern({ x: [matcher] }, 'sns-body');
    const always = { y: text('y') };
    const anyValue = fc.oneof(anyScalar, fc.array(anyScalar, { maxLength: 3 }));
    fc.assert(
      fc.property(anyValue, (value) => {
        const attribute = attributeOfValue(value);
        const message = attribute === undefined ? always : { ...always, x: attribute };
        expect(matches(onAttributes, message)).toBe(matches(onBody, { x: value, y: 'y' }));
      }),
    );
  });
});
