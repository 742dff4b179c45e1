import { show } from '../json/node';
import type { JsonNode } from '../json/read';

/** As much of a text as fits a line, cut off in the middle: both ends tell something. */
export function shorten(text: string, limit = 100): string {
  if (text.length <= limit) {
    return text;
  }
  const tail = Math.floor(limit / 4);
  return `${text.slice(0, limit - tail - 1)}…${text.slice(text.length - tail)}`;
}

/** A value as JSON, numbers as they were spelt, shortened. */
export function shortJson(node: JsonNode, limit = 100): string {
  switch (node.kind) {
    case 'string':
      return shorten(JSON.stringify(node.text), limit);
    case 'object':
    case 'array':
      return show(node);
    default:
      return shorten(node.text, limit);
  }
}
