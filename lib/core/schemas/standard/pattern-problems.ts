import type { JsonObject } from '../json';
import { isObject } from '../json';
import { below } from '../pointer';
import { reachableSchemas } from './reachable';

/** A text that is meant as a regular expression and is none. */
export interface PatternProblem {
  /** JSON pointer to it. */
  readonly pointer: string;
  readonly pattern: string;
}

/** @throws SchemaError as `openSchema` does. */
export function patternProblems(root: JsonObject): PatternProblem[] {
  return reachableSchemas(root).flatMap(({ place, schema }) => {
    const { pattern, patternProperties } = schema;
    const names = isObject(patternProperties) ? Object.keys(patternProperties) : [];
    return [
      ...(typeof pattern === 'string' ? [{ pointer: below(place, ['pattern']), pattern }] : []),
      ...names.map((name) => ({
        pointer: below(place, ['patternProperties', name]),
        pattern: name,
      })),
    ].filter((one) => !isPattern(one.pattern));
  });
}

/** Validators read it for Unicode, and many people write it without. */
function isPattern(text: string): boolean {
  return ['u', ''].some((flags) => {
    try {
      return new RegExp(text, flags) !== undefined;
    } catch {
      return false;
    }
  });
}
