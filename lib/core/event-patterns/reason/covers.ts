/**
 * One pattern covers another if each alternative of the other is inside one of its own, path by
 * path. Where that can't be shown, an event is looked for that tells them apart: first with one value
 * a path, which is a complete search as long as no two paths can lead through one array; then with
 * arrays. Lists of matchers are split last, so that several alternatives can cover one together.
 */
import type { Alternative, EventPattern } from '../ast';
import { type CoverAnswer, type Extent, unknown } from './answers';
import { spend, within } from './budget';
import { findCounterEvent, spreadEvents } from './counter-event';
import { eventsOf } from './event-text';
import { extentInside } from './inside';
import { firstName } from './paths';
import { ask, firstWitness, lookedAt, type Question } from './question';
import { placeAll } from './scalar-event';

const stepsOfPieces = 300_000;

/**
 * Whether the first pattern matches every event that the second matches.
 *
 * "no" comes with an event that only the second matches. "yes" tells whether it holds of all events
 * or of plain ones. "unknown" also says so if it is shown for events without arrays.
 */
export function covers(a: EventPattern, b: EventPattern): CoverAnswer {
  if (lookedAt(a) !== lookedAt(b)) {
    return unknown(`a pattern of ${a.dialect} and one of ${b.dialect} look at different things`);
  }
  return ask((question) => decide(a, b, question));
}

function decide(a: EventPattern, b: EventPattern, question: Question): CoverAnswer {
  let extent: Extent = 'all';
  let open: string | undefined;
  for (const alternative of b.alternatives) {
    const answer = decideOne(a, b, alternative, question);
    if (answer.answer === 'no') {
      return answer;
    }
    if (answer.answer === 'unknown') {
      open ??= answer.reason;
    } else if (answer.extent === 'plain') {
      extent = 'plain';
    }
  }
  return open === undefined ? { answer: 'yes', extent } : unknown(open);
}

function decideOne(
  a: EventPattern,
  b: EventPattern,
  wanted: Alternative,
  question: Question,
): CoverAnswer {
  if (placeAll([wanted], question).is === 'clash') {
    return { answer: 'yes', extent: 'all' };
  }
  const extent = extentInside(wanted, a.alternatives, question);
  if (extent !== undefined) {
    return { answer: 'yes', extent };
  }
  const search = findCounterEvent(wanted, a.alternatives, question);
  const events = search.is === 'found' ? eventsOf(search.entries) : [];
  const counterexample = firstWitness(events, [b], [a], question.budget);
  if (counterexample !== undefined) {
    return { answer: 'no', counterexample, needsArray: false };
  }
  if (search.is === 'none' && areApart([...new Set([...a.paths, ...b.paths])], question)) {
    return { answer: 'yes', extent: 'all' };
  }
  const together = within(question.budget, stepsOfPieces, (budget) => {
    return extentOfPieces(wanted, a.alternatives, question.sharing(budget));
  });
  if (together !== undefined) {
    return { answer: 'yes', extent: together };
  }
  const spread = firstWitness(spreadEvents(wanted, a.paths, question), [b], [a], question.budget);
  if (spread !== undefined) {
    return { answer: 'no', counterexample: spread, needsArray: true };
  }
  const scalar = search.is === 'none';
  return unknown(
    scalar
      ? 'it does for events without arrays; for others it was neither shown nor refuted'
      : 'neither shown nor refuted',
  );
}

/** Whether no two of the paths can lead through one array. */
function areApart(paths: readonly string[], { budget }: Question): boolean {
  spend(budget, paths.length);
  return new Set(paths.map(firstName)).size === paths.length;
}

/** As `extentInside`, of each alternative that takes one matcher from every list, all together. */
function extentOfPieces(
  wanted: Alternative,
  alternatives: readonly Alternative[],
  question: Question,
): Extent | undefined {
  const whole = extentInside(wanted, alternatives, question);
  const at = wanted.fields.findIndex(({ matchers }) => matchers.length > 1);
  if (whole !== undefined || at < 0) {
    return whole;
  }
  const extents = (wanted.fields[at]?.matchers ?? []).map((matcher) => {
    spend(question.budget, wanted.fields.length);
    const fields = wanted.fields.map((field, i) => {
      return i === at ? { ...field, matchers: question.alone(matcher) } : field;
    });
    return extentOfPieces({ fields }, alternatives, question);
  });
  if (extents.includes(undefined)) {
    return undefined;
  }
  return extents.includes('plain') ? 'plain' : 'all';
}
