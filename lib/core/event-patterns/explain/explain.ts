/**
 * The verdict, and which fields hold, are the matcher's own: it is asked. What is added here is
 * what people need: what the event has at each field, and what is most probably wrong.
 *
 * Each alternative of the pattern is first judged roughly, by how many of its fields nothing in the
 * event can satisfy; the nearest are then looked at closely.
 */
import type { Alternative, EventPattern, PatternField } from '../ast';
import { readEvent } from '../dialects/event';
import { flatten, type Leaves } from '../match/flatten';
import { matches, matchesAlternative } from '../match/match';
import type { AlternativeExplanation, Explanation } from './explanation';
import { type Context, explainField } from './fields';
import { finder } from './finds';
import { holding, togetherIn } from './holding';
import { survey } from './survey';
import { unreadReason } from './unread';

const mostAlternatives = 10;

/**
 * Why an event matches a pattern or does not: for each field what the pattern wanted, what the event
 * has there, and what is most probably wrong. The verdict is that of `matches`.
 *
 * @throws EventError where `matches` does.
 */
export function explain(pattern: EventPattern, event: string | object): Explanation {
  const { alternatives, dialect, paths, shadowed } = pattern;
  const dropped = shadowed.length;
  const verdict = matches(pattern, event);
  const object = readEvent(dialect, event);
  if (object === undefined) {
    const unread = unreadReason(dialect);
    return { matches: verdict, unread, alternatives: [], others: alternatives.length, dropped };
  }
  const seen = survey(object, paths);
  const leaves = flatten(object, paths);
  const context = { seen, find: finder(seen.found), together: togetherIn(leaves), dialect };
  const near = verdict ? firstMatching(alternatives, leaves) : nearest(alternatives, context);
  const explained = near.map(({ fields }) => explainAlternative(fields, verdict, context));
  return {
    matches: verdict,
    alternatives: explained.sort((a, b) => failures(a) - failures(b)),
    others: alternatives.length - near.length,
    dropped,
  };
}

type Alternatives = readonly Alternative[];

function firstMatching(
  alternatives: Alternatives,
  leaves: ReadonlyMap<string, Leaves>,
): Alternatives {
  const found = alternatives.find((alternative) => matchesAlternative(alternative, leaves));
  return found === undefined ? [] : [found];
}

function nearest(alternatives: Alternatives, context: Context): Alternatives {
  const ranked = alternatives.map((alternative) => {
    const held = alternative.fields.filter((field) => possible(field, context)).length;
    return { alternative, held, failed: alternative.fields.length - held };
  });
  ranked.sort((a, b) => a.failed - b.failed || b.held - a.held);
  return ranked.slice(0, mostAlternatives).map(({ alternative }) => alternative);
}

/** Whether a field can hold at all, whatever the others do. */
function possible(field: PatternField, { find }: Context): boolean {
  return find(field).taken.length > 0 || field.matchers.some(({ kind }) => kind === 'absent');
}

function explainAlternative(
  fields: readonly PatternField[],
  matched: boolean,
  context: Context,
): AlternativeExplanation {
  const kept = matched
    ? fields
    : holding(
        fields.filter((field) => possible(field, context)),
        context.together,
      );
  return { fields: fields.map((field) => explainField(field, kept, context)) };
}

function failures({ fields }: AlternativeExplanation): number {
  return fields.filter(({ holds }) => !holds).length;
}
