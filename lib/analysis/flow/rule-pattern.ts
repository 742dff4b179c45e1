import { type EventPattern, matches, PatternError, parsePattern } from '../../core/event-patterns';
import { type Answer, no, unknown, yes } from './answer';
import type { Envelope } from './envelope';
import { hasHole } from './resolution/symbolic-text';
import { isFields } from './resolution/template';

/**
 * Whether a rule's pattern takes an event. Parsed once; what can't be parsed answers unknown to
 * every event.
 */
export type PatternTest = (envelope: Envelope) => Answer;

const always =
  (answer: Answer): PatternTest =>
  () =>
    answer;

function parse(pattern: string | object): EventPattern | string {
  try {
    return parsePattern(pattern);
  } catch (error) {
    if (error instanceof PatternError) return error.message;
    throw error;
  }
}

/** A field that EventBridge sets, and whose value nobody told us, is decided by nothing. */
function test(pattern: EventPattern, { fields, unsettled }: Envelope): Answer {
  const asked = pattern.paths.filter((path) => unsettled.has(path));
  if (asked.length === 0) {
    return matches(pattern, fields) ? yes('') : no('the pattern does not match');
  }
  const alternatives = pattern.alternatives.flatMap((alternative) => {
    const settled = alternative.fields.filter(({ path }) => !unsettled.has(path));
    return [{ fields: settled, whole: settled.length === alternative.fields.length }];
  });
  const holds = (one: (typeof alternatives)[number]) =>
    one.fields.length === 0 || matches(only(one.fields), fields);
  const open = alternatives.filter(holds);
  if (open.some(({ whole }) => whole)) return yes('');
  if (open.length === 0) return no('the pattern does not match');
  return unknown(`the pattern asks for ${asked.join(', ')}: give the event or the environment`);
}

function only(fields: EventPattern['alternatives'][number]['fields']): EventPattern {
  const paths = fields.map(({ path }) => path);
  return { dialect: 'eventbridge', alternatives: [{ fields }], shadowed: [], paths };
}

export function patternTest(pattern: unknown): PatternTest {
  if (pattern === undefined) return always(no('the rule has a schedule and no pattern'));
  if (typeof pattern !== 'string' && !isFields(pattern)) {
    return always(unknown('the pattern is neither an object nor a text'));
  }
  const text = JSON.stringify(pattern);
  if (hasHole(text)) return always(unknown(`the pattern is not known: ${text}`));
  const parsed = parse(pattern);
  if (typeof parsed === 'string') return always(unknown(`the pattern is not valid: ${parsed}`));
  return (envelope) => test(parsed, envelope);
}
