import { EventError, type EventPattern } from '../../../core/event-patterns';
import { type Answer, no, unknown, yes } from '../answer';
import { readPattern } from '../patterns/read-pattern';
import { matchesSettled } from '../patterns/settled';
import { isBody, type QueueRecord } from './record';

/**
 * Whether the filters of a pipe or an event source mapping take a record: one that matches is
 * enough, and none take everything. What they don't take leaves the queue all the same: it is lost.
 * Sources: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-event-filtering.html,
 * https://docs.aws.amazon.com/lambda/latest/dg/with-sqs-filtering.html
 */
export type RecordTest = (record: QueueRecord) => Answer;

type Dialect = 'pipes' | 'lambda';

/** How a reason names who removes the event. */
const removes = {
  pipes: 'a pipe removes what its filters do not match from the queue',
  lambda: 'Lambda deletes what the filters do not match from the queue',
} as const;

function jsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null;
  } catch {
    return false;
  }
}

/** A pattern for a plain text takes no JSON, and one for JSON no plain text. */
function shapeTrap({ paths }: EventPattern, { body }: QueueRecord): string {
  const asked = paths.filter(isBody);
  if ('unknown' in body || asked.length === 0) return '';
  const isJson = jsonObject(body.text);
  const wantsText = asked.includes('body');
  if (wantsText === !isJson) return '';
  return wantsText
    ? ': the body is JSON, and the pattern is for a plain text'
    : ': the body is a plain text, and the pattern is for JSON';
}

function testOne(pattern: EventPattern, dialect: Dialect, record: QueueRecord): Answer {
  const { unsettled, open, body, fields } = record;
  const elsewhere = pattern.paths.find((path) => !isBody(path));
  if (dialect === 'lambda' && elsewhere !== undefined) {
    return unknown(`the filter asks for ${elsewhere}: for a queue Lambda filters by the body only`);
  }
  const asked = pattern.paths.filter((path) => unsettled.has(path) || open(path));
  const why = 'unknown' in body && asked.some(isBody) ? body.unknown : 'which no template tells';
  const untold = unknown(`the filter asks for ${asked.join(', ')}: ${why}`);
  if (asked.some(open)) return untold;
  const truth = matchesSettled(pattern, fields, unsettled);
  if (truth === 'unknown') return untold;
  return truth === 'yes' ? yes('') : no(shapeTrap(pattern, record));
}

function guarded(pattern: EventPattern, dialect: Dialect, record: QueueRecord): Answer {
  try {
    return testOne(pattern, dialect, record);
  } catch (error) {
    if (error instanceof EventError) return unknown(`the filter: ${error.message}`);
    throw error;
  }
}

export function recordTest(filters: readonly unknown[], dialect: Dialect): RecordTest {
  if (filters.length === 0) return () => yes('');
  const read = filters.map((filter) => readPattern(filter, 'filter', dialect));
  return (record) => {
    const answers = read.map((one) => ('is' in one ? one : guarded(one, dialect, record)));
    const decided =
      answers.find(({ is }) => is === 'yes') ?? answers.find(({ is }) => is === 'unknown');
    if (decided) return decided;
    const trap = answers.find(({ why }) => why !== '')?.why ?? '';
    return no(`the filters do not match${trap}; ${removes[dialect]}`);
  };
}
