import { type EventPattern, matches, parsePattern } from '../../core/event-patterns';
import type { DialectName } from '../../core/event-patterns/dialects/dialect';
import { type Io, write } from '../io';
import { type Line, linesOf, longestLine } from '../lines';
import { exitCodes, type Values, type Verb } from '../verb';
import { dialectOf, dialectOption } from './dialect-option';
import { answer, type Judge } from './record';

export const test: Verb = {
  summary: 'Reads lines {"id", "rule", "event"} and answers each with {"id", "match"}',
  options: { dialect: dialectOption },
  notes: `From standard input to standard output, in the same order; blank lines are
passed over. Rule and event are JSON, or a text that holds JSON. A rule that
AWS refuses, or a line that is none, is answered with {"id", "error"}.

  echo '{"id":1,"rule":{"a":[1]},"event":{"a":1}}' | spillway patterns test

Exit code: 0 when each line has its answer, 2 when the command itself is wrong.`,
  run,
};

async function run(values: Values, io: Io): Promise<number> {
  const judge = judgeOf(dialectOf(values));
  if (io.input.isTTY) {
    await write(io.errors, 'Reading JSON lines from the terminal; Ctrl-D ends them.\n');
  }
  let number = 0;
  for await (const lines of linesOf(io.input)) {
    const answers = lines.map((line) => answerLine(line, ++number, judge));
    await write(io.output, answers.join(''));
  }
  return exitCodes.fine;
}

function answerLine(line: Line, number: number, judge: Judge): string {
  if (line === undefined) {
    const error = `line ${number}: it is longer than ${longestLine} characters`;
    return `{"id":null,"error":${JSON.stringify(error)}}\n`;
  }
  return line.trim() === '' ? '' : `${answer(line, number, judge)}\n`;
}

/** Many lines ask about the same rules: those asked about lately are kept as they were parsed. */
const mostKept = 100;

function judgeOf(dialect: DialectName): Judge {
  const kept = new Map<string, EventPattern>();
  const parse = (rule: string): EventPattern => {
    const pattern = kept.get(rule) ?? parsePattern(rule, dialect);
    if (kept.size >= mostKept) {
      kept.clear();
    }
    kept.set(rule, pattern);
    return pattern;
  };
  return { parse, matches };
}
