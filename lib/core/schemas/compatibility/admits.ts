import { canonical, distinct, isObject, type JsonObject, type JsonValue } from '../json';
import { isMultiple } from './arithmetic';
import type { Alternative, Arrays, Bound, Claim, Numbers, Objects, Strings, Term } from './form';
import { requiredOf, termAt, termOfName } from './members';
import { matchesPattern } from './pattern-search';
import { typeOf } from './records';
import type { Session, Verdict } from './session';
import { all, any, decided, negate } from './verdicts';

/** Whether a value is one of an alternative; what isn't understood leaves that open. */
export function admits(of: Alternative, value: JsonValue, session: Session): Verdict {
  if (of.kind === 'values') return all([decided(of.values.has(canonical(value))), open(of)]);
  if (of.kind !== typeOf(value) || of.excluded.has(canonical(value))) return 'no';
  if (of.kind === 'number') return all([admitsNumber(of, value as number), open(of)]);
  if (of.kind === 'string') return all([admitsText(of, value as string), open(of)]);
  if (of.kind === 'array') {
    return all([admitsList(of, value as readonly JsonValue[], session), open(of)]);
  }
  return isObject(value) ? all([admitsObject(of, value, session), open(of)]) : 'no';
}

const open = ({ opaque }: Alternative): Verdict => (opaque.length === 0 ? 'yes' : 'unknown');

export function isWithin(value: number, min: Bound | undefined, max: Bound | undefined): boolean {
  const isEnough = !min || value > min.value || (min.isInclusive && value === min.value);
  return isEnough && (!max || value < max.value || (max.isInclusive && value === max.value));
}

function admitsNumber({ min, max, multiples, notMultiples }: Numbers, value: number): Verdict {
  return all([
    decided(isWithin(value, min, max)),
    ...multiples.map((step) => decided(isMultiple(value, step))),
    ...notMultiples.map((step) => negate(decided(isMultiple(value, step)))),
  ]);
}

/** In characters, as JSON Schema counts them: a surrogate pair is one. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length++;
  return length;
}

function admitsText(of: Strings, value: string): Verdict {
  const length = lengthOf(value);
  return all([
    decided(of.minLength <= length && length <= of.maxLength),
    ...of.patterns.map((pattern) => decided(matchesPattern(pattern, value))),
    ...of.notPatterns.map((pattern) => negate(decided(matchesPattern(pattern, value)))),
  ]);
}

function admitsList(of: Arrays, list: readonly JsonValue[], session: Session): Verdict {
  return all([
    decided(of.minItems <= list.length && list.length <= of.maxItems),
    decided(!of.isUnique || distinct(list).length === list.length),
    ...list.map((element, place) => satisfiesTerm(element, termAt(of, place), session)),
    ...of.contains.map(({ term, min, max }) =>
      countBetween(
        list.map((element) => satisfiesTerm(element, term, session)),
        min,
        max,
      ),
    ),
  ]);
}

/** Whether from `min` to `max` of the verdicts are yes. */
export function countBetween(verdicts: readonly Verdict[], min: number, max: number): Verdict {
  const sure = verdicts.filter((verdict) => verdict === 'yes').length;
  const possible = verdicts.filter((verdict) => verdict !== 'no').length;
  if (possible < min || sure > max) return 'no';
  return sure >= min && possible <= max ? 'yes' : 'unknown';
}

function admitsObject(of: Objects, value: JsonObject, session: Session): Verdict {
  const names = Object.keys(value);
  const present = new Set(names);
  return all([
    decided(of.minProperties <= names.length && names.length <= of.maxProperties),
    decided([...requiredOf(of, names)].every((name) => present.has(name))),
    ...names.map((name) => satisfiesTerm(name, of.names, session)),
    ...Object.entries(value).map(([name, member]) =>
      satisfiesTerm(member, termOfName(of, name), session),
    ),
  ]);
}

export function satisfiesTerm(value: JsonValue, term: Term, session: Session): Verdict {
  return all(term.map((claim) => satisfiesClaim(value, claim, session)));
}

function satisfiesClaim(value: JsonValue, claim: Claim, session: Session): Verdict {
  if ('node' in claim) {
    const verdict = session.satisfies(value, claim.node);
    return claim.holds ? verdict : negate(verdict);
  }
  return any(claim.alternatives.map((one) => session.admits(one, value)));
}
