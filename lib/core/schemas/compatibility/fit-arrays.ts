/** The keywords about lists. */

import { declaredBy } from './declared';
import { below, type Fit, finding } from './fit';
import type { Arrays, Contains, SchemaNode, Term } from './form';
import { prefixLength, termAt } from './members';
import { claim, elementsOf, numberOf, schemaOf, valueAt } from './parts';
import type { Finding } from './session';

export function fitList(fit: Fit<Arrays>): Finding[] {
  return [...fitSize(fit), ...fitUnique(fit), ...fitElements(fit), ...fitContains(fit)];
}

/** The most elements that the writer may emit: no more than up to one that nothing satisfies. */
function longestList({ of, session }: Fit<Arrays>): number {
  const places = Math.min(of.maxItems, prefixLength(of) + 1);
  for (let place = 0; place < places; place++) {
    if (session.isEmpty(termAt(of, place))) return place;
  }
  return of.maxItems;
}

function fitSize(fit: Fit<Arrays>): Finding[] {
  const { of, reader } = fit;
  const [min, max] = [numberOf(reader, 'minItems') ?? 0, numberOf(reader, 'maxItems') ?? Infinity];
  const longest = longestList(fit);
  const fewest = Math.max(of.minItems, ...of.contains.map((one) => one.min));
  const most = longest === Infinity ? 'any number' : `up to ${longest}`;
  return [
    ...(fewest >= min
      ? []
      : [finding(fit, 'minItems', `wants at least ${min} elements`, `lets through ${fewest}`)]),
    ...(longest <= max
      ? []
      : [named(finding(fit, 'maxItems', `wants at most ${max} elements`, `lets through ${most}`))]),
  ];
}

const named = (found: Finding): Finding => ({ ...found, keyword: 'maxItems' });

function fitUnique(fit: Fit<Arrays>): Finding[] {
  if (valueAt(fit.reader, 'uniqueItems') !== true) return [];
  return fit.of.isUnique || longestList(fit) <= 1
    ? []
    : [finding(fit, 'uniqueItems', 'wants no two elements alike', 'lets them through')];
}

function fitElements(fit: Fit<Arrays>): Finding[] {
  const elements = elementsOf(fit.reader);
  if (elements === undefined) return [];
  const { prefix, rest } = elements;
  const longest = longestList(fit);
  const inPrefix = prefix.flatMap((schema, place) =>
    place < longest ? below(place, fit.session.compare(termAt(fit.of, place), schema)) : [],
  );
  return rest === undefined ? inPrefix : [...inPrefix, ...fitFrom(fit, prefix.length, rest)];
}

/** Whether all elements from a place on satisfy a schema. */
export function fitFrom(fit: Fit<Arrays>, from: number, rest: SchemaNode): Finding[] {
  const { of, session } = fit;
  const longest = longestList(fit);
  const found: Finding[] = [];
  const known = prefixLength(of);
  for (let place = from; place < Math.min(known, longest); place++) {
    found.push(...below(place, session.compare(termAt(of, place), rest)));
  }
  return longest > Math.max(known, from)
    ? [...found, ...below('*', session.compare(termAt(of, Math.max(known, from)), rest))]
    : found;
}

function fitContains(fit: Fit<Arrays>): Finding[] {
  const { reader } = fit;
  const wanted = schemaOf(reader, 'contains');
  if (wanted === undefined) return [];
  const min = numberOf(reader, 'minContains') ?? 1;
  const max = numberOf(reader, 'maxContains') ?? Infinity;
  return [
    ...(containsSurely(fit, wanted) >= min
      ? []
      : [
          finding(
            fit,
            'contains',
            `wants at least ${min} of a kind`,
            'may emit lists without them',
          ),
        ]),
    ...(containsAtMost(fit, wanted) <= max
      ? []
      : [finding(fit, 'contains', `wants at most ${max} of a kind`, 'may emit more')]),
  ];
}

/** So many elements satisfy the schema for certain. */
function containsSurely(fit: Fit<Arrays>, wanted: SchemaNode): number {
  const { of, session } = fit;
  const fits = (term: Term): boolean => session.compare(term, wanted).length === 0;
  const known = prefixLength(of);
  let inPlaces = 0;
  for (let place = 0; place < Math.min(known, of.minItems); place++) {
    if (fits(termAt(of, place))) inPlaces++;
  }
  const others = Math.max(0, of.minItems - known);
  if (others > 0 && fits(termAt(of, known))) inPlaces += others;
  const contained = of.contains.filter((one) => one.min > 0 && isSurelyOf(one, wanted, fit));
  return Math.max(inPlaces, ...contained.map(({ min }) => min));
}

/** Whether what is contained satisfies the schema, whatever place it stands in. */
function isSurelyOf({ term }: Contains, wanted: SchemaNode, { of, session }: Fit<Arrays>): boolean {
  if (term.some((one) => 'node' in one && one.holds && session.isSame(one.node, wanted))) {
    return true;
  }
  const key = `contained ${JSON.stringify(term.map((one) => one.key))}`;
  const free: Term = [{ key, alternatives: session.alternativesOf(term) }];
  return Array.from({ length: prefixLength(of) + 1 }, (_, place) => termAt(of, place)).every(
    (element) => {
      // Of elements that are free-form, those that have to be there declare no more.
      const contained = declaredBy(element, session.writer).isFreeForm ? free : term;
      return session.compare([...contained, ...element], wanted).length === 0;
    },
  );
}

/** No more elements than that satisfy the schema. */
function containsAtMost(fit: Fit<Arrays>, wanted: SchemaNode): number {
  const { of, session } = fit;
  const mayFit = (term: Term): boolean => !session.isEmpty([...term, claim(wanted)]);
  const [known, longest] = [prefixLength(of), longestList(fit)];
  let inPlaces = 0;
  for (let place = 0; place < Math.min(known, longest); place++) {
    if (mayFit(termAt(of, place))) inPlaces++;
  }
  if (longest > known && mayFit(termAt(of, known))) inPlaces += longest - known;
  const counted = of.contains
    .filter(({ term }) => isWider(term, wanted, fit))
    .map(({ max }) => max);
  return Math.min(inPlaces, ...counted);
}

/** Whether everything that satisfies the schema satisfies the term. */
function isWider(term: Term, wanted: SchemaNode, { session }: Fit): boolean {
  return term.every(
    (one) => 'node' in one && one.holds && session.compare([claim(wanted)], one.node).length === 0,
  );
}
