import type { JsonLeaf, JsonNode } from '../json/read';
import { leafOf } from '../match/flatten';
import { nowhere, Place } from '../match/membership';
import { encodable } from '../values/texts';
import { type LeafTable, leafKinds } from './leaf-table';
import { below, type PathNode } from './path-tree';

/**
 * Reads an event that is no text (an object, or what a dialect makes of a message) into a table of
 * leaves, as `scan` does a text. What the leaves hold is lined up in a text of its own.
 */
export function walk(event: JsonNode, root: PathNode, leaves: LeafTable): void {
  const values: string[] = [];
  let length = 0;
  const visit = (node: JsonNode, at: PathNode, place: Place | undefined): void => {
    if (node.kind === 'object') {
      for (const { name, value } of node.members) {
        const child = below(at, name);
        if (child !== undefined) visit(value, child, place);
      }
    } else if (node.kind === 'array') {
      const array = leaves.arrays++;
      node.items.forEach((item, index) => {
        const isNested = item.kind === 'object' || item.kind === 'array';
        visit(item, at, isNested ? new Place(array, index, place) : place);
      });
    } else if (at.field >= 0) {
      const value = textOf(node);
      if (value === undefined) return;
      // Half of a surrogate pair is compared as AWS encodes it: so are texts with escapes.
      const isOdd = encodable(value) !== value;
      const written = isOdd ? JSON.stringify(value.slice(1, -1)) : value;
      const kind = isOdd ? leafKinds.escapedText : kindOf[node.kind];
      leaves.add(at.field, kind, length, length + written.length, place);
      values.push(written);
      length += written.length;
    }
  };
  visit(event, root, undefined);
  leaves.text = values.join('');
}

const kindOf = {
  string: leafKinds.text,
  number: leafKinds.number,
  keyword: leafKinds.keyword,
  foreign: leafKinds.keyword,
} as const;

const textOf = (node: JsonLeaf): string | undefined => leafOf(node, nowhere)?.text;
