/** Why an event matches a pattern or does not, as data; `describeExplanation` makes it a text. */
export interface Explanation {
  /** Exactly what `matches` answers. */
  readonly matches: boolean;
  /** Why no field was looked at: the event is nothing that patterns of the dialect look into. */
  readonly unread?: string;
  /**
   * Of an event that matches: one alternative that it matches. Else the nearest first, that is the
   * one with the fewest fields that don't hold; at most 10.
   */
  readonly alternatives: readonly AlternativeExplanation[];
  /** How many alternatives more the pattern has: without `$or` 0. */
  readonly others: number;
  /** How many alternatives more AWS drops, as an earlier one overlaps them: `pattern.shadowed`. */
  readonly dropped: number;
}

export interface AlternativeExplanation {
  /** In the order of their paths. */
  readonly fields: readonly FieldExplanation[];
}

export interface FieldExplanation {
  /** As the pattern has it: names joined with dots, without the places of arrays. */
  readonly path: string;
  /**
   * Whether the field holds, together with those before it that do. Where a huge event has many
   * fields apart in its arrays, not all are tried; those left do not hold.
   */
  readonly holds: boolean;
  /** What the pattern lists there, each as JSON in the form that patterns are written in. */
  readonly wanted: readonly string[];
  /** What the event has there, values that the pattern takes first; at most 5. */
  readonly found: readonly FoundValue[];
  /** How many values more the event has there. */
  readonly more: number;
  /** What most probably went wrong with a field that doesn't hold. */
  readonly hint?: Hint;
}

export interface FoundValue {
  /** Where it stands, as in `detail.data.lines[3].sku`. */
  readonly place: string;
  /** As JSON, shortened to 100 characters. */
  readonly value: string;
  /** Whether the pattern takes the value. One field may find its value in a wrong element. */
  readonly taken: boolean;
}

export interface Hint {
  readonly kind: HintKind;
  /** A sentence without its full stop. */
  readonly text: string;
}

export type HintKind =
  /** A name or a value is written in other upper and lower case. */
  | 'letter-case'
  /** A name or a value is nearly the same. */
  | 'spelling'
  /** The event has the name at another path. */
  | 'elsewhere'
  /** On the way to the field is something that has no fields. */
  | 'no-object'
  /** On the way to the field is a text that holds JSON. */
  | 'json-in-text'
  /** The body, data, key or value of a record is not a JSON object. */
  | 'not-json'
  /** There is an object or an empty list, which counts as absent. */
  | 'no-value'
  /** What the event has beside the field that it has not. */
  | 'names'
  /** A text where the pattern wants a number, true, false or null, or the other way round. */
  | 'type'
  | 'white-space'
  /** The text begins, ends or goes on differently. */
  | 'text'
  /** A number, and how far it is outside of the range. */
  | 'range'
  /** A number with more digits than a double holds. */
  | 'precision'
  /** No IP address, or none of the block. */
  | 'address'
  /** The value is among those that the pattern excludes. */
  | 'excluded'
  /** The pattern wants no such field. */
  | 'present'
  /** The value stands in another element of an array than what another field found. */
  | 'other-element';
