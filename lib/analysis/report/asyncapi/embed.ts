/**
 * A schema inside of another document. Its references are about itself, so that each becomes the
 * pointer from the top of that document to where it leads; `$id` and `$schema`, which would open a
 * resource of its own there, are left out. Only where a schema stands are these keywords: a property
 * may have such a name.
 */
import { isObject, type JsonObject, type JsonValue } from '../../../core/schemas/json';
import { subschemasOf } from '../../../core/schemas/keywords';
import { below } from '../../../core/schemas/pointer';
import { openSchema, type SchemaDocument } from '../../../core/schemas/schema-document';

/** @param place the JSON pointer in the document at which the schema will stand. */
export function embed(schema: JsonObject, place: string): JsonObject {
  const document = openSchema(schema);
  return copy(schema, '', { document, place, schemas: schemaPlaces(document) }) as JsonObject;
}

interface Copying {
  readonly document: SchemaDocument;
  readonly place: string;
  readonly schemas: ReadonlySet<string>;
}

/** Where schemas stand, also those that only a reference leads to. */
function schemaPlaces(document: SchemaDocument): Set<string> {
  const places = new Set<string>();
  const open = [''];
  for (let pointer = open.pop(); pointer !== undefined; pointer = open.pop()) {
    const schema = document.at(pointer);
    if (places.has(pointer) || !isObject(schema)) continue;
    places.add(pointer);
    for (const [, tokens] of subschemasOf(schema)) open.push(below(pointer, tokens));
    const { $ref } = schema;
    const target = typeof $ref === 'string' ? document.resolve($ref, pointer) : undefined;
    if (target !== undefined) open.push(target);
  }
  return places;
}

function copy(value: JsonValue, pointer: string, copying: Copying): JsonValue {
  if (Array.isArray(value)) {
    return value.map((element, at) => copy(element, below(pointer, [at]), copying));
  }
  if (!isObject(value)) return value;
  const isSchema = copying.schemas.has(pointer);
  const own = Object.entries(value).filter(([name]) => !isSchema || !leftOut(name, copying));
  return Object.fromEntries(
    own.map(([name, member]) => [
      name,
      isSchema && name === '$ref' && typeof member === 'string'
        ? reference(member, pointer, copying)
        : copy(member, below(pointer, [name]), copying),
    ]),
  );
}

function leftOut(keyword: string, { document }: Copying): boolean {
  return ['$schema', document.dialect === 'draft-04' ? 'id' : '$id'].includes(keyword);
}

function reference(given: string, pointer: string, { document, place }: Copying): string {
  const target = document.resolve(given, pointer);
  return target === undefined ? given : `#${encodeURI(place + target).replaceAll('#', '%23')}`;
}
