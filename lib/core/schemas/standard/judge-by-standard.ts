import { below } from '../pointer';
import { standardProps } from './standard-schema';

/** What a library's own validator finds wrong with data. */
export interface StandardIssue {
  /** JSON pointer into the data. */
  readonly path: string;
  readonly problem: string;
}

/**
 * Asks the library itself. One that can answer only later (a refinement that is asynchronous) is
 * not waited for: a contract is made at once.
 */
export function judgeByStandard(schema: unknown, data: unknown): StandardIssue[] {
  const validate = standardProps(schema)?.validate;
  if (typeof validate !== 'function') return [];
  try {
    const result: unknown = validate(data);
    if (result instanceof Promise) {
      result.catch(() => undefined);
      return [];
    }
    return issuesOf(result).map(toIssue);
  } catch (error) {
    return [{ path: '', problem: error instanceof Error ? error.message : String(error) }];
  }
}

function issuesOf(result: unknown): readonly unknown[] {
  const issues: unknown = Reflect.get(Object(result), 'issues');
  return issues === undefined || issues === null ? [] : Array.from(issues as Iterable<unknown>);
}

function toIssue(issue: unknown): StandardIssue {
  const path: unknown = Reflect.get(Object(issue), 'path');
  const steps = path === undefined || path === null ? [] : Array.from(path as Iterable<unknown>);
  const tokens = steps.map((step) =>
    String(typeof step === 'object' && step !== null ? Reflect.get(step, 'key') : step),
  );
  return { path: below('', tokens), problem: String(Reflect.get(Object(issue), 'message')) };
}
