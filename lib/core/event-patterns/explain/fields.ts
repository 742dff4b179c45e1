import type { PatternField } from '../ast';
import type { DialectName } from '../dialects/dialect';
import { absenceHint, noValueHint } from './absence-hints';
import type { FieldExplanation, FoundValue, Hint } from './explanation';
import type { Finds, PlacedValue } from './finds';
import { rivalOf, type Together } from './holding';
import { shorten, shortJson } from './shorten';
import type { Place, Survey } from './survey';
import { valueHint } from './value-hints';
import { writeMatcher } from './write-matcher';

/** An event, asked about one pattern. */
export interface Context {
  readonly seen: Survey;
  readonly find: (field: PatternField) => Finds;
  readonly together: Together;
  readonly dialect: DialectName;
}

const shown = 5;

/** `kept` are the fields of the alternative that hold. */
export function explainField(
  field: PatternField,
  kept: readonly PatternField[],
  context: Context,
): FieldExplanation {
  const { taken, others, hollow } = context.find(field);
  const found = [
    ...taken.slice(0, shown).map((value) => foundValue(value, true)),
    ...[...others.slice(0, shown), ...hollow.slice(0, shown)].map((one) => foundValue(one, false)),
  ].slice(0, shown);
  const holds = kept.includes(field);
  const hint = holds ? undefined : hintOf(field, kept, context);
  return {
    path: field.path,
    holds,
    wanted: field.matchers.map(writeMatcher),
    found,
    more: taken.length + others.length + hollow.length - found.length,
    ...(hint !== undefined && { hint }),
  };
}

function foundValue({ place, node }: Place, taken: boolean): FoundValue {
  return { place, value: shortJson(node), taken };
}

function hintOf(
  field: PatternField,
  kept: readonly PatternField[],
  context: Context,
): Hint | undefined {
  const { taken, others, hollow } = context.find(field);
  const { path, matchers } = field;
  if (taken.length > 0) {
    return elementHint(field, taken, kept, context);
  }
  if (others.length > 0) {
    return valueHint(others, matchers);
  }
  const [first] = hollow;
  return first === undefined
    ? absenceHint(path, context.seen, context.dialect)
    : noValueHint(first.node, path);
}

/** The field finds its value, but not in the elements of arrays where the other fields do. */
function elementHint(
  field: PatternField,
  taken: readonly PlacedValue[],
  kept: readonly PatternField[],
  { find, together }: Context,
): Hint | undefined {
  if (!together([field])) {
    return undefined;
  }
  const rival = rivalOf(field, kept, together);
  const theirs = rival === undefined ? [] : find(rival).taken;
  const here = `it is there at ${places(taken)}`;
  const text =
    rival === undefined || theirs.length === 0
      ? `${here}, but not in one element with all of the other fields`
      : `${here}, but \`${rival.path}\` at ${places(theirs)}: one element has to hold both`;
  return { kind: 'other-element', text };
}

function places(values: readonly PlacedValue[]): string {
  const some = values.slice(0, 3).map(({ place }) => `\`${shorten(place)}\``);
  return `${some.join(', ')}${values.length > 3 ? ` and ${values.length - 3} more` : ''}`;
}
