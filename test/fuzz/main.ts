/*
 * Feeds the event-pattern language with damaged patterns and events:
 *   node -r ./scripts/typescript.cjs test/fuzz/main.ts --seconds 600 --seed 1
 * An input that breaks what `target.ts` asks is saved in temp/fuzz. Exits 1 where there was one.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { mutate, randomOf } from './mutate';
import { fuzz } from './target';

/** The corpus grows by some of the damaged inputs, so that damage adds up; to this many. */
const mostKept = 2000;

const found = join(__dirname, '../../temp/fuzz');

function main(): void {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string', default: '60' },
      seed: { type: 'string', default: '1' },
    },
  });
  const random = randomOf(Number(values.seed));
  const corpus = readCorpus();
  const problems = new Set<string>();
  const end = performance.now() + Number(values.seconds) * 1000;
  let inputs = 0;
  for (; performance.now() < end; inputs++) {
    const input = mutate(random, corpus);
    const problem = problemOf(input);
    if (problem !== undefined && !problems.has(problem)) {
      problems.add(problem);
      save(input, problem, problems.size);
    } else if (corpus.length < mostKept && random(200) === 0) {
      corpus.push(input);
    }
  }
  console.log(`${inputs} inputs, seed ${values.seed}: ${problems.size} problems`);
  process.exitCode = problems.size === 0 ? 0 : 1;
}

function readCorpus(): Buffer[] {
  const folder = join(__dirname, 'corpus');
  return readdirSync(folder)
    .sort()
    .map((file) => readFileSync(join(folder, file)));
}

function problemOf(input: Buffer): string | undefined {
  try {
    fuzz(input);
    return undefined;
  } catch (error) {
    const stack = error instanceof Error ? error.stack : undefined;
    return (stack ?? String(error)).split('\n').slice(0, 3).join('\n');
  }
}

function save(input: Buffer, problem: string, number: number): void {
  mkdirSync(found, { recursive: true });
  const file = join(found, `problem-${number}.txt`);
  writeFileSync(file, input);
  console.error(`${file}: ${problem}`);
}

main();
