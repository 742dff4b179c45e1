import { channelNamed } from '../../../examples/retailer/channels';

describe('channelNamed', () => {
  test.each(['classic', 'standard', 'fifo'])('knows %s', (name) => {
    expect(channelNamed(name, '--channel')).toBe(name);
  });

  test.each([
    ['another name', 'kafka', '"kafka"'],
    ['another case', 'FIFO', '"FIFO"'],
    ['an empty text', '', '""'],
    ['the name of what every object has', 'constructor', '"constructor"'],
    ['no text', true, 'true'],
  ])('refuses %s, naming the value and the three', (_name, value, shown) => {
    expect(() => channelNamed(value, '--channel')).toThrow(
      new RangeError(`--channel: ${shown} is no channel; give one of classic, standard, fifo`),
    );
  });
});
