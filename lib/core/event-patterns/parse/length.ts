import type { Limit } from '../../limits';
import type { JsonNode } from '../json/read';

/** How long a pattern is: as the text it was given as, or as `JSON.stringify` would write it. */
export function patternLength(pattern: unknown, object: JsonNode, { max, unit }: Limit): number {
  const measure = unit === 'bytes' ? (text: string) => Buffer.byteLength(text) : lengthOf;
  return typeof pattern === 'string' ? measure(pattern) : nodeLength(object, max, measure);
}

function lengthOf(text: string): number {
  return text.length;
}

/** Stops counting beyond `enough`. */
function nodeLength(root: JsonNode, enough: number, measure: (text: string) => number): number {
  let total = 0;
  const waiting: JsonNode[] = [root];
  for (let node = waiting.pop(); node !== undefined && total <= enough; node = waiting.pop()) {
    if (node.kind === 'string') {
      total += measure(JSON.stringify(node.text));
    } else if (node.kind === 'array') {
      total += 1 + Math.max(1, node.items.length);
      for (const item of node.items) {
        waiting.push(item);
      }
    } else if (node.kind === 'object') {
      total += 1 + Math.max(1, node.members.length);
      for (const { name, value } of node.members) {
        total += measure(JSON.stringify(name)) + 1;
        waiting.push(value);
      }
    } else {
      total += node.text.length;
    }
  }
  return total;
}
