import { freeName } from '../../../lib/core/schemas/free-name';

describe('freeName', () => {
  test.each<[string, string, string[], string | undefined, string]>([
    ['a name that is free', 'order', ['other'], undefined, 'order'],
    ['a number from 2 on', 'order', ['order'], undefined, 'order2'],
    ['the first number that is free', 'order', ['order', 'order-2', 'order-4'], '-', 'order-3'],
    ['a number after a name that ends with one', 'v2', ['v2'], '_', 'v2_2'],
  ])('gives %s', (_name, wished, taken, separator, expected) => {
    expect(freeName(wished, (name) => taken.includes(name), separator)).toBe(expected);
  });

  it('leaves it to the caller which names are alike', () => {
    const taken = ['order', 'order2'];

    expect(freeName('Order', (name) => taken.includes(name.toLowerCase()))).toBe('Order3');
  });
});
