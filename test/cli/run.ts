import { EventEmitter } from 'node:events';
import type { Io, Output } from '../../lib/cli/io';
import { main } from '../../lib/cli/main';

export interface Run {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

class Collected extends EventEmitter implements Output {
  text = '';
  readonly isTTY: boolean;

  constructor(isTTY: boolean) {
    super();
    this.isTTY = isTTY;
  }

  write(text: string): boolean {
    this.text += text;
    return true;
  }
}

export interface World {
  /** Pieces of standard input. */
  readonly input?: Iterable<Uint8Array | string>;
  readonly terminal?: boolean;
  readonly environment?: Io['environment'];
}

/** Runs a command in this process. */
export async function run(args: readonly string[], world: World = {}): Promise<Run> {
  const { input = [], terminal = false, environment = {} } = world;
  const [output, errors] = [new Collected(terminal), new Collected(terminal)];
  const pieces = Object.assign(piecesOf(input), { isTTY: terminal });
  const code = await main(args, { input: pieces, output, errors, environment });
  return { code, output: output.text, errors: errors.text };
}

async function* piecesOf<T>(pieces: Iterable<T>): AsyncGenerator<T> {
  yield* pieces;
}
