import type { Refuse } from '../errors';
import { type JsonNode, type JsonObject, maxDepth, readJson } from './read';

/**
 * The object that a JSON text or a JavaScript value is. A value is taken as `JSON.stringify` would
 * write it, except that what JSON can't hold stays visible as a `foreign` node.
 */
export function toObject(input: unknown, refuse: Refuse): JsonObject {
  const node = toNode(input, refuse);
  return node.kind === 'object' ? node : refuse(`${show(node)} is not an object`);
}

function toNode(input: unknown, refuse: Refuse): JsonNode {
  try {
    return typeof input === 'string' ? readJson(input) : fromValue(input, 1);
  } catch (error) {
    if (error instanceof SyntaxError) {
      return refuse(error.message);
    }
    throw error;
  }
}

function fromValue(value: unknown, depth: number): JsonNode {
  switch (typeof value) {
    case 'string':
      return { kind: 'string', text: value };
    case 'number':
      return { kind: Number.isFinite(value) ? 'number' : 'foreign', text: String(value) };
    case 'bigint':
      return { kind: 'number', text: String(value) };
    case 'boolean':
      return { kind: 'keyword', text: value ? 'true' : 'false' };
    case 'object':
      return value === null ? { kind: 'keyword', text: 'null' } : fromObject(value, depth);
    default:
      return { kind: 'foreign', text: typeof value };
  }
}

function fromObject(value: object, depth: number): JsonNode {
  if (depth > maxDepth) {
    throw new SyntaxError(`it nests deeper than ${maxDepth} levels, or holds itself`);
  }
  if ('toJSON' in value && typeof value.toJSON === 'function') {
    return fromValue(value.toJSON(), depth + 1);
  }
  if (Array.isArray(value)) {
    return { kind: 'array', items: Array.from(value, (item) => fromValue(item, depth + 1)) };
  }
  const members = Object.entries(value).map(([name, member]) => {
    return { name, value: fromValue(member, depth + 1) };
  });
  return { kind: 'object', members };
}

/** The node as JSON, shortened to what an error message can carry. */
export function show(node: JsonNode, depth = 3): string {
  const text = render(node, depth);
  return text.length > 100 ? `${text.slice(0, 99)}…` : text;
}

function render(node: JsonNode, depth: number): string {
  switch (node.kind) {
    case 'string':
      return JSON.stringify(node.text.slice(0, 100));
    case 'array':
      return `[${some(node.items, depth, (item) => show(item, depth - 1))}]`;
    case 'object':
      return `{${some(node.members, depth, ({ name, value }) => {
        return `${JSON.stringify(name.slice(0, 100))}: ${show(value, depth - 1)}`;
      })}}`;
    default:
      return node.text;
  }
}

function some<T>(parts: readonly T[], depth: number, write: (part: T) => string): string {
  return depth === 0 && parts.length > 0 ? '…' : parts.slice(0, 20).map(write).join(', ');
}
