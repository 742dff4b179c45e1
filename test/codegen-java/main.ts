import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { orderPlaced } from '../analysis/codegen/contracts';
import { codeFolder, type Passage, passages } from '../analysis/codegen/write-code';

/**
 * `npm run test:java`: the code that `spillway contracts codegen --lang java` writes, compiled by
 * javac and run against the examples of its contracts. Apart from the other tests because Jackson
 * comes from Maven Central.
 */
const classes: Readonly<Record<string, string>> = {
  UndescribedV1: 'java.lang.Object',
  ListSentV1: 'java.util.List',
};

const asking = ({ names, type, value }: Passage) => ({
  ...{ package: `events.${names.folder}`, type, text: JSON.stringify(value) },
  class: classes[type] ?? `events.${names.folder}.${type}`,
});

const [order] = orderPlaced.examples;

const refused: readonly (readonly [title: string, change: object])[] = [
  ['another type', { total: 'much' }],
  ['another case', { status: 'lost' }],
  ['a text for a list', { lines: 'none' }],
];

async function main(): Promise<void> {
  const folder = await codeFolder('java');
  try {
    const classPath = [jars(folder.path), folder.path].join(':');
    const sources = readdirSync(folder.path, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.java'))
      .map((file) => join(folder.path, file));
    const own = join(__dirname, 'RoundTrip.java');
    const options = ['-encoding', 'UTF-8', '-d', folder.path, '-cp', classPath];
    execFileSync('javac', ['-Xlint:all,-processing', '-Werror', ...options, own, ...sources]);
    const changed = refused.map(([, change]) => ({ ...order, ...change }));
    const [first] = passages;
    if (first === undefined) throw new Error('there is nothing to pass');
    const asked = [...passages, ...changed.map((value) => ({ ...first, value }))].map(asking);
    const answers: string[] = JSON.parse(
      execFileSync('java', ['-Dfile.encoding=UTF-8', '-cp', classPath, 'RoundTrip'], {
        ...{ input: JSON.stringify(asked), encoding: 'utf8' },
      }),
    );
    report([
      ...passages.map(({ title, value }, at) => verdict(title, value, answers[at] ?? '')),
      ...refused.map(([title], at) => ({
        title: `refuses ${title}`,
        fault: /^refused: /.test(answers[passages.length + at] ?? '') ? '' : 'it was taken',
      })),
    ]);
  } finally {
    folder.remove();
  }
}

interface Verdict {
  readonly title: string;
  /** Empty if there is none. */
  readonly fault: string;
}

function verdict(title: string, value: unknown, answer: string): Verdict {
  const isSame = !answer.startsWith('refused') && isDeepStrictEqual(JSON.parse(answer), value);
  return {
    title: `reads and writes ${title}`,
    fault: isSame ? '' : `${answer} of ${JSON.stringify(value)}`,
  };
}

function report(verdicts: readonly Verdict[]): void {
  for (const { title, fault } of verdicts) {
    process.stdout.write(`${fault === '' ? '✓' : '✗'} ${title}\n${fault && `    ${fault}\n`}`);
  }
  const failed = verdicts.filter(({ fault }) => fault !== '').length;
  process.stdout.write(`${verdicts.length - failed} passed, ${failed} failed\n`);
  process.exitCode = failed > 0 ? 1 : 0;
}

/** The jars that the code needs: of this machine where it has them, else of Maven Central. */
function jars(into: string): string {
  const file = join(into, 'class-path.txt');
  const options = ['-B', '-q', '-f', join(__dirname, 'pom.xml'), `-Dmdep.outputFile=${file}`];
  const ask = (...more: string[]) =>
    execFileSync('mvn', [...more, ...options, 'dependency:build-classpath'], { stdio: 'pipe' });
  try {
    ask('-o');
  } catch {
    ask();
  }
  return readFileSync(file, 'utf8').trim();
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
