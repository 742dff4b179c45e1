import type { AlternativeExplanation, Explanation, FieldExplanation } from './explanation';
import { shorten } from './shorten';

/**
 * The text that people read when an event did not arrive: the fields that don't hold first, each
 * with what the pattern wants, what the event has and what is probably wrong. Lines end in `\n`; the
 * last has none.
 */
export function describeExplanation(explanation: Explanation): string {
  const { alternatives, others, unread, dropped } = explanation;
  const [nearest] = alternatives;
  if (nearest === undefined) {
    return `The event ${verdict(explanation)}: ${unread ?? 'the pattern has no fields'}.`;
  }
  const failing = nearest.fields.filter(({ holds }) => !holds);
  const holding = nearest.fields.filter(({ holds }) => holds);
  const blocks = [
    `${headline(explanation, nearest, failing.length)}`,
    ...failing.map(describeFailing),
    holding.map(describeHolding).join('\n'),
    alternatives.length + others > 1 ? otherAlternatives(explanation) : '',
    dropped > 0 ? droppedAlternatives(dropped) : '',
  ];
  return blocks.filter((block) => block !== '').join('\n\n');
}

const verdict = ({ matches }: Explanation): string =>
  matches ? 'matches the pattern' : 'does not match the pattern';

function headline(
  explanation: Explanation,
  { fields }: AlternativeExplanation,
  failing: number,
): string {
  const counted = `${failing} of ${fields.length} fields ${failing === 1 ? 'does' : 'do'} not hold`;
  return `The event ${verdict(explanation)}${explanation.matches ? '.' : `: ${counted}.`}`;
}

function droppedAlternatives(dropped: number): string {
  const some = dropped === 1 ? '1 alternative' : `${dropped} alternatives`;
  return `AWS drops ${some} of $or: an earlier one has the same fields and at each of them a\nvalue in common. Join the two, or give one a field that the other lacks.`;
}

const listed = 5;

function describeFailing({ path, wanted, found, more, hint }: FieldExplanation): string {
  const values = found.map(({ place, value }) => (place === path ? value : `${value} at ${place}`));
  return [
    `✗ ${path}`,
    labelled('wanted', list(wanted, ' or ', 0)),
    labelled('found', found.length === 0 ? 'nothing' : list(values, ', ', more)),
    ...(hint === undefined ? [] : [labelled('hint', hint.text)]),
  ].join('\n');
}

function describeHolding({ path, found }: FieldExplanation): string {
  const [first] = found;
  const place = first === undefined || first.place === path ? '' : ` at ${first.place}`;
  return `✓ ${path}  ${first?.taken ? `${shorten(first.value, 60)}${place}` : 'absent, as wanted'}`;
}

function list(values: readonly string[], separator: string, more: number): string {
  const rest = Math.max(0, values.length - listed) + more;
  const some = values.slice(0, listed).map((value) => shorten(value));
  return `${some.join(separator)}${rest > 0 ? `${separator}${rest} more` : ''}`;
}

const columns = { label: 8, all: 80 };

/** The text beside its label, in lines that fit a terminal where words allow it. */
function labelled(label: string, text: string): string {
  const indent = ' '.repeat(4 + columns.label);
  const lines = [`    ${label.padEnd(columns.label)}`];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    const separator = line.length === indent.length ? '' : ' ';
    if (separator !== '' && line.length + 1 + word.length > columns.all) {
      lines.push(`${indent}${word}`);
    } else {
      lines[lines.length - 1] = `${line}${separator}${word}`;
    }
  }
  return lines.join('\n');
}

function otherAlternatives({ matches, alternatives, others }: Explanation): string {
  const count = alternatives.length - 1 + others;
  const rest = `${count} ${count === 1 ? 'other' : 'others'}`;
  return matches
    ? `(This is one alternative of $or; ${rest} not looked at.)`
    : `(This alternative of $or is the nearest; ${rest} failed, too.)`;
}
