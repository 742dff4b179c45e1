import { EventError, PatternError, parsePattern } from '../../core/event-patterns';
import { describeExplanation } from '../../core/event-patterns/explain/describe';
import { explain as explainEvent } from '../../core/event-patterns/explain/explain';
import type { Explanation } from '../../core/event-patterns/explain/explanation';
import { type Io, isColourful, write } from '../io';
import { readText } from '../read-file';
import { CommandError, exitCodes, type Values, type Verb } from '../verb';
import { colour } from './colour';
import { dialectOf, dialectOption } from './dialect-option';

export const explain: Verb = {
  summary: 'Says why an event matches a pattern, or why not: field by field',
  options: {
    pattern: { value: 'FILE', required: true, help: 'the pattern, as JSON; - is standard input' },
    event: { value: 'FILE', required: true, help: 'the event, as JSON; - is standard input' },
    dialect: dialectOption,
    json: { help: 'the explanation as data' },
  },
  notes: 'Exit code: 0 when it matches, 1 when it does not, 2 when that can not be told.',
  run,
};

async function run(values: Values, io: Io): Promise<number> {
  const dialect = dialectOf(values);
  const [pattern, event] = [values.get('pattern') ?? '', values.get('event') ?? ''];
  if (pattern === '-' && event === '-') {
    throw new CommandError('only one of --pattern and --event can be standard input');
  }
  const rule = await readText(pattern, io);
  const parsed = named(pattern, () => parsePattern(rule, dialect));
  const given = await readText(event, io);
  const explanation = named(event, () => explainEvent(parsed, given));
  await write(io.output, `${written(explanation, values.has('json'), io)}\n`);
  return explanation.matches ? exitCodes.fine : exitCodes.findings;
}

function written(explanation: Explanation, asData: boolean, io: Io): string {
  if (asData) {
    return JSON.stringify(explanation, undefined, 2);
  }
  const text = describeExplanation(explanation);
  return isColourful(io) ? colour(text) : text;
}

/** What is wrong with a pattern or an event is said with the file it stands in. */
function named<T>(file: string, task: () => T): T {
  try {
    return task();
  } catch (error) {
    if (error instanceof PatternError || error instanceof EventError) {
      throw new CommandError(`${file === '-' ? 'standard input' : file}: ${error.message}`);
    }
    throw error;
  }
}
