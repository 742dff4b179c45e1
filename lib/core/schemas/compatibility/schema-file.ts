import { canonical, isObject, type JsonObject, type JsonValue } from '../json';
import { subschemasOf } from '../keywords';
import { below } from '../pointer';
import { readSchema } from '../read-schema';
import { openSchema, type SchemaDocument } from '../schema-document';
import { checkShapes } from './check-shapes';
import type { SchemaFile, SchemaNode } from './form';

/**
 * Reads a schema: an object, or since draft-06 `true` or `false`. All that can be reached in it is
 * checked.
 *
 * @throws SchemaError for what is no schema of its draft.
 */
export function openFile(given: unknown, label: string): SchemaFile {
  const isFlag = typeof given === 'boolean';
  const document = openSchema(isFlag ? {} : readSchema(given));
  const nodes = new Map<string, SchemaNode>();
  const nodeAt = (pointer: string, schema: JsonObject | boolean): SchemaNode => {
    const known = nodes.get(pointer);
    if (known !== undefined) return known;
    const node = { key: `${label}${pointer}`, pointer, schema, file };
    nodes.set(pointer, node);
    return node;
  };
  const json = isFlag ? String(given) : JSON.stringify(document.root);
  let text: string | undefined;
  const file: SchemaFile = {
    ...{ label, dialect: document.dialect, size: json.length },
    get text(): string {
      text ??= isFlag ? json : canonical(document.root);
      return text;
    },
    asksForUnevaluated: json.includes('"unevaluated'),
    get root(): SchemaNode {
      return nodeAt('', isFlag ? given : document.root);
    },
    child: (outer, tokens, schema) =>
      nodeAt(below(outer.pointer, tokens), schema as JsonObject | boolean),
    target: (from, reference) => {
      const pointer = document.resolve(reference, from.pointer);
      return pointer === undefined
        ? undefined
        : nodeAt(pointer, document.at(pointer) as JsonObject | boolean);
    },
  };
  checkReachable(document);
  return file;
}

/** Goes to every schema, also to those in places where only a reference finds one. */
function checkReachable(document: SchemaDocument): void {
  const open: [string, JsonValue | undefined][] = [['', document.root]];
  const seen = new Set<string>();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [pointer, schema] = next;
    if (!isObject(schema) || seen.has(pointer)) continue;
    seen.add(pointer);
    checkShapes(schema, pointer, document.dialect);
    for (const [child, tokens] of subschemasOf(schema)) open.push([below(pointer, tokens), child]);
    const reference = schema['$ref'];
    if (typeof reference === 'string') {
      const target = document.resolve(reference, pointer);
      if (target !== undefined) open.push([target, document.at(target)]);
    }
  }
}
