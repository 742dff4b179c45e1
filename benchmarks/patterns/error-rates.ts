import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Engine } from './engines';

export interface Share {
  readonly wrong: number;
  readonly of: number;
}

/** How often an engine's verdict is not that of AWS, over vectors with a valid pattern. */
export interface ErrorRate {
  readonly engine: string;
  readonly recorded: Share;
  readonly handWritten: Share;
  readonly generated: Share;
  /** Patterns and events that AWS refuses: wrong is each that is given a verdict. */
  readonly invalid: Share;
}

interface Vector {
  readonly id: string;
  readonly rule: string;
  readonly event: string;
  readonly expect: boolean | 'error';
}

/** AWS's own matcher says now this, now that. */
const undecided: ReadonlySet<string> = new Set(['g11-1796']);

/** @param folder where the files of vectors are */
export function errorRates(engines: readonly Engine[], folder: string): ErrorRate[] {
  const read = (file: string) => vectorsOf(join(folder, file));
  const recorded = read('eventbridge-recorded.jsonl');
  const handWritten = read('tricky.jsonl');
  const generated = read('generated.jsonl');
  const invalid = [...recorded, ...handWritten].filter(({ expect }) => expect === 'error');
  return engines.map((engine) => ({
    engine: engine.name,
    recorded: shareOf(engine, recorded.filter(isValid)),
    handWritten: shareOf(engine, handWritten.filter(isValid)),
    generated: shareOf(engine, generated.filter(isValid)),
    invalid: shareOf(engine, invalid),
  }));
}

function vectorsOf(file: string): Vector[] {
  const lines = readFileSync(file, 'utf8').split('\n');
  const vectors: Vector[] = lines.filter((line) => line !== '').map((line) => JSON.parse(line));
  return vectors.filter(({ id }) => !undecided.has(id));
}

const isValid = ({ expect }: Vector) => expect !== 'error';

function shareOf(engine: Engine, vectors: readonly Vector[]): Share {
  const wrong = vectors.filter((vector) => verdictOf(engine, vector) !== vector.expect);
  return { wrong: wrong.length, of: vectors.length };
}

function verdictOf(engine: Engine, { rule, event }: Vector): boolean | 'error' {
  try {
    return engine.prepare(new Map([['rule', rule]]))(event) > 0;
  } catch {
    return 'error';
  }
}
