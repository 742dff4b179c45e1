/**
 * References that can't be followed: into nothing, or round in a circle. A schema that refers to
 * itself is fine as long as a step into the data lies between, so only what concerns the same place
 * of the data is followed: references, and branches such as those of `allOf`.
 */
import type { JsonObject } from '../json';
import { below } from '../pointer';
import { type ReachableSchema, reachableSchemas } from './reachable';

/** A reference that is of no use. */
export interface ReferenceProblem {
  /** JSON pointer to the keyword. */
  readonly pointer: string;
  readonly reference: string;
  /** Where it leads: to no place of the schema, to another document, or back to where it stands. */
  readonly leads: 'nowhere' | 'out' | 'back';
}

/** @throws SchemaError as `openSchema` does. */
export function referenceProblems(root: JsonObject): ReferenceProblem[] {
  const schemas = reachableSchemas(root);
  const circular = placesInCircles(schemas);
  return schemas.flatMap(({ place, references }) =>
    references.flatMap(({ keyword, reference, target, remote }): ReferenceProblem[] => {
      const pointer = below(place, [keyword]);
      if (target === undefined) return [{ pointer, reference, leads: remote ? 'out' : 'nowhere' }];
      const isBack = circular.has(place) && circular.has(target);
      return isBack ? [{ pointer, reference, leads: 'back' }] : [];
    }),
  );
}

const samePlace = new Set([
  ...['allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else', 'dependentSchemas'],
]);

/** Of each schema the ones that speak of the same place in the data. */
function edgesOf(schemas: readonly ReachableSchema[]): Map<string, string[]> {
  const edges = new Map<string, string[]>();
  for (const { place, children, references } of schemas) {
    const within = children
      .filter(([, [keyword]]) => samePlace.has(String(keyword)))
      .map(([, tokens]) => below(place, tokens));
    const targets = references.flatMap(({ target }) => (target === undefined ? [] : [target]));
    edges.set(place, [...within, ...targets]);
  }
  return edges;
}

/**
 * What leads to no circle is taken away, from the ends on; of the rest the same is taken away
 * backwards, and circles are left, with the ways between them.
 */
function placesInCircles(schemas: readonly ReachableSchema[]): ReadonlySet<string> {
  const edges = edgesOf(schemas);
  const leadingThere = withoutEnds(new Set(edges.keys()), edges);
  return withoutEnds(leadingThere, reversed(edges));
}

function reversed(edges: ReadonlyMap<string, readonly string[]>): Map<string, string[]> {
  const back = new Map<string, string[]>([...edges.keys()].map((place) => [place, []]));
  for (const [from, targets] of edges) for (const to of targets) back.get(to)?.push(from);
  return back;
}

/** Those of the given places from which, within them, one can go on for ever. */
function withoutEnds(
  among: ReadonlySet<string>,
  edges: ReadonlyMap<string, readonly string[]>,
): ReadonlySet<string> {
  const left = new Set(among);
  const steps = new Map<string, number>();
  const backwards = reversed(edges);
  for (const place of among) {
    steps.set(place, (edges.get(place) ?? []).filter((to) => among.has(to)).length);
  }
  const ends = [...among].filter((place) => steps.get(place) === 0);
  for (let end = ends.pop(); end !== undefined; end = ends.pop()) {
    left.delete(end);
    for (const from of backwards.get(end) ?? []) {
      const more = (steps.get(from) ?? 0) - 1;
      steps.set(from, more);
      if (more === 0) ends.push(from);
    }
  }
  return left;
}
