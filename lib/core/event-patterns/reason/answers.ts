/**
 * Answers about patterns. None is a guess: "yes" comes with an event that was tried, "no" with what
 * makes it impossible, and all else is "unknown".
 */

/**
 * The events that a "no" of `canMatch` and `canBothMatch`, or a "yes" of `covers`, speaks of: all of
 * them, or those in which no name is repeated within an object and, unless the schema names it so,
 * none holds a dot. Others are JSON, and hardly anybody's event.
 */
export type Extent = 'all' | 'plain';

export interface Impossible {
  readonly answer: 'no';
  /** The path and the two things that clash there. */
  readonly reason: string;
  readonly extent: Extent;
}

export interface Unknown {
  readonly answer: 'unknown';
  /** What could not be decided. */
  readonly reason: string;
}

export type MatchAnswer =
  /** `witness` is an event that the pattern matches, as JSON text. */
  { readonly answer: 'yes'; readonly witness: string } | Impossible | Unknown;

export type OverlapAnswer =
  | {
      readonly answer: 'yes';
      /** An event that both patterns match, as JSON text. */
      readonly witness: string;
      /**
       * Whether in the witness some field holds several values, in an array, that the patterns share
       * out. Where one value a field is enough, such an event is given.
       */
      readonly needsArray: boolean;
      /** Why one value a field is not enough; absent where that is not needed, or not shown. */
      readonly clash?: string;
    }
  | Impossible
  | Unknown;

export type CoverAnswer =
  | { readonly answer: 'yes'; readonly extent: Extent }
  | {
      readonly answer: 'no';
      /** An event that the second pattern matches and the first doesn't, as JSON text. */
      readonly counterexample: string;
      /** Whether it holds an array of objects, because no event without one was found. */
      readonly needsArray: boolean;
    }
  | Unknown;

export function unknown(reason: string): Unknown {
  return { answer: 'unknown', reason };
}
