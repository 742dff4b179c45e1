/** A value of a template, as JSON has it. */
export type Json = null | boolean | number | string | readonly Json[] | Fields;

export interface Fields {
  readonly [field: string]: Json;
}

/** Synthesised templates by stack name. */
export interface Templates {
  readonly [stack: string]: Template;
}

export interface Template {
  readonly Resources: { readonly [logicalId: string]: Resource };
  readonly Outputs?: { readonly [logicalId: string]: Fields };
}

export interface Resource extends Fields {
  readonly Type: string;
}

/** Where a value stands: the fields and indexes that lead to it. */
export type Path = readonly (string | number)[];

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value that CloudFormation makes: `Ref`, `Fn::GetAtt` and their like. */
export function isIntrinsic(value: Json): boolean {
  if (!isFields(value)) return false;
  const [name, ...others] = Object.keys(value);
  return others.length === 0 && (name === 'Ref' || name?.startsWith('Fn::') === true);
}

/** The value at a path; undefined where there is none. */
export function valueAt(value: unknown, path: Path): Json | undefined {
  let found: unknown = value;
  for (const step of path) found = (found as Record<string | number, unknown> | undefined)?.[step];
  return found as Json | undefined;
}

/**
 * A copy in which the value at a path is another, or is gone where none is given; what ends in the
 * index after the last is added. Only what stands on the path is copied: a template has thousands of
 * values, and as many mutants are made of it.
 */
export function replaced<T>(value: T, [step, ...rest]: Path, by: Json | undefined): T {
  const old = (value ?? {}) as Record<string | number, unknown>;
  const child = rest.length > 0 ? replaced(old[step], rest, by) : by;
  if (Array.isArray(value)) {
    const items = child === undefined ? [] : [child];
    return value.toSpliced(Number(step), 1, ...items) as T;
  }
  const { [step]: _, ...others } = old;
  return (child === undefined ? others : { ...old, [step]: child }) as T;
}
