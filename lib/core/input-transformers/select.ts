import type { JsonNode } from '../event-patterns/json/read';
import type { InputPath, PathStep } from './path';

/**
 * What a path finds in an event. Each step leads from the values found so far to the next ones; a
 * path with a wildcard gives the list of all that it finds, as JSONPath defines it.
 */
export type Selection =
  | { readonly found: JsonNode }
  | { readonly missing: string }
  /** The path meets something whose outcome is documented nowhere. */
  | { readonly unclear: string };

export function selectPath(event: JsonNode, path: InputPath): Selection {
  if ('unread' in path) return { unclear: path.unread };
  let found: readonly JsonNode[] = [event];
  for (const step of path.steps) {
    const doubt = doubtAt(found, step);
    if (doubt !== undefined) return { unclear: `${doubt}, on the way ${path.text}` };
    found = found.flatMap((node) => follow(node, step));
  }
  const [first] = found;
  if (path.steps.some(({ kind }) => kind === 'all')) {
    const nothing = `what the wildcard of ${path.text} gives where it finds nothing is not documented`;
    return first === undefined ? { unclear: nothing } : { found: { kind: 'array', items: found } };
  }
  if (first === undefined) return { missing: `the event has nothing at ${path.text}` };
  return { found: first };
}

function follow(node: JsonNode, step: PathStep): readonly JsonNode[] {
  if (step.kind === 'member') {
    if (node.kind !== 'object') return [];
    return node.members.filter(({ name }) => name === step.name).map(({ value }) => value);
  }
  if (node.kind !== 'array') return [];
  return step.kind === 'all' ? node.items : node.items.slice(step.index, step.index + 1);
}

function doubtAt(nodes: readonly JsonNode[], step: PathStep): string | undefined {
  if (step.kind === 'all') {
    const objects = nodes.some(({ kind }) => kind === 'object');
    return objects ? 'the order in which a wildcard gives members is not documented' : undefined;
  }
  const twice = nodes.some((node) => follow(node, step).length > 1);
  return twice ? 'which of two members of one name it takes is not documented' : undefined;
}
