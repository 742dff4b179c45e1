import { isObject, type JsonValue } from '../../../core/schemas/json';

/** JSON as a person writes it: what fits a line stands on one. */
export function shownJson(value: JsonValue, indent = ''): string {
  const short = onOneLine(value);
  const parts = partsOf(value);
  if (parts.length === 0 || indent.length + short.length <= width) return short;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const inner = `${indent}  `;
  const lines = parts.map(([name, part]) => `${inner}${name}${shownJson(part, inner)}`);
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}

/** In characters. */
const width = 60;

type Part = readonly [name: string, part: JsonValue];

function partsOf(value: JsonValue): Part[] {
  if (Array.isArray(value)) return value.map((part: JsonValue): Part => ['', part]);
  if (!isObject(value)) return [];
  return Object.entries(value).map(([name, part]): Part => [`${JSON.stringify(name)}: `, part]);
}

function onOneLine(value: JsonValue): string {
  const parts = partsOf(value).map(([name, part]) => `${name}${onOneLine(part)}`);
  if (Array.isArray(value)) return `[${parts.join(', ')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}
