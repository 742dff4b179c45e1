/**
 * An event becomes its leaves by path. Array elements have no place in a path; instead each leaf
 * knows in which elements of which arrays it stands, so that a match can keep to one element of an
 * array. Only what the paths of a pattern name is kept.
 */

import type { JsonLeaf, JsonNode } from '../json/read';
import { ipDigits } from '../values/ip';
import { comparableNumber } from '../values/numbers';

export interface Leaf {
  /** As JSON spells it, except that a string's escapes are resolved; its quotes stay. */
  readonly text: string;
  /** The value of a number that a double holds exactly. */
  readonly number?: number;
  /** The digits of a string that is an IP address. */
  readonly ip?: string;
  readonly membership: Membership;
}

/** From arrays, numbered through the event, to the index of one element; innermost first. */
export type Membership = ReadonlyMap<number, number>;

/** The leaves of one path, in the order of the event, and by the array elements they stand in. */
export interface Leaves {
  readonly all: Leaf[];
  /** By `elementKey`. */
  readonly byElement: Map<string, Leaf[]>;
  /** How many of the leaves stand in an array, for each that holds any. */
  readonly arrays: Map<number, number>;
}

export const elementKey = (array: number, index: number): string => `${array}[${index}]`;

/** The leaves of an event at each of the paths. */
export function flatten(event: JsonNode, paths: readonly string[]): ReadonlyMap<string, Leaves> {
  const leaves = new Map(paths.map((path) => [path, emptyLeaves()]));
  const named = nameFilter(paths);
  let arrays = 0;
  const visit = (node: JsonNode, path: string | undefined, membership: Membership): void => {
    if (node.kind === 'object') {
      for (const { name, value } of node.members) {
        if (named(name)) {
          visit(value, path === undefined ? name : `${path}.${name}`, membership);
        }
      }
    } else if (node.kind === 'array') {
      const array = arrays++;
      node.items.forEach((item, index) => {
        const nested = item.kind === 'object' || item.kind === 'array';
        visit(item, path, nested ? new Map([[array, index], ...membership]) : membership);
      });
    } else {
      const place = leaves.get(path ?? '');
      if (place !== undefined) {
        addLeaf(place, node, membership);
      }
    }
  };
  visit(event, undefined, new Map());
  return leaves;
}

export function emptyLeaves(): Leaves {
  return { all: [], byElement: new Map(), arrays: new Map() };
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

function addLeaf(leaves: Leaves, node: JsonLeaf, membership: Membership): void {
  const leaf = leafOf(node, membership);
  if (leaf === undefined) {
    return;
  }
  leaves.all.push(leaf);
  for (const [array, index] of membership) {
    const key = elementKey(array, index);
    const others = leaves.byElement.get(key);
    leaves.arrays.set(array, (leaves.arrays.get(array) ?? 0) + 1);
    leaves.byElement.set(key, others === undefined ? [leaf] : others);
    others?.push(leaf);
  }
}

// JSON has no place for these, and writes null for NaN and the infinities.
const leftOut: ReadonlySet<string> = new Set(['undefined', 'function', 'symbol']);

function leafOf(node: JsonLeaf, membership: Membership): Leaf | undefined {
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
