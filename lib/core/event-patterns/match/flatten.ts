/**
 * An event becomes its leaves by path. Array elements have no place in a path; instead each leaf
 * knows in which elements of which arrays it stands, so that a match can keep to one element of an
 * array. Only what the paths of a pattern name is kept.
 */

import type { JsonLeaf, JsonNode } from '../json/read';
import { ipDigits } from '../values/ip';
import { comparableNumber } from '../values/numbers';
import { type Elements, elementsOf } from './elements';
import { type Membership, nowhere, Place } from './membership';

export interface Leaf {
  /** As JSON spells it, except that a string's escapes are resolved; its quotes stay. */
  readonly text: string;
  /** The value of a number that a double holds exactly. */
  readonly number?: number;
  /** The digits of a string that is an IP address. */
  readonly ip?: string;
  readonly membership: Membership;
}

/** The leaves of one path, in the order of the event. */
export interface Leaves {
  readonly all: Leaf[];
  /** Made when it is first asked for, after the last leaf. */
  elements?: Elements;
}

interface Waiting {
  readonly node: JsonNode;
  readonly path: string | undefined;
  readonly place: Place | undefined;
}

/** The leaves of an event at each of the paths. What is still to visit waits in a list. */
export function flatten(event: JsonNode, paths: readonly string[]): ReadonlyMap<string, Leaves> {
  const leaves = new Map(paths.map((path) => [path, emptyLeaves()]));
  const named = nameFilter(paths);
  const waiting: Waiting[] = [{ node: event, path: undefined, place: undefined }];
  let arrays = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { node, path, place } = next;
    if (node.kind === 'object') {
      for (const { name, value } of node.members.toReversed()) {
        if (named(name)) {
          waiting.push({ node: value, path: path === undefined ? name : `${path}.${name}`, place });
        }
      }
    } else if (node.kind === 'array') {
      pushItems(waiting, node.items, next, arrays++);
    } else {
      const at = leaves.get(path ?? '');
      const leaf = at === undefined ? undefined : leafOf(node, place ?? nowhere);
      if (at !== undefined && leaf !== undefined) {
        addLeaf(at, leaf);
      }
    }
  }
  return leaves;
}

function pushItems(
  waiting: Waiting[],
  items: readonly JsonNode[],
  { path, place }: Waiting,
  array: number,
): void {
  for (let index = items.length - 1; index >= 0; index--) {
    const node = items[index] as JsonNode;
    const nested = node.kind === 'object' || node.kind === 'array';
    waiting.push({ node, path, place: nested ? new Place(array, index, place) : place });
  }
}

export function emptyLeaves(): Leaves {
  return { all: [] };
}

/** Leaves are added in the order of the event. */
export function addLeaf(leaves: Leaves, leaf: Leaf): void {
  leaves.all.push(leaf);
}

export function elementsIn(leaves: Leaves): Elements {
  leaves.elements ??= elementsOf(leaves.all);
  return leaves.elements;
}

// What has a name that no path holds is passed over. A name with dots counts by its parts; AWS
// drops empty parts at the end, so a field with an empty name is found only above other names.
function nameFilter(paths: readonly string[]): (name: string) => boolean {
  const names = new Set(paths.flatMap(split));
  return (name) =>
    names.has(name) || (name.includes('.') && split(name).every((part) => names.has(part)));
}

function split(path: string): readonly string[] {
  const parts = path.split('.');
  while (path !== '' && parts.at(-1) === '') {
    parts.pop();
  }
  return parts;
}

// JSON has no place for these, and writes null for NaN and the infinities.
const leftOut: ReadonlySet<string> = new Set(['undefined', 'function', 'symbol']);

export function leafOf(node: JsonLeaf, membership: Membership): Leaf | undefined {
  switch (node.kind) {
    case 'string':
      return { text: `"${node.text}"`, ip: ipDigits(node.text), membership };
    case 'number':
      return { text: node.text, number: comparableNumber(node.text), membership };
    case 'keyword':
      return { text: node.text, membership };
    default:
      return leftOut.has(node.text) ? undefined : { text: 'null', membership };
  }
}
