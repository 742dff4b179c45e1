import { InputTransformerError } from '../../../lib/core/input-transformers';

function messageFor(value: unknown): string {
  return new InputTransformerError([{ place: 'Input', value, expected: 'a text' }]).message;
}

describe('InputTransformerError', () => {
  test.each([
    ['nothing', undefined, 'missing'],
    ['a text', 'a "b"', '"a \\"b\\""'],
    ['80 characters', 'x'.repeat(80), `"${'x'.repeat(80)}"`],
    ['81 characters, cut', 'x'.repeat(81), `"${'x'.repeat(80)}..."`],
    ['null', null, 'null'],
    ['a number', 5, '5'],
    ['false', false, 'false'],
    ['a function', () => 5, 'a function'],
    ['a list', [1], 'an array'],
    ['an object', { a: 1 }, 'an object'],
  ])('shows %s', (_, value, shown) => {
    expect(messageFor(value)).toBe(`Input of a target: Input is ${shown}; expected a text.`);
  });

  it('shows a long place cut', () => {
    const place = `InputPathsMap.${'x'.repeat(100)}`;
    const { message } = new InputTransformerError([{ place, value: 1, expected: 'a text' }]);
    expect(message).toBe(
      `Input of a target: InputPathsMap.${'x'.repeat(66)}... is 1; expected a text.`,
    );
  });
});
