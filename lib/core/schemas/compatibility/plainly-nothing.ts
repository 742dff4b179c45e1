import type { Alternative, Objects, SchemaNode, Term } from './form';
import { listedTexts } from './listed-texts';
import { termOfName } from './members';
import { conjuncts, membersOf } from './parts';

/**
 * Whether it is plain that no value satisfies the alternative: a property that must be there has no
 * value in common. It keeps the product of two unions short whose branches are told apart by one.
 */
export function isPlainlyNothing(of: Alternative): boolean {
  return (
    of.kind === 'object' &&
    of.groups.length > 1 &&
    [...of.required].some((name) => isApart(of, name))
  );
}

function isApart(of: Objects, name: string): boolean {
  const term = termOfName(of, name);
  if (term.some((claim) => !('node' in claim) && claim.alternatives.length === 0)) return true;
  const [first, ...others] = listsIn(term);
  if (first === undefined || others.length === 0) return false;
  return ![...first].some((text) => others.every((one) => one.has(text)));
}

/** Whether it is plain that a schema takes nothing of it: a property that must be there tells. */
export function isPlainlyRefused(of: Alternative, schema: SchemaNode): boolean {
  if (of.kind !== 'object') return false;
  return conjuncts(schema).some((node) =>
    membersOf(node, 'properties').some(([name, member]) => {
      const wanted = of.required.has(name) ? listedTexts(member) : undefined;
      return (
        wanted !== undefined && listsIn(termOfName(of, name)).some((one) => !meet(one, wanted))
      );
    }),
  );
}

function meet(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  return [...few].some((text) => many.has(text));
}

/** The value that a property has for certain; undefined where there may be several. */
export function onlyValueOf(of: Objects, name: string): string | undefined {
  const [texts] = of.required.has(name) ? listsIn(termOfName(of, name)) : [];
  return texts?.size === 1 ? [...texts][0] : undefined;
}

function listsIn(term: Term): ReadonlySet<string>[] {
  return term.flatMap((claim) => {
    if (!('node' in claim))
      return claim.alternatives.length === 1 ? valuesIn(claim.alternatives) : [];
    const found = claim.holds ? listedTexts(claim.node) : undefined;
    return found === undefined ? [] : [found];
  });
}

function valuesIn(alternatives: readonly Alternative[]): ReadonlySet<string>[] {
  return alternatives.flatMap((one) => (one.kind === 'values' ? [new Set(one.values.keys())] : []));
}
