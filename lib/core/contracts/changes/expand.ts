/**
 * One text for two schemas that say the same, wherever their definitions stand: each reference is
 * replaced by what it leads to, one that leads back by how far back, and what refuses nothing is left
 * out. Written out, a few references can become endlessly much: beyond a budget they stay as they are.
 */
import { isAnnotation } from '../../schemas/compatibility/annotations';
import { canonical, isObject, type JsonObject, type JsonValue } from '../../schemas/json';
import { subschemasOf } from '../../schemas/keywords';
import { ownOf } from '../../schemas/places/parts';
import { below, type Tokens } from '../../schemas/pointer';
import type { SchemaDocument } from '../../schemas/schema-document';

const mostSchemas = 2_000;

interface Expansion {
  readonly document: SchemaDocument;
  /** The places that are being written out, the outermost first. */
  readonly open: string[];
  left: number;
}

/** @param value what stands at the pointer: a schema, or what a keyword holds. */
export function expandedText(document: SchemaDocument, pointer: string, value: JsonValue): string {
  return canonical(expand({ document, open: [], left: mostSchemas }, pointer, value));
}

function expand(expansion: Expansion, pointer: string, value: JsonValue): JsonValue {
  if (Array.isArray(value)) {
    return value.map((one, at) => expand(expansion, below(pointer, [at]), one));
  }
  expansion.left -= 1;
  if (!isObject(value) || expansion.left < 0) return value;
  const back = expansion.open.indexOf(pointer);
  if (back !== -1) return { back: expansion.open.length - back };
  expansion.open.push(pointer);
  const own = ownOf(value, expansion.document.dialect);
  const written = withoutAnnotations(own);
  for (const [child, tokens] of subschemasOf(own)) {
    if (tokens[0] !== '$defs' && tokens[0] !== 'definitions') {
      place(written, tokens, expand(expansion, below(pointer, tokens), child));
    }
  }
  const target = targetOf(expansion, pointer, value);
  if (target !== undefined) written['$ref'] = target;
  expansion.open.pop();
  const isOnlyReference = target !== undefined && Object.keys(written).length === 1;
  return isOnlyReference ? target : written;
}

/** Some that validators pass over say what a reader takes. */
const isMeant = (keyword: string): boolean =>
  !isAnnotation(keyword) || ['nullable', 'x-extensible-enum', 'deprecated'].includes(keyword);

type Written = Record<string, JsonValue>;

/** A copy in which the parts can be put in their places. */
function withoutAnnotations(schema: JsonObject): Written {
  const kept = Object.entries(schema).filter(([keyword]) => isMeant(keyword));
  return structuredClone(Object.fromEntries(kept)) as Written;
}

function place(into: Written, [keyword, name]: Tokens, value: JsonValue): void {
  if (keyword === undefined || !Object.hasOwn(into, String(keyword))) return;
  const [holder, key] =
    name === undefined ? [into, keyword] : [into[String(keyword)] as Written, name];
  // Not assigned: a field may be named __proto__.
  Object.defineProperty(holder, String(key), { value, enumerable: true, configurable: true });
}

function targetOf(
  expansion: Expansion,
  pointer: string,
  { $ref: reference }: JsonObject,
): JsonValue | undefined {
  if (typeof reference !== 'string') return undefined;
  const { document } = expansion;
  const found = document.resolve(reference, pointer);
  const target = found === undefined ? undefined : document.at(found);
  return found === undefined || target === undefined ? undefined : expand(expansion, found, target);
}
