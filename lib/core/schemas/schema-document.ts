/**
 * Where each `$ref` of a schema leads. The schema is walked once for `$id` and anchors: each place
 * gets its base URI, each base URI the place where its resource starts. A reference is then resolved
 * against the base of the place it stands in, and its fragment is followed from the resource: as a
 * JSON pointer through any JSON, or as a name.
 *
 * Sources: https://json-schema.org/draft/2020-12/json-schema-core section 8.2, and 8.2 of draft-07.
 */
import { type Dialect, dialects, readDialect } from './dialects';
import { isObject, type JsonObject, type JsonValue } from './json';
import { subschemasOf } from './keywords';
import { below, parentOf, tokensOf } from './pointer';
import { SchemaError } from './schema-error';

export interface SchemaDocument {
  readonly root: JsonObject;
  readonly dialect: Dialect;
  /** The schema at a pointer that `resolve` gave. */
  at(pointer: string): JsonValue | undefined;
  /** The pointer to what a reference means, read in that place; undefined if it isn't in here. */
  resolve(reference: string, place: string): string | undefined;
}

interface Index {
  /** Base URI by place. */
  readonly bases: Map<string, string>;
  /** Place by base URI; undefined if two places claim it. */
  readonly resources: Map<string, string | undefined>;
  /** Place by URI with the name as its fragment; undefined if two places claim it. */
  readonly anchors: Map<string, string | undefined>;
}

/** What a schema without `$id` is resolved against; `.invalid` is nobody's (RFC 2606). */
const nowhere = 'https://schema.invalid/';

/** @throws SchemaError if `$schema`, also of a schema within, names a draft that is not read. */
export function openSchema(root: JsonObject): SchemaDocument {
  const dialect = readDialect(root['$schema'], '/$schema');
  const index = indexOf(root, dialect);
  return {
    root,
    dialect,
    at: (pointer) => follow(root, tokensOf(pointer)),
    resolve: (reference, place) => {
      const pointer = locate(reference, place, index);
      const target = pointer === undefined ? undefined : follow(root, tokensOf(pointer));
      return isObject(target) || typeof target === 'boolean' ? pointer : undefined;
    },
  };
}

function indexOf(root: JsonObject, dialect: Dialect): Index {
  const index: Index = { bases: new Map(), resources: new Map(), anchors: new Map() };
  index.resources.set(nowhere, '');
  const open: [JsonObject, string, string][] = [[root, '', nowhere]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [schema, pointer, outer] = next;
    const base = enterResource(schema, pointer, outer, index, dialect);
    index.bases.set(pointer, base);
    for (const [child, tokens] of subschemasOf(schema)) {
      open.push([child, below(pointer, tokens), base]);
    }
  }
  return index;
}

/** Notes what a schema calls itself, and gives the base URI that holds in it. */
function enterResource(
  schema: JsonObject,
  pointer: string,
  outer: string,
  index: Index,
  dialect: Dialect,
): string {
  const modern = dialects.indexOf(dialect) >= dialects.indexOf('2019-09');
  const id = schema[dialect === 'draft-04' ? 'id' : '$id'];
  // Up to draft-07 everything beside $ref is ignored.
  const named = typeof id === 'string' && (modern || schema['$ref'] === undefined) ? id : '';
  const [path, name] = split(named);
  const base = (path === '' ? undefined : absolute(path, outer)) ?? outer;
  if (base !== outer) {
    refuseOtherDialect(schema, pointer, dialect);
    claim(index.resources, base, pointer);
  }
  const names = modern ? [schema['$anchor'], schema['$dynamicAnchor']] : [name];
  for (const anchor of names) {
    if (typeof anchor === 'string' && anchor !== '') {
      claim(index.anchors, `${base}#${anchor}`, pointer);
    }
  }
  return base;
}

function claim(places: Map<string, string | undefined>, uri: string, pointer: string): void {
  places.set(uri, places.has(uri) ? undefined : pointer);
}

function refuseOtherDialect(schema: JsonObject, pointer: string, dialect: Dialect): void {
  const place = below(pointer, ['$schema']);
  const named = schema['$schema'];
  if (named !== undefined && readDialect(named, place) !== dialect) {
    throw new SchemaError(place, 'another draft than that of the whole', `${dialect} everywhere`);
  }
}

function locate(reference: string, place: string, index: Index): string | undefined {
  const base = baseOf(place, index);
  const [path, fragment] = split(reference);
  const uri = path === '' ? base : absolute(path, base);
  const name = decode(fragment);
  const resource = uri === undefined ? undefined : index.resources.get(uri);
  if (resource === undefined || name === undefined) return undefined;
  if (name === '' || name.startsWith('/')) return resource + name;
  return index.anchors.get(`${uri}#${name}`);
}

/** A reference may lead to where no draft expects a schema: there the next outer one's base holds. */
function baseOf(place: string, index: Index): string {
  let known = place;
  while (known !== '' && !index.bases.has(known)) known = parentOf(known);
  return index.bases.get(known) ?? nowhere;
}

function follow(root: JsonObject, tokens: readonly string[]): JsonValue | undefined {
  let value: JsonValue | undefined = root;
  for (const token of tokens) value = memberOf(value, token);
  return value;
}

function memberOf(value: JsonValue | undefined, token: string): JsonValue | undefined {
  if (Array.isArray(value))
    return /^(?:0|[1-9]\d*)$/.test(token) ? value[Number(token)] : undefined;
  return isObject(value) && Object.hasOwn(value, token) ? value[token] : undefined;
}

function split(reference: string): [path: string, fragment: string] {
  const hash = reference.indexOf('#');
  return hash === -1 ? [reference, ''] : [reference.slice(0, hash), reference.slice(hash + 1)];
}

function absolute(path: string, base: string): string | undefined {
  return URL.canParse(path, base) ? new URL(path, base).href : undefined;
}

function decode(fragment: string): string | undefined {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return undefined;
  }
}
