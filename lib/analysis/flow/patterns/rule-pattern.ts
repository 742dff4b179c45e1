import type { EventPattern } from '../../../core/event-patterns';
import { type Answer, no, unknown, yes } from '../answer';
import type { Envelope } from '../envelope';
import { readPattern } from './read-pattern';
import { matchesSettled } from './settled';

/**
 * Whether a rule's pattern takes an event. Parsed once; what can't be parsed answers unknown to
 * every event.
 */
export type PatternTest = (envelope: Envelope) => Answer;

/** A field that EventBridge sets, and whose value nobody told us, is decided by nothing. */
function test(pattern: EventPattern, { fields, unsettled }: Envelope): Answer {
  const truth = matchesSettled(pattern, fields, unsettled);
  if (truth === 'yes') return yes('');
  if (truth === 'no') return no('the pattern does not match');
  const asked = pattern.paths.filter((path) => unsettled.has(path));
  return unknown(`the pattern asks for ${asked.join(', ')}: give the event or the environment`);
}

export function patternTest(given: unknown): PatternTest {
  if (given === undefined) return () => no('the rule has a schedule and no pattern');
  const pattern = readPattern(given, 'pattern');
  return 'is' in pattern ? () => pattern : (envelope) => test(pattern, envelope);
}
