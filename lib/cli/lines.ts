import { StringDecoder } from 'node:string_decoder';

/** A line without its end; undefined where it is longer than `longestLine`. */
export type Line = string | undefined;

/** In characters. A line that never ends must not fill the memory. */
export const longestLine = 2 ** 26;

/**
 * The lines of a text that arrives in pieces: at a time as many as a piece completes, none where it
 * completes none. The last one needs no end. A byte order mark at the beginning is left out.
 */
export async function* linesOf(
  input: AsyncIterable<Uint8Array | string>,
): AsyncGenerator<readonly Line[]> {
  // The beginning of a line, in the pieces it came in: joined once, however many there are.
  let begun: string[] = [];
  let length = 0;
  for await (const piece of withoutMark(decoded(input))) {
    const [first = '', ...others] = piece.split('\n');
    length += first.length;
    if (length <= longestLine) {
      begun.push(first);
    }
    const last = others.pop();
    if (last !== undefined) {
      yield [length <= longestLine ? begun.join('') : undefined, ...others].map(trimEnd);
      [begun, length] = [[last], last.length];
    }
  }
  yield [length <= longestLine ? begun.join('') : undefined].map(trimEnd);
}

function trimEnd(line: Line): Line {
  return line?.endsWith('\r') ? line.slice(0, -1) : line;
}

async function* decoded(input: AsyncIterable<Uint8Array | string>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  for await (const piece of input) {
    yield typeof piece === 'string' ? piece : decoder.write(Buffer.from(piece));
  }
  yield decoder.end();
}

async function* withoutMark(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let started = false;
  for await (const piece of pieces) {
    yield started ? piece : piece.replace(/^\ufeff/, '');
    started ||= piece !== '';
  }
}
