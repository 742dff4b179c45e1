import type { Group, Term } from './form';

/** Says something of one property, nothing of all others. */
export function onlyName(name: string, term: Term): Group {
  return { names: new Map([[name, term]]), patterns: [], rest: [] };
}

/** What no value satisfies. */
export const nothing: Term = [{ key: 'nothing', alternatives: [] }];

/** Says of one property that it isn't there. */
export function absent(name: string): Group {
  return onlyName(name, nothing);
}
