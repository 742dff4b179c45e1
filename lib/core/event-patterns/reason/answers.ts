/**
 * Answers about patterns. None is a guess: "yes" comes with an event that was tried, "no" with what
 * makes it impossible, and all else is "unknown".
 *
 * How the files of this folder build on each other, the questions first:
 *
 * - `can-match`, `can-both-match`, `covers`: a question each. `question` holds what the parts of one
 *   share: the steps left (`budget`), and what was found before. `say`, `say-facts`: reasons.
 * - Events: `scalar-event` puts one value at each path, `counter-event` tells two patterns apart,
 *   `inside` compares alternatives path by path (`paths`), `event-text` writes events down.
 * - Leaves: `find-leaf` looks for a value that some lists of matchers (`clauses`) take, by guesses
 *   (`guess-texts`), then kind by kind: `find-number`, `decide-text`, `find-address`. A
 *   `leaf-domain` is where it looks.
 * - Texts: `find-text` lets machines read all texts at once: `text-machine` of matchers,
 *   `pattern-machine` of a schema's `pattern` (read by `regular-expression`), `small-machines`; all
 *   of them read `units`.
 * - Schemas: `schema-meet` asks with a schema (`schema-question`). `schema-cases` and `schema-facts`
 *   say what it allows, `schema-refute` shows that no event will do, `schema-build` makes events
 *   (`schema-values` their leaves), and `schema-valid` (`schema-leaves`, `truth`) judges them.
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
