/**
 * Both schemas are walked at once, from the root of the data down: at each place what they say of it
 * is compared, then the places below, by name. A field that only one of them knows is told, and
 * nothing below it. A pair of places that is met again below itself is left: it was told further up.
 */
import { isAnnotation } from '../../schemas/compatibility/annotations';
import type { JsonObject } from '../../schemas/json';
import { type Part, requiredOf } from '../../schemas/places/parts';
import { below } from '../../schemas/pointer';
import { readSchema } from '../../schemas/read-schema';
import { openSchema } from '../../schemas/schema-document';
import { expandedText } from './expand';
import { describeChoice, describePlace, factsOf, isCompound, listedIn } from './facts';
import { type Child, childrenOf, type Place, placeAt } from './reading';

/** Something that differs between two versions of a schema. */
export interface Change {
  /** JSON pointer into the data; `*` is any element of a list, or any other property. */
  readonly path: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** In words: `string, required` of a field; `maxLength: 10 -> 20` of a change. */
  readonly what: string;
}

const mostPlaces = 5_000;
const deepest = 100;

interface Walk {
  readonly changes: Change[];
  /** The pairs of places above. */
  readonly above: Set<string>;
  left: number;
}

/**
 * What changed from one version of a schema to the next, the outermost first and then by name. That
 * a description or the name of a definition changed is not told.
 *
 * @throws SchemaError for what isn't JSON or names an unknown draft.
 */
export function changesBetween(older: JsonObject, newer: JsonObject): readonly Change[] {
  const [old, latest] = [older, newer].map((schema) =>
    placeAt(openSchema(readSchema(schema)), ['']),
  ) as [Place, Place];
  const walk: Walk = { changes: [], above: new Set(), left: mostPlaces };
  compare('', old, latest, walk);
  if (walk.left < 0) tell(walk, '', 'changed', 'more than can be told');
  return walk.changes;
}

function compare(path: string, old: Place, latest: Place, walk: Walk): void {
  const pair = [old, latest].map(keyOf).join(' | ');
  walk.left -= 1;
  if (walk.above.has(pair) || walk.above.size >= deepest || walk.left < 0) return;
  walk.above.add(pair);
  const [before, after] = [besideChoices(old, latest), besideChoices(latest, old)];
  compareFacts(path, before, after, walk);
  compareListed(path, before, after, walk);
  compareChoices(path, before, after, walk);
  compareChildren(path, before, after, walk);
  walk.above.delete(pair);
}

/** However it is referred to. */
const keyOf = ({ parts }: Place): string =>
  parts
    .filter(({ schema }) => !isReference(schema))
    .map(({ pointer }) => pointer)
    .join(' ');

const isReference = (schema: JsonObject): boolean =>
  Object.keys(schema).every((keyword) => keyword === '$ref' || isAnnotation(keyword)) &&
  schema['$ref'] !== undefined;

/** A choice of one that has become a choice of several, or was one, is compared as a choice. */
function besideChoices(place: Place, other: Place): Place {
  const isAlone = place.choices.length === 0 && other.choices.length > 0;
  return isAlone ? placeAt(place.document, place.pointers, false) : place;
}

function tell({ changes }: Walk, path: string, kind: Change['kind'], what: string): void {
  changes.push({ path, kind, what });
}

function compareFacts(path: string, old: Place, latest: Place, walk: Walk): void {
  const [before, after] = [factsOf(old), factsOf(latest)];
  for (const keyword of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(keyword), after.get(keyword)];
    if (was !== is) tell(walk, path, 'changed', sayFact(keyword, was, is));
  }
}

function sayFact(keyword: string, was: string | undefined, is: string | undefined): string {
  if (was === undefined) return `${keyword}${isCompound(keyword) ? '' : `: ${is}`} added`;
  if (is === undefined) return `${keyword}${isCompound(keyword) ? '' : `: ${was}`} removed`;
  return isCompound(keyword) ? `${keyword} changed` : `${keyword}: ${was} -> ${is}`;
}

function compareListed(path: string, old: Place, latest: Place, walk: Walk): void {
  const [before, after] = [listedIn(old), listedIn(latest)];
  if (before === undefined || after === undefined) {
    if (after) tell(walk, path, 'changed', `values: only ${[...after].join(', ')}`);
    if (before) tell(walk, path, 'changed', `values: no longer only ${[...before].join(', ')}`);
    return;
  }
  const more = [...after].filter((value) => !before.has(value));
  const less = [...before].filter((value) => !after.has(value));
  if (more.length > 0) tell(walk, path, 'changed', `values: ${more.join(', ')} added`);
  if (less.length > 0) tell(walk, path, 'changed', `values: ${less.join(', ')} removed`);
}

/** Choices that are the same on both sides are left out; of the others, pairs by their order. */
function compareChoices(path: string, old: Place, latest: Place, walk: Walk): void {
  const [before, after] = [textsOf(old), textsOf(latest)];
  const gone = old.choices.filter((_, at) => !after.includes(before[at] ?? ''));
  const come = latest.choices.filter((_, at) => !before.includes(after[at] ?? ''));
  const pairs = Math.min(gone.length, come.length);
  for (let at = 0; at < pairs; at += 1) {
    compare(path, choiceAt(old, gone[at]), choiceAt(latest, come[at]), walk);
  }
  for (const part of gone.slice(pairs)) {
    tell(walk, path, 'changed', `choice removed: ${describeChoice(choiceAt(old, part))}`);
  }
  for (const part of come.slice(pairs)) {
    tell(walk, path, 'changed', `choice added: ${describeChoice(choiceAt(latest, part))}`);
  }
}

const textsOf = ({ document, choices }: Place): string[] =>
  choices.map(({ pointer, schema }) => expandedText(document, pointer, schema));

const choiceAt = ({ document }: Place, part: Part | undefined): Place =>
  placeAt(document, part === undefined ? [] : [part.pointer]);

function compareChildren(path: string, old: Place, latest: Place, walk: Walk): void {
  const [before, after] = [childrenOf(old), childrenOf(latest)];
  for (const key of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const [was, is] = [before.get(key), after.get(key)];
    const place = below(path, [(is ?? was)?.step ?? '']);
    if (was === undefined && is) tell(walk, place, 'added', sayChild(latest, is));
    if (is === undefined && was) tell(walk, place, 'removed', sayChild(old, was));
    if (was === undefined || is === undefined) continue;
    if (was.required !== is.required) {
      tell(walk, place, 'changed', is.required ? 'now required' : 'no longer required');
    }
    compare(
      place,
      placeAt(old.document, was.pointers),
      placeAt(latest.document, is.pointers),
      walk,
    );
  }
  compareUndescribed(path, old, latest, walk);
}

function sayChild({ document }: Place, { pointers, required, step }: Child): string {
  const described = describePlace(placeAt(document, pointers));
  return step === '*' ? described : `${described}, ${required ? 'required' : 'optional'}`;
}

/** Names that are required and of which no schema says more. */
function compareUndescribed(path: string, old: Place, latest: Place, walk: Walk): void {
  const [before, after] = [requiredOf(old), requiredOf(latest)];
  const described = new Set([...childrenOf(old).keys(), ...childrenOf(latest).keys()]);
  for (const name of [...new Set([...before, ...after])].sort()) {
    if (described.has(`field ${name}`) || before.has(name) === after.has(name)) continue;
    const what = after.has(name) ? 'now required' : 'no longer required';
    tell(walk, below(path, [name]), 'changed', what);
  }
}
