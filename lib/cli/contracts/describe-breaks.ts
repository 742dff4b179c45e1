import { sayVersions } from '../../core/contracts';
import type { Break, CompareOptions } from '../../core/schemas/compatibility';

/** A break, and in a history the versions that have it. */
type Told = Break & { readonly versions?: readonly number[] };

/** The breaks as lines for people, the most important first. */
export function describeBreaks(
  breaks: readonly Told[],
  { mode, policy }: Required<CompareOptions>,
): string {
  if (breaks.length === 0) return `Compatible: ${mode}, ${policy}.`;
  const kinds = ['a replayed old event', 'an old consumer'] as const;
  const parts = kinds.flatMap((kind) => {
    const own = breaks.filter((one) => one.breaks === kind);
    return own.length === 0 ? [] : [`Breaks ${kind}:`, ...own.flatMap(linesOf)];
  });
  return parts.join('\n');
}

function linesOf({ path, schemaPath, keyword, reason, versions }: Told): string[] {
  const place = path === '' ? 'the data as a whole' : path;
  const history = versions === undefined ? '' : `  ${sayVersions(versions)}`;
  return [
    `  ✗ ${place}  ${keyword}`.trimEnd() + history,
    `      ${reason}`,
    ...(schemaPath === '' ? [] : [`      at ${schemaPath}`]),
  ];
}
