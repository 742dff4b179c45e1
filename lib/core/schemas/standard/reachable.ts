import { isObject, type JsonObject, type JsonValue } from '../json';
import { subschemasOf } from '../keywords';
import { below, type Tokens } from '../pointer';
import { openSchema } from '../schema-document';

const keywords = ['$ref', '$dynamicRef', '$recursiveRef'];

/** A reference in a schema. */
export interface Reference {
  readonly keyword: string;
  readonly reference: string;
  /** Where it leads; undefined if not to a schema in here. */
  readonly target: string | undefined;
  /** It names another document, not only a place that isn't there. */
  readonly remote: boolean;
}

/** A schema within a schema. */
export interface ReachableSchema {
  /** JSON pointer to it. */
  readonly place: string;
  readonly schema: JsonObject;
  readonly children: readonly (readonly [JsonObject, Tokens])[];
  readonly references: readonly Reference[];
}

/**
 * Every schema within a schema, the outer first, those included that only a reference leads to.
 *
 * @throws SchemaError as `openSchema` does.
 */
export function reachableSchemas(root: JsonObject): ReachableSchema[] {
  const document = openSchema(root);
  const found = new Map<string, ReachableSchema>();
  const open: [string, JsonValue | undefined][] = [['', root]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [place, schema] = next;
    if (!isObject(schema) || found.has(place)) continue;
    const children = subschemasOf(schema);
    const references = referencesOf(schema, (to) => document.resolve(to, place));
    found.set(place, { place, schema, children, references });
    for (const { target } of references) {
      if (target !== undefined) open.push([target, document.at(target)]);
    }
    for (const [child, tokens] of [...children].reverse()) open.push([below(place, tokens), child]);
  }
  return [...found.values()];
}

function referencesOf(
  schema: JsonObject,
  resolve: (reference: string) => string | undefined,
): Reference[] {
  return keywords.flatMap((keyword) => {
    const reference = schema[keyword];
    if (typeof reference !== 'string') return [];
    const target = resolve(reference);
    const [uri = ''] = reference.split('#');
    const remote = target === undefined && uri !== '' && resolve(uri) === undefined;
    return [{ keyword, reference, target, remote }];
  });
}
