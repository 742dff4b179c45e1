import { type ChildProcessByStdio, execFileSync, spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Contender } from './contenders';

/**
 * AWS's own matcher, in a Java process that waits for its turns. Its memory and its collector are
 * those that its own benchmark asks for. What it runs is in the repository, whose root npm runs in.
 */
const folder = resolve('benchmarks/event-ruler');
const javaOptions = ['-Xms2g', '-Xmx2g', '-XX:+UseSerialGC'];

export interface EventRuler extends Contender {
  stop(): void;
}

/**
 * @param into a folder for the files that the process reads
 * @throws Error where Java or Maven is not at hand, or the jars are not to be had
 */
export async function startEventRuler(
  events: readonly string[],
  into: string,
): Promise<EventRuler> {
  const eventsFile = join(into, 'events.jsonl');
  writeFileSync(eventsFile, `${events.join('\n')}\n`);
  const program = [join(folder, 'EventRulerTurns.java'), eventsFile];
  const child = spawn('java', [...javaOptions, '-cp', classPath(into), ...program], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ruler = rulerOf(questions(child), into, () => child.kill());
  await ruler.turn(1);
  return ruler;
}

function classPath(into: string): string {
  const file = join(into, 'class-path.txt');
  const options = ['-q', '-B', '-f', join(folder, 'pom.xml'), `-Dmdep.outputFile=${file}`];
  execFileSync('mvn', [...options, 'dependency:build-classpath'], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return readFileSync(file, 'utf8').trim();
}

type Ask = (question: string) => Promise<string>;

function questions(child: ChildProcessByStdio<Writable, Readable, null>): Ask {
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  // Both end the lines too, which is where it is told.
  child.on('error', () => undefined);
  child.stdin.on('error', () => undefined);
  return async (question) => {
    child.stdin.write(`${question}\n`);
    const { value, done } = await lines.next();
    if (done || value.startsWith('refused ')) {
      throw new Error(done ? `it ended at: ${question}` : value);
    }
    return value;
  };
}

function rulerOf(ask: Ask, into: string, stop: () => void): EventRuler {
  return {
    name: 'event-ruler',
    exact: true,
    stop,
    async take(rules) {
      const file = join(into, 'rules.jsonl');
      writeFileSync(file, [...rules.values()].join('\n'));
      await ask(`rules ${file}`);
    },
    counts: async (events) => (await ask(`counts ${events}`)).split(' ').map(Number),
    async turn(events) {
      const [nanoseconds = 0, matched = 0] = (await ask(`turn ${events}`)).split(' ').map(Number);
      return { events, seconds: nanoseconds / 1e9, matched };
    },
  };
}
