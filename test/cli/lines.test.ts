import fc from 'fast-check';
import { type Line, linesOf, longestLine } from '../../lib/cli/lines';

async function lines(pieces: Iterable<Uint8Array | string>): Promise<readonly Line[]> {
  const all: Line[] = [];
  for await (const some of linesOf(inTurn(pieces))) {
    all.push(...some);
  }
  return all;
}

async function* inTurn<T>(pieces: Iterable<T>): AsyncGenerator<T> {
  yield* pieces;
}

describe('linesOf', () => {
  test.each([
    ['nothing', [], ['']],
    ['one line', ['a'], ['a']],
    ['a line and its end', ['a\n'], ['a', '']],
    ['lines across pieces', ['a', 'b\nc', '\n', 'd'], ['ab', 'c', 'd']],
    ['ends of Windows', ['a\r', '\nb\r\n'], ['a', 'b', '']],
    ['blank lines', ['\n\na'], ['', '', 'a']],
    ['a byte order mark', ['', '\ufeffa\n\ufeffb'], ['a', '\ufeffb']],
  ])('reads %s', async (_, pieces, expected) => {
    expect(await lines(pieces)).toEqual(expected);
  });

  test('for every text in bytes, however it is cut, reads its lines', async () => {
    const cuts = fc.array(fc.nat(60), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), cuts, async (text, places) => {
        const bytes = Buffer.from(`${text}\n😀ü`);
        const ends = [...places.sort((a, b) => a - b), bytes.length];
        const pieces = ends.map((end, index) => bytes.subarray(index && ends[index - 1], end));
        const expected = `${text}\n😀ü`.split('\n').map((line) => line.replace(/\r$/, ''));

        expect(await lines(pieces)).toEqual(expected);
      }),
    );
  });

  it('gives up on a line that is too long, and reads on after it', async () => {
    const part = 'x'.repeat(longestLine / 4);

    expect(await lines([`a\n${part}`, part, part, part, 'x\nb\n', 'c'])).toEqual([
      'a',
      undefined,
      'b',
      'c',
    ]);
  });

  it('joins a line of a hundred thousand pieces', async () => {
    const [line] = await lines(Array.from({ length: 100_000 }, () => 'abc'));

    expect(line?.length).toBe(300_000);
  });
});
