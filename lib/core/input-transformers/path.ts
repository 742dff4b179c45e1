import { type InputProblem, refuse } from './errors';
import { inputLimits } from './limits';

/**
 * A `$.path` into an event, for InputPath and for the variables of an InputTransformer. EventBridge
 * reads a part of JSONPath, checks nothing when the rule is made, and evaluates it for each event:
 * dot notation with letters, digits, dashes, underscores and slashes, array indices, wildcards.
 * Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
 *
 * Of the bracket notation the pages contradict each other (API_Target allows it, API_PutTargets
 * does not), and of the rest of JSONPath they say nothing: such a path is `unread`.
 */
export type InputPath = { readonly text: string } & (
  | { readonly steps: readonly PathStep[] }
  /** Why no page tells what the path gives. */
  | { readonly unread: string }
);

export type PathStep =
  | { readonly kind: 'member'; readonly name: string }
  | { readonly kind: 'element'; readonly index: number }
  /** A wildcard. */
  | { readonly kind: 'all' };

const step = /\.([A-Za-z0-9_/-]+)|\[([0-9]+)\]|\.\*|\[\*\]/y;

/** @throws InputTransformerError for what is no text, or is too long */
export function parseInputPath(path: string): InputPath {
  refuse(problemsOfPath('InputPath', path));
  return readPath(path);
}

export function problemsOfPath(place: string, path: unknown): InputProblem[] {
  const { max, unit } = inputLimits.path;
  if (typeof path !== 'string') return [{ place, value: path, expected: 'a text' }];
  return path.length > max ? [{ place, value: path, expected: `at most ${max} ${unit}` }] : [];
}

export function readPath(text: string): InputPath {
  if (!text.startsWith('$')) return { text, unread: `the path ${text} does not start with $` };
  const steps: PathStep[] = [];
  step.lastIndex = 1;
  while (step.lastIndex < text.length) {
    const at = step.lastIndex;
    const found = step.exec(text);
    if (found === null) {
      return { text, unread: `what ${text.slice(at)} means in the path ${text} is not documented` };
    }
    const [, name, index] = found;
    if (name !== undefined) steps.push({ kind: 'member', name });
    else steps.push(index === undefined ? { kind: 'all' } : { kind: 'element', index: +index });
  }
  return { text, steps };
}
