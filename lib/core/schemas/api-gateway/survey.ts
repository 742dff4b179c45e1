/** What the first run teaches the second: how definitions are named and where schemas say less. */
import { tokensOf } from '../pointer';
import { SchemaError } from '../schema-error';
import type { Edge, Known, Outcome } from './run';

/**
 * @throws SchemaError if a schema asks itself about the same value again: no validator would come
 *   to an end.
 */
export function survey(outcome: Outcome): Known {
  refuseLoops(outcome.edges.filter(({ inPlace }) => inPlace));
  return { names: nameAll(outcome.targets), losses: spread(outcome) };
}

/**
 * Names of letters, digits, `_`, `.` and `-` only, so that no reference needs an escape that one
 * validator reads and another doesn't.
 */
function nameAll(targets: ReadonlySet<string>): Map<string, string> {
  const names = new Map<string, string>();
  /** With the number that the last of its name has. */
  const taken = new Map<string, number>();
  for (const pointer of targets) {
    if (pointer === '') continue;
    const plain = plainName(tokensOf(pointer));
    let name = plain;
    let count = taken.get(plain) ?? 1;
    while (taken.has(name)) name = `${plain}-${++count}`;
    taken.set(plain, count).set(name, taken.get(name) ?? 1);
    names.set(pointer, name);
  }
  return names;
}

/** Of a definition its name, of anything else the way to it. */
function plainName(tokens: readonly string[]): string {
  const isDefinition = /^(?:\$defs|definitions)$/.test(tokens.at(-2) ?? '');
  const wished = (isDefinition ? tokens.slice(-1) : tokens).join('.');
  return wished.replace(/[^A-Za-z0-9_.-]/g, '_') || '_';
}

/** A schema says less than was given if it, or any that it asks, does. */
function spread({ edges, losses: found }: Outcome): Map<string, string> {
  const askers = new Map<string, string[]>();
  for (const { from, to } of edges) listIn(askers, to).push(from);
  const losses = new Map(found);
  // The map grows while it is walked.
  for (const [pointer, path] of losses) {
    for (const asker of askers.get(pointer) ?? []) {
      if (!losses.has(asker)) losses.set(asker, path);
    }
  }
  return losses;
}

/** Schemas that nobody asks are taken away until none is left; what remains hangs on a loop. */
function refuseLoops(edges: readonly Edge[]): void {
  const asked = new Map<string, string[]>();
  const askers = new Map<string, Set<string>>();
  for (const { from, to } of edges) {
    listIn(asked, from).push(to);
    askers.set(to, (askers.get(to) ?? new Set()).add(from));
  }
  const free = [...asked.keys()].filter((pointer) => !askers.has(pointer));
  for (const pointer of free) {
    for (const next of asked.get(pointer) ?? []) {
      askers.get(next)?.delete(pointer);
      if (askers.get(next)?.size === 0 && askers.delete(next)) free.push(next);
    }
  }
  const looped = onLoop(askers);
  if (looped !== undefined) {
    throw new SchemaError(
      looped,
      'the schema leads back to itself for the same value, so that no validator comes to an end',
      'a "$ref" back only from below properties, items or the like',
    );
  }
}

function listIn(lists: Map<string, string[]>, key: string): string[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}

/** Back from asker to asker until one comes again. */
function onLoop(askers: ReadonlyMap<string, ReadonlySet<string>>): string | undefined {
  const passed = new Set<string>();
  let [place] = askers.keys();
  while (place !== undefined && !passed.has(place)) {
    passed.add(place);
    [place] = askers.get(place) ?? [];
  }
  return place;
}
