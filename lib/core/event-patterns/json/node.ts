import { JsonSyntaxError } from './position';
import { type JsonNode, type JsonObject, readJson } from './read';
import { fromValue } from './value';

/** Ends the reading of what is no JSON object; `syntax` is there for a text that is not JSON. */
export type RefuseInput = (problem: string, syntax?: JsonSyntaxError) => never;

/** The object that a JSON text or a JavaScript value is. */
export function toObject(input: unknown, refuse: RefuseInput): JsonObject {
  const node = toNode(input, refuse);
  return node.kind === 'object' ? node : refuse(`${show(node)} is not an object`);
}

function toNode(input: unknown, refuse: RefuseInput): JsonNode {
  try {
    return typeof input === 'string' ? readJson(input) : fromValue(input);
  } catch (error) {
    if (error instanceof JsonSyntaxError) {
      return refuse(error.message, error);
    }
    // Beside our own errors: what a getter, a proxy or a `toJSON` of the value throws.
    return refuse(error instanceof SyntaxError ? error.message : "it can't be read: a part throws");
  }
}

/** The value of a JSON text; undefined for a text that is none. */
export function jsonIn(text: string): JsonNode | undefined {
  try {
    return readJson(text);
  } catch (error) {
    if (error instanceof JsonSyntaxError) {
      return undefined;
    }
    throw error;
  }
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
