import type { JsonNode } from '../event-patterns/json/read';

/**
 * JSON without spaces. Numbers keep their spelling, and members of one name stay side by side. What
 * is still to be written stands in a list, not on the call stack, so that no depth overflows it.
 */
export function writeJson(node: JsonNode): string {
  const written: string[] = [];
  const open: (JsonNode | string)[] = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (typeof next === 'string') written.push(next);
    else if (next.kind === 'string') written.push(JSON.stringify(next.text));
    else if (next.kind !== 'array' && next.kind !== 'object') written.push(next.text);
    else for (const part of partsOf(next).reverse()) open.push(part);
  }
  return written.join('');
}

function partsOf(node: JsonNode & { kind: 'array' | 'object' }): (JsonNode | string)[] {
  if (node.kind === 'array') {
    return ['[', ...node.items.flatMap((item, index) => (index > 0 ? [',', item] : [item])), ']'];
  }
  const members = node.members.flatMap(({ name, value }, index) => {
    return [`${index > 0 ? ',' : ''}${JSON.stringify(name)}:`, value];
  });
  return ['{', ...members, '}'];
}
