import type { Matcher, PatternField } from '../ast';
import type { JsonLeaf, JsonNode } from '../json/read';
import { leafOf } from '../match/flatten';
import { matchesLeaf } from '../match/matchers';
import { nowhere } from '../match/membership';
import type { Value } from './ranked';
import type { Place } from './survey';

/** What an event has at the path of a field. */
export interface Finds {
  /** The values that some matcher takes. */
  readonly taken: readonly PlacedValue[];
  readonly others: readonly PlacedValue[];
  /** Objects and empty lists, which no matcher takes. */
  readonly hollow: readonly Place[];
}

export interface PlacedValue extends Value {
  readonly place: string;
}

/** Looks at what stands at the path of a field; once, as many alternatives share their fields. */
export function finder(
  found: ReadonlyMap<string, readonly Place[]>,
): (field: PatternField) => Finds {
  const known = new Map<string, Map<readonly Matcher[], Finds>>();
  return ({ path, matchers }) => {
    const atPath = known.get(path) ?? new Map<readonly Matcher[], Finds>();
    const finds = atPath.get(matchers) ?? look(found.get(path) ?? [], matchers);
    known.set(path, atPath.set(matchers, finds));
    return finds;
  };
}

function look(places: readonly Place[], matchers: readonly Matcher[]): Finds {
  const finds = { taken: [] as PlacedValue[], others: [] as PlacedValue[], hollow: [] as Place[] };
  for (const { place, node } of places) {
    const leaf = isLeaf(node) ? leafOf(node, nowhere) : undefined;
    if (!isLeaf(node)) {
      finds.hollow.push({ place, node });
    } else if (leaf !== undefined) {
      const taken = matchers.some((matcher) => matchesLeaf(matcher, leaf));
      (taken ? finds.taken : finds.others).push({ place, node, leaf });
    }
  }
  return finds;
}

function isLeaf(node: JsonNode): node is JsonLeaf {
  return node.kind !== 'object' && node.kind !== 'array';
}
