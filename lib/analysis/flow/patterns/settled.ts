import { type EventPattern, matches } from '../../../core/event-patterns';
import type { Truth } from '../resolution/compare';

/**
 * Whether a pattern takes an event of which some fields hold a text that nobody told us. Each
 * alternative is asked without these fields: if it doesn't match then, it can't match at all; if it
 * asks for none of them and matches, that decides.
 */
export function matchesSettled(
  pattern: EventPattern,
  event: string | object,
  unsettled: ReadonlySet<string>,
): Truth {
  if (!pattern.paths.some((path) => unsettled.has(path))) {
    return matches(pattern, event) ? 'yes' : 'no';
  }
  const alternatives = pattern.alternatives.map(({ fields }) => {
    const settled = fields.filter(({ path }) => !unsettled.has(path));
    return { fields: settled, whole: settled.length === fields.length };
  });
  const open = alternatives.filter(
    ({ fields }) => fields.length === 0 || matches(only(pattern, fields), event),
  );
  if (open.some(({ whole }) => whole)) return 'yes';
  return open.length === 0 ? 'no' : 'unknown';
}

type PatternFields = EventPattern['alternatives'][number]['fields'];

function only({ dialect }: EventPattern, fields: PatternFields): EventPattern {
  const paths = fields.map(({ path }) => path);
  return { dialect, alternatives: [{ fields }], shadowed: [], paths };
}
