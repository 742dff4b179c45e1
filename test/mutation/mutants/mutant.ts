import { type Json, type Path, type Resource, replaced, type Templates } from '../template';

/** One value of one resource, removed or replaced. */
export interface Mutant {
  readonly stack: string;
  readonly logicalId: string;
  readonly type: string;
  /** From the resource on. */
  readonly path: Path;
  /** What it is about: `queue policy`, `retention`. */
  readonly kind: string;
  /** What is done to it: `removed`, `widened`. */
  readonly mutation: string;
  /** What stands there instead. @default - nothing: the value is removed */
  readonly by?: Json;
}

/** What is done to one value of a resource. */
export type Change = Pick<Mutant, 'path' | 'kind' | 'mutation' | 'by'>;

/** A resource that mutants are made of. */
export interface Place {
  readonly templates: Templates;
  readonly stack: string;
  readonly logicalId: string;
  readonly resource: Resource;
}

/** The templates with the mutant in them. */
export function mutate(templates: Templates, { stack, logicalId, path, by }: Mutant): Templates {
  return replaced(templates, [stack, 'Resources', logicalId, ...path], by);
}

/** A mutant for people: where it is, and what it does. */
export function described({ stack, logicalId, type, path, kind, mutation, by }: Mutant): string {
  const place = [logicalId, ...path].join('.');
  const instead = by === undefined ? '' : `: ${JSON.stringify(by)}`;
  return `${stack} ${place} (${type}) [${kind}] ${mutation}${instead}`;
}
