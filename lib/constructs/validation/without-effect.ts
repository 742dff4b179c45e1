import type { PropRule } from './props';

/** Props that can't take effect beside another one: a row each that is given. */
export function withoutEffect(
  values: { readonly [prop: string]: unknown },
  why: { readonly expected: string; readonly fix: string },
): PropRule[] {
  return Object.entries(values).map(([prop, value]) => ({
    id: 'spillway:option-without-effect',
    prop,
    value,
    wrong: () => true,
    ...why,
  }));
}
