// Whether a lenient writer emits a value: every object in it holds only properties that some part of
// its schema declares. Written from the guide, so that it shares no mistake with what it tests.
import type { Json } from '../api-gateway/any-schema';

type Schema = { [keyword: string]: Json };

const isObject = (value: Json | undefined): value is Schema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function isDeclaredOnly(value: Json, schema: Json): boolean {
  return isEmitted(value, [schema], schema);
}

function isEmitted(value: Json, schemas: readonly Json[], root: Json): boolean {
  const all = [...reach(schemas, root)].filter(isObject);
  if (Array.isArray(value)) {
    return value.every((element, at) => isEmitted(element, elementSchemas(all, at), root));
  }
  if (!isObject(value)) return true;
  const properties = all.flatMap((one) => (isObject(one['properties']) ? [one['properties']] : []));
  const patterns = all.flatMap((one) =>
    isObject(one['patternProperties']) ? Object.entries(one['patternProperties']) : [],
  );
  const rests = all.flatMap((one) =>
    ['additionalProperties', 'unevaluatedProperties'].flatMap((name) =>
      isObject(one[name]) && Object.keys(one[name]).length > 0 ? [one[name]] : [],
    ),
  );
  const isFree = patterns.length === 0 && properties.every((one) => Object.keys(one).length === 0);
  return Object.entries(value).every(([name, member]) => {
    const own = properties.flatMap((one) => (Object.hasOwn(one, name) ? [one[name] as Json] : []));
    const matching = patterns
      .filter(([one]) => new RegExp(one, 'u').test(name))
      .map(([, one]) => one);
    const known = [...own, ...matching, ...rests];
    return (isFree || known.length > 0) && isEmitted(member, known, root);
  });
}

function elementSchemas(schemas: readonly Schema[], at: number): Json[] {
  return schemas.flatMap((one) => {
    const [items, prefix] = [one['items'], one['prefixItems']];
    const own = Array.isArray(items) ? items[at] : Array.isArray(prefix) ? prefix[at] : undefined;
    const others = [
      one['additionalItems'],
      one['unevaluatedItems'],
      Array.isArray(items) ? undefined : items,
    ];
    return [...(own === undefined ? [] : [own]), ...others.filter((other) => other !== undefined)];
  });
}

/** With every schema that judges the same value. */
function reach(schemas: readonly Json[], root: Json): Set<Json> {
  const found = new Set(schemas);
  for (const schema of found) {
    if (!isObject(schema)) continue;
    const reference = schema['$ref'];
    if (typeof reference === 'string') {
      const target = follow(reference, root);
      if (target !== undefined) found.add(target);
    }
    for (const name of ['allOf', 'anyOf', 'oneOf']) {
      for (const one of Array.isArray(schema[name]) ? schema[name] : []) found.add(one);
    }
    for (const name of ['if', 'then', 'else', 'not']) {
      if (schema[name] !== undefined) found.add(schema[name]);
    }
    for (const name of ['dependentSchemas', 'dependencies']) {
      for (const one of Object.values(isObject(schema[name]) ? schema[name] : {})) found.add(one);
    }
  }
  return found;
}

export function follow(reference: string, root: Json): Json | undefined {
  if (reference === '#b') return anchored(root);
  let found: Json | undefined = root;
  for (const token of reference.split('/').slice(1)) {
    const name = token.replaceAll('~1', '/').replaceAll('~0', '~');
    found = isObject(found) ? found[name] : undefined;
  }
  return found;
}

function anchored(root: Json): Json | undefined {
  const maps = isObject(root) ? [root['definitions'], root['$defs']] : [];
  return maps
    .flatMap((map) => (isObject(map) ? Object.values(map) : []))
    .find((one) => {
      return (
        isObject(one) &&
        [one['$id'], one['id'], one['$anchor']].some((id) => id === '#b' || id === 'b')
      );
    });
}
