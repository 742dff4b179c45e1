import { once } from 'node:events';

/** What a command has of the world: a test hands it another one. */
export interface Io {
  readonly input: AsyncIterable<Uint8Array | string> & { readonly isTTY?: boolean };
  /** Results. */
  readonly output: Output;
  /** Errors and progress. */
  readonly errors: Output;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export interface Output extends NodeJS.EventEmitter {
  readonly isTTY?: boolean;
  write(text: string): boolean;
}

/** Waits where the reader is slower than we are, so that nothing piles up in memory. */
export async function write(output: Output, text: string): Promise<void> {
  if (text !== '' && !output.write(text)) {
    await once(output, 'drain');
  }
}

/** Whether people read the output, and didn't ask for plain text. */
export function isColourful({ output, environment }: Io): boolean {
  return output.isTTY === true && !environment['NO_COLOR'] && !environment['CI'];
}
