import type { EventPattern } from '../ast';
import type { DialectName } from '../dialects/dialect';
import { type Dialect, dialects } from '../dialects/table';
import { PatternError } from '../errors';
import { toObject } from '../json/node';
import { positionIn } from '../json/position';
import type { JsonObject } from '../json/read';
import { alternativeOf, type Draft, makeDrafts } from './alternatives';
import { patternLength } from './length';
import { checkCombinations, checkFields } from './limits';
import type { Fail, Reading } from './reading';
import { splitShadowed } from './shadowed';
import { readSteps } from './steps';

/**
 * Reads an event pattern of a dialect, from a JSON text or as an object; by default one of a rule
 * on a Classic bus.
 *
 * In a text numbers keep their spelling and names may repeat, as AWS sees them: of two lists at one
 * path the last wins, objects merge.
 *
 * @throws PatternError for all that AWS refuses of such a pattern on every account: it names the
 *   field, the value, what belongs there and the place in a text. A quota that can be raised is not
 *   checked; nor do wildcards of different alternatives of `$or` count together, as they can on AWS.
 */
export function parsePattern(
  pattern: string | object,
  dialect: DialectName = 'eventbridge',
): EventPattern {
  const row = dialectOf(dialect);
  const fail: Fail = (path, problem, expected, { at } = {}) => {
    const position = typeof pattern === 'string' && at !== undefined;
    throw new PatternError(path, problem, expected, position ? positionIn(pattern, at) : undefined);
  };
  const object = readPattern(pattern, row, fail);
  const drafts = readAlternatives(object, { dialect: row, fail, or: true });
  checkCombinations(drafts, row, fail);
  const paths = new Set(drafts.flatMap((draft) => [...draft.keys()]));
  const all = drafts.map(alternativeOf);
  return freeze({ dialect, ...splitShadowed(all), paths: [...paths].sort() });
}

function dialectOf(name: string): Dialect {
  const row = Object.hasOwn(dialects, name) ? dialects[name as DialectName] : undefined;
  if (row === undefined) {
    const names = Object.keys(dialects).join(', ');
    // Of what is no text only the kind is said: to write it out can take forever, or throw.
    const shown =
      typeof name === 'string' ? JSON.stringify(name) : `a value of type ${typeof name}`;
    throw new PatternError('', `${shown} is no dialect`, `one of ${names}`);
  }
  return row;
}

function readPattern(pattern: string | object, { limits }: Dialect, fail: Fail): JsonObject {
  const { max, unit } = limits.length;
  const tooLong = () => fail('', `it is longer than ${max} ${unit}`, `at most ${max} ${unit}`);
  if (typeof pattern === 'string' && pattern.length > max) {
    tooLong();
  }
  const object = toObject(pattern, (problem, syntax) => {
    const what = syntax?.problem ?? problem;
    throw new PatternError('', what, 'a JSON object of fields', syntax?.at);
  });
  return patternLength(pattern, object, limits.length) > max ? tooLong() : object;
}

// AWS keeps old patterns alive that have a field named `$or`: where `$or` can't be alternatives, it
// is such a field, if only the rest is right.
function readAlternatives(object: JsonObject, reading: Reading): readonly Draft[] {
  try {
    return readOnce(object, reading);
  } catch (error) {
    if (!(error instanceof PatternError)) {
      throw error;
    }
    try {
      return readOnce(object, { ...reading, or: false });
    } catch {
      throw error;
    }
  }
}

function readOnce(object: JsonObject, reading: Reading): readonly Draft[] {
  const steps = readSteps(object, reading);
  checkFields(steps, reading.dialect, reading.fail);
  return makeDrafts(steps, reading.dialect, reading.fail);
}

function freeze<T extends object>(value: T): T {
  for (const part of Object.values(value)) {
    if (typeof part === 'object' && !Object.isFrozen(part)) {
      freeze(part);
    }
  }
  return Object.freeze(value);
}
