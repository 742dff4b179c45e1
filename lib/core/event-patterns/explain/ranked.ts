import type { JsonLeaf } from '../json/read';
import type { Leaf } from '../match/flatten';
import type { Hint } from './explanation';
import { shortJson } from './shorten';

/** A hint among others: the one with the lowest rank is said. */
export interface Ranked extends Hint {
  /** 0 for what is all but a match, 9 for what says least. */
  readonly rank: number;
}

/** A value of the event, as it was read and as matchers see it. */
export interface Value {
  readonly node: JsonLeaf;
  readonly leaf: Leaf;
}

/** The value is JSON of another type than the pattern wants. */
export function otherType({ node }: Value, wanted: string, rank: number): Ranked {
  const text = `${shortJson(node, 40)} is ${typeOf(node)}, and the pattern wants ${wanted}`;
  return { kind: 'type', text, rank };
}

function typeOf(node: JsonLeaf): string {
  if (node.kind === 'string') {
    return 'a text, in quotes';
  }
  return node.kind === 'number' ? 'a number' : 'no text and no number';
}
