/**
 * What must hold for any bytes: a first line read as a pattern gives a pattern or a PatternError,
 * the rest read as an event a verdict or an EventError, the compiled matcher and the explanation
 * agree with the verdict, and none of it takes a second of the processor. All else is thrown, for
 * whoever fuzzes: `main.ts` here, or a fuzzer that calls `fuzz` as libFuzzer calls a target.
 */
import { dialects } from '../../lib/core/event-patterns/dialects/table';
import {
  compile,
  type DialectName,
  EventError,
  type EventPattern,
  explain,
  matches,
  PatternError,
  parsePattern,
} from '../../lib/event-patterns';

const slowMilliseconds = 1000;

const all = Object.keys(dialects) as DialectName[];

type Verdict = boolean | 'error';

export function fuzz(data: Uint8Array): void {
  const input = Buffer.from(data).toString('utf8');
  const end = input.indexOf('\n');
  const [rule, event] = end < 0 ? [input, '{}'] : [input.slice(0, end), input.slice(end + 1)];
  const before = process.cpuUsage();
  for (const dialect of rule.length % 4 === 0 ? all : all.slice(0, 1)) {
    check(rule, event, dialect);
  }
  const { user, system } = process.cpuUsage(before);
  const milliseconds = (user + system) / 1000;
  if (milliseconds > slowMilliseconds) {
    throw new Error(`slow: ${Math.round(milliseconds)} ms`);
  }
}

function check(rule: string, event: string, dialect: DialectName): void {
  const pattern = patternOf(rule, dialect);
  if (pattern === undefined) {
    return;
  }
  const verdict = verdictOf(() => matches(pattern, event));
  const compiled = compile([['rule', pattern]]);
  agree(
    'compile',
    verdict,
    verdictOf(() => compiled.matches(event).length === 1),
  );
  agree(
    'explain',
    verdict,
    verdictOf(() => explain(pattern, event).matches),
  );
}

function patternOf(rule: string, dialect: DialectName): EventPattern | undefined {
  try {
    return parsePattern(rule, dialect);
  } catch (error) {
    return error instanceof PatternError ? undefined : rethrow(error);
  }
}

function verdictOf(ask: () => boolean): Verdict {
  try {
    return ask();
  } catch (error) {
    return error instanceof EventError ? 'error' : rethrow(error);
  }
}

function rethrow(error: unknown): never {
  throw error;
}

function agree(who: string, expected: Verdict, given: Verdict): void {
  if (given !== expected) {
    throw new Error(`${who} says ${given}, matches says ${expected}`);
  }
}
