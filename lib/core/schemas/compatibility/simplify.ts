/**
 * The same union with fewer alternatives: what says nothing of its type stands for all others of
 * that type, and single values are one set. Products of unions stay short by that.
 */
import type { Alternative, Values } from './form';

export function simplify(alternatives: readonly Alternative[]): readonly Alternative[] {
  if (alternatives.length < 2) return alternatives;
  const values = alternatives.filter((one): one is Values => one.kind === 'values');
  const plain = values.filter(({ opaque }) => opaque.length === 0);
  const open = new Map(
    alternatives.filter(isWhole).map((one): [string, Alternative] => [one.kind, one]),
  );
  const records = new Set(alternatives.filter((one) => one.kind !== 'values'));
  return [
    ...(plain.length > 0 ? [merged(plain)] : []),
    ...values.filter(({ opaque }) => opaque.length > 0),
    ...[...records].filter((one) => isNeeded(one, open.get(one.kind))),
  ];
}

function merged(some: readonly Values[]): Values {
  const [first] = some;
  if (first !== undefined && some.length === 1) return first;
  return { kind: 'values', values: new Map(some.flatMap(({ values }) => [...values])), opaque: [] };
}

/** What it judges for `unevaluated...` has to stay known. */
function isNeeded(one: Alternative, whole: Alternative | undefined): boolean {
  return whole === undefined || one === whole || !isUnjudged(one);
}

function isUnjudged(of: Alternative): boolean {
  if (of.kind === 'array') return of.evaluated === 0;
  if (of.kind !== 'object') return true;
  const { names, patterns, all } = of.evaluated;
  return names.size + patterns.size === 0 && !all;
}

/** Whether it holds everything of its type, and is known to. */
function isWhole(of: Alternative): boolean {
  if (of.opaque.length > 0 || of.kind === 'values' || of.excluded.size > 0) return false;
  if (of.kind === 'number') {
    const steps = of.multiples.length + of.notMultiples.length;
    return of.min === undefined && of.max === undefined && steps === 0;
  }
  if (of.kind === 'string') {
    const patterns = of.patterns.length + of.notPatterns.length;
    return of.minLength === 0 && of.maxLength === Infinity && patterns === 0;
  }
  if (of.kind === 'array') {
    const parts = of.tuples.length + of.contains.length;
    return of.minItems === 0 && of.maxItems === Infinity && !of.isUnique && parts === 0;
  }
  const parts = of.groups.length + of.required.size + of.names.length + of.dependents.length;
  return of.minProperties === 0 && of.maxProperties === Infinity && parts === 0;
}
