/**
 * Which fields of an alternative hold. The matcher itself is asked, about some of the fields at a
 * time, so that nothing here can disagree with it. Fields are taken in their order; one that can't
 * hold together with those taken before it is left out. What begins a list of fields that hold
 * together holds together too, so the next field to leave out is found by halving.
 *
 * Each question looks at all values of the fields, and there can be too many for many questions:
 * when the budget is used up, no more fields hold.
 */
import type { PatternField } from '../ast';
import { EventError } from '../errors';
import type { Leaves } from '../match/flatten';
import { matchesAlternative } from '../match/match';

type Fields = readonly PatternField[];

/** Whether an event matches a pattern of these fields alone. */
export type Together = (fields: Fields) => boolean;

/** Values to look at. */
const budget = 2_000_000;

export function togetherIn(leaves: ReadonlyMap<string, Leaves>): Together {
  let left = budget;
  return (fields) => {
    for (const { path } of fields) {
      left -= 1 + (leaves.get(path)?.all.length ?? 0);
    }
    try {
      return left >= 0 && matchesAlternative({ fields }, leaves);
    } catch (error) {
      // Arrays that combine in too many ways. The whole pattern was decided, so let it pass.
      if (error instanceof EventError) {
        return false;
      }
      throw error;
    }
  };
}

export function holding(fields: Fields, together: Together): Fields {
  let kept: Fields = [];
  for (let at = 0; at < fields.length; at++) {
    const taken = mostTogether(kept, fields.slice(at), together);
    kept = [...kept, ...fields.slice(at, at + taken)];
    at += taken;
  }
  return kept;
}

/** How many of the fields, from the first on, hold together with those that were kept. */
function mostTogether(kept: Fields, fields: Fields, together: Together): number {
  let [least, most] = [0, fields.length];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    // The whole first: most often that is the answer.
    const asked = most === fields.length && least === 0 ? most : middle;
    if (together([...kept, ...fields.slice(0, asked)])) {
      least = asked;
    } else {
      most = asked - 1;
    }
  }
  return least;
}

/** A field that alone keeps another from holding. */
export function rivalOf(
  field: PatternField,
  kept: Fields,
  together: Together,
): PatternField | undefined {
  const inOrder = (other: PatternField) =>
    other.path < field.path ? [other, field] : [field, other];
  return kept.find((other) => !together(inOrder(other)));
}
