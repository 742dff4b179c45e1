/**
 * A schema as ajv 8.20 reads it right. Of each schema within, what its draft ignores is left out:
 * ajv's classes know keywords of other drafts, and keywords of their own. What ajv misreads is said
 * in other words, beside the old ones, so that references into them still lead there.
 */
import { type Dialect, upTo } from '../dialects';
import { isObject, type JsonObject, type JsonValue } from '../json';
import { assertsIn, isAssertion } from '../keywords';
import { below } from '../pointer';
import { openSchema } from '../schema-document';
import { schemaPlaces } from './places';
import { reword } from './reword';

export interface Prepared {
  readonly schema: JsonObject;
  readonly dialect: Dialect;
  /** Whether it speaks of a property that every JavaScript object inherits, such as `constructor`. */
  readonly namesInherited: boolean;
  /** How many schemas are in it. */
  readonly size: number;
}

interface Walk {
  readonly places: ReadonlySet<string>;
  readonly dialect: Dialect;
}

export function prepare(given: JsonObject): Prepared {
  const document = openSchema(given);
  const walk = { places: schemaPlaces(document), dialect: document.dialect };
  return {
    schema: copy(given, '', walk) as JsonObject,
    dialect: document.dialect,
    namesInherited: inherited.test(JSON.stringify(given)),
    size: walk.places.size,
  };
}

/** Every text of the schema counts: too often is only slower. */
const inherited = new RegExp(`"(?:${Object.getOwnPropertyNames(Object.prototype).join('|')})"`);

function copy(value: JsonValue, pointer: string, walk: Walk): JsonValue {
  if (Array.isArray(value)) {
    return value.map((one: JsonValue, at) => copy(one, below(pointer, [at]), walk));
  }
  if (!isObject(value)) return value;
  const isSchema = walk.places.has(pointer);
  const members = Object.entries(value)
    .filter(([name, member]) => !isSchema || isRead(name, member, value, walk.dialect))
    .map(([name, member]): [string, JsonValue] => [
      name,
      isSchema && isData(name) ? member : copy(member, below(pointer, [name]), walk),
    ]);
  return isSchema ? reword(members) : Object.fromEntries(members);
}

const isData = (keyword: string): boolean => ['enum', 'const'].includes(keyword);

/** ajv's own keywords that change what it does, and those that only people read. */
const ignored = [
  ...['$schema', '$vocabulary', '$async'],
  ...['$comment', 'title', 'description', 'default', 'examples', 'example'],
];

function isRead(keyword: string, value: JsonValue, of: JsonObject, dialect: Dialect): boolean {
  if (ignored.includes(keyword)) return false;
  // Read as URIs wherever they stand.
  if (keyword === 'id') return dialect === 'draft-04' && typeof value === 'string';
  if (keyword === '$id') return dialect !== 'draft-04' && typeof value === 'string';
  if (keyword === 'nullable')
    return value === true && of['type'] !== undefined && !isAlone(of, dialect);
  if (keyword !== '$ref' && isAlone(of, dialect) && isAssertion(keyword)) return false;
  return !isAssertion(keyword) || assertsIn(dialect, keyword);
}

/** Up to draft-07 nothing counts beside a reference. */
function isAlone(schema: JsonObject, dialect: Dialect): boolean {
  return schema['$ref'] !== undefined && upTo('draft-07').includes(dialect);
}
