import { base64Bytes, sizesOf, wireBytes } from '../../../benchmarks/formats/sizes';

describe('sizesOf', () => {
  it('gives the one in the middle, the one that 99 of 100 do not exceed, and the sum', () => {
    const bytes = Array.from({ length: 200 }, (_, at) => 200 - at);

    expect(sizesOf(bytes)).toEqual({ median: 100, p99: 198, total: 20_100 });
    expect(sizesOf([7])).toEqual({ median: 7, p99: 7, total: 7 });
    expect(sizesOf([])).toEqual({ median: 0, p99: 0, total: 0 });
  });
});

describe('base64Bytes', () => {
  it.each([
    [0, 0],
    [1, 4],
    [3, 4],
    [4, 8],
  ])('makes of %i bytes %i', (bytes, text) => {
    expect(base64Bytes(bytes)).toBe(text);
    expect(Buffer.alloc(bytes).toString('base64')).toHaveLength(text);
  });
});

describe('wireBytes', () => {
  it('adds base64, quotes and the longer name to what is no text', () => {
    expect(wireBytes(300, true)).toBe(300);
    expect(wireBytes(300, false)).toBe(
      JSON.stringify({ data_base64: 'a'.repeat(400) }).length -
        JSON.stringify({ data: 1 }).length +
        1,
    );
  });
});
