import { isWithoutNumbers } from './arithmetic';
import type { Alternative, Arrays, Contains, Objects, Strings, Term } from './form';
import { namedIn, prefixLength, requiredOf, termAt, termOfName } from './members';
import { classesOf } from './other-names';
import { canMatch, searchOf } from './pattern-search';
import type { Session } from './session';

/** Whether no value satisfies the alternative, as far as that can be proved. */
export function isNothing(of: Alternative, session: Session): boolean {
  if (contradictsItself(of, session)) return true;
  if (of.kind === 'values') return of.values.size === 0;
  if (of.kind === 'number') return isWithoutNumbers(of);
  if (of.kind === 'string') return isWithoutTexts(of);
  return of.kind === 'array' ? isWithoutLists(of, session) : isWithoutObjects(of, session);
}

/** Also of what isn't understood, one thing isn't both so and not so. */
function contradictsItself({ opaque }: Alternative, session: Session): boolean {
  return opaque.some(
    (one) =>
      !one.holds &&
      opaque.some((other) => other.holds && session.isSameOpaque({ ...one, holds: true }, other)),
  );
}

function isWithoutTexts(of: Strings): boolean {
  const { minLength, maxLength, patterns, notPatterns } = of;
  if (minLength > maxLength || patterns.some((one) => notPatterns.includes(one))) return true;
  return patterns.length + notPatterns.length > 0 && !canMatch(searchOf(of));
}

function isWithoutLists(of: Arrays, session: Session): boolean {
  if (of.minItems > of.maxItems) return true;
  const places = Math.min(of.minItems, prefixLength(of) + 1);
  for (let place = 0; place < places; place++) {
    if (session.isEmpty(termAt(of, place))) return true;
  }
  return of.contains.some((one) => isNeverContained(one, of, session));
}

function isNeverContained(one: Contains, of: Arrays, session: Session): boolean {
  if (one.min > of.maxItems || one.min > one.max) return true;
  if (one.min === 0) return false;
  const everywhere = prefixLength(of) === 0 ? termAt(of, 0) : [];
  if (session.isEmpty([...one.term, ...everywhere])) return true;
  return of.contains.some((other) => other.max < one.min && isSameTerm(one, other, session));
}

function isSameTerm(one: Contains, other: Contains, session: Session): boolean {
  const [claim, ...more] = one.term;
  const [second, ...others] = other.term;
  if (claim === undefined || second === undefined || more.length + others.length > 0) return false;
  if (!('node' in claim && 'node' in second)) return claim.key === second.key;
  return claim.holds === second.holds && session.isSame(claim.node, second.node);
}

function isWithoutObjects(of: Objects, session: Session): boolean {
  const required = requiredOf(of);
  session.spend((required.size * of.groups.length) / 20);
  if (Math.max(of.minProperties, required.size) > of.maxProperties) return true;
  if ([...required].some((name) => isNeverThere(of, name, session))) return true;
  return of.minProperties > required.size && countOfNames(of, session) < of.minProperties;
}

/** The properties that an object has at the most. */
function countOfNames(of: Objects, session: Session): number {
  if (classesOf(of, session).length > 0) return Infinity;
  return [...namedIn(of)].filter((name) => !isNeverThere(of, name, session)).length;
}

/** Whether no object of the alternative has a property of that name, as far as that is plain. */
export function isNeverThere(of: Objects, name: string, session: Session): boolean {
  const isFull = !of.required.has(name) && of.required.size >= of.maxProperties;
  return (
    isFull || session.isEmpty(termOfName(of, name)) || isRefusedAsName(name, of.names, session)
  );
}

function isRefusedAsName(name: string, names: Term, session: Session): boolean {
  return names.some(
    (claim) => 'node' in claim && claim.holds && session.satisfies(name, claim.node) === 'no',
  );
}
