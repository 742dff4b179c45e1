import type { Interval } from './find-number';
import type { Machine } from './text-machine';

/** What leaves are looked for; each part left out means none of that kind. */
export interface LeafDomain {
  readonly keywords: readonly string[];
  /** Whole numbers only, where `integer`. */
  readonly numbers?: Interval & { readonly integer: boolean };
  readonly texts?: TextDomain;
}

export interface TextDomain {
  /** Characters at least and at most. */
  readonly least: number;
  readonly most: number;
  /** Further machines that all take the text. */
  readonly machines: readonly Machine[];
}

/** Leaves as JSON texts, at least one; none where there is none; or why neither could be shown. */
export type LeafSearch =
  | { readonly is: 'some'; readonly leaves: readonly string[] }
  | { readonly is: 'none' }
  | { readonly is: 'unknown' };

export const anyLeaf: LeafDomain = {
  keywords: ['true', 'false', 'null'],
  numbers: { low: -Infinity, high: Infinity, integer: false },
  texts: { least: 0, most: Infinity, machines: [] },
};
