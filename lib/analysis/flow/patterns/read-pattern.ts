import { type EventPattern, PatternError, parsePattern } from '../../../core/event-patterns';
import type { DialectName } from '../../../core/event-patterns/dialects/dialect';
import { type Answer, unknown } from '../answer';
import { hasHole } from '../resolution/symbolic-text';
import { isFields } from '../resolution/template';

function parse(pattern: string | object, dialect: DialectName): EventPattern | string {
  try {
    return parsePattern(pattern, dialect);
  } catch (error) {
    if (error instanceof PatternError) return error.message;
    throw error;
  }
}

/**
 * A pattern of a template; what can't be parsed is the answer to every event.
 *
 * @param what How a reason names it: `pattern`, `filter policy`.
 */
export function readPattern(
  pattern: unknown,
  what: string,
  dialect: DialectName = 'eventbridge',
): EventPattern | Answer {
  if (typeof pattern !== 'string' && !isFields(pattern)) {
    return unknown(`the ${what} is neither an object nor a text`);
  }
  const text = JSON.stringify(pattern);
  if (hasHole(text)) return unknown(`the ${what} is not known: ${text}`);
  const parsed = parse(pattern, dialect);
  return typeof parsed === 'string' ? unknown(`the ${what} is not valid: ${parsed}`) : parsed;
}
