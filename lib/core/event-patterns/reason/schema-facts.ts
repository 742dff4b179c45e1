/** What one case of a schema asks of a value and lets stand in it: its keywords put together. */
import { canonical, isObject, type JsonObject, type JsonValue } from '../../schemas/json';
import { below } from '../../schemas/pointer';
import type { SchemaDocument } from '../../schemas/schema-document';
import { nextDown, nextUp } from './find-number';
import type { LeafDomain } from './leaf-domain';
import { finds, patternMachine } from './pattern-machine';
import { type Case, keyword, type Place } from './schema-cases';

export interface Facts {
  /** All values that are allowed, if they are listed. */
  readonly values?: readonly JsonValue[];
  /** Leaves that are allowed. */
  readonly leaves: LeafDomain;
  readonly object: boolean;
  readonly array: boolean;
  readonly required: readonly string[];
  /** Names of fields that stand in the schema. */
  readonly names: readonly string[];
  /** Pointers to all that a field of the name must be; undefined where it may not stand. */
  field(name: string): readonly string[] | undefined;
  /** Pointers to all that every element must be. */
  readonly elements: readonly string[];
  readonly leastElements: number;
  /** Leaves that the schema gives as examples. */
  readonly examples: readonly JsonValue[];
}

type Read = (name: string) => readonly JsonValue[];

const allTypes = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null'];

export function factsOf(document: SchemaDocument, one: Case): Facts {
  const read: Read = (name) =>
    one.flatMap(({ schema }) => {
      const value = keyword(document, schema, name);
      return value === undefined ? [] : [value];
    });
  const types = typesOf(read('type'));
  const values = listedValues(read);
  return {
    ...(values !== undefined && { values }),
    leaves: leavesOf(read, types),
    object: types.has('object'),
    array: types.has('array'),
    required: read('required')
      .flat()
      .filter((name) => typeof name === 'string'),
    names: read('properties').flatMap((map) => (isObject(map) ? Object.keys(map) : [])),
    field: (name) => fieldOf(document, one, name),
    elements: one.flatMap((place) => elementsOf(document, place)),
    leastElements: greatest(read('minItems'), 0),
    examples: one.flatMap(({ schema }) => examplesOf(schema)),
  };
}

function typesOf(lists: readonly JsonValue[]): ReadonlySet<string> {
  const named = lists.map((list) => new Set([list].flat()));
  const allowed = allTypes.filter((type) => {
    return named.every((set) => set.has(type) || (type === 'integer' && set.has('number')));
  });
  return new Set(allowed);
}

function listedValues(read: Read): readonly JsonValue[] | undefined {
  const lists = [
    ...read('enum').flatMap((list) => (Array.isArray(list) ? [list as readonly JsonValue[]] : [])),
    ...read('const').map((value) => [value]),
  ];
  const [first, ...others] = lists;
  const sets = others.map((list) => new Set(list.map(canonical)));
  return first?.filter((value) => sets.every((set) => set.has(canonical(value))));
}

function leavesOf(read: Read, types: ReadonlySet<string>): LeafDomain {
  const keywords = [
    ...(types.has('boolean') ? ['true', 'false'] : []),
    ...(types.has('null') ? ['null'] : []),
  ];
  const integer = !types.has('number');
  return {
    keywords,
    ...(types.has('integer') && { numbers: { ...boundsOf(read), integer } }),
    ...(types.has('string') && {
      texts: {
        least: Math.ceil(greatest(read('minLength'), 0)),
        most: Math.floor(least(read('maxLength'), Infinity)),
        machines: read('pattern').flatMap((pattern) => patternMachine(String(pattern)) ?? []),
      },
    }),
  };
}

function boundsOf(read: Read): { low: number; high: number } {
  // In draft-04 these are true or false, and say that the bound beside them is outside: taking it
  // as inside allows a little too much.
  const above = greatest(read('exclusiveMinimum'), -Infinity);
  const under = least(read('exclusiveMaximum'), Infinity);
  return {
    low: Math.max(greatest(read('minimum'), -Number.MAX_VALUE), nextUp(above)),
    high: Math.min(least(read('maximum'), Number.MAX_VALUE), nextDown(under)),
  };
}

/** The greatest of the values that are numbers. */
function greatest(values: readonly JsonValue[], start: number): number {
  return values.reduce<number>((a, b) => (typeof b === 'number' && b > a ? b : a), start);
}

function least(values: readonly JsonValue[], start: number): number {
  return values.reduce<number>((a, b) => (typeof b === 'number' && b < a ? b : a), start);
}

function fieldOf(document: SchemaDocument, one: Case, name: string): string[] | undefined {
  const pointers = one.flatMap(({ pointer, schema }) => {
    const fields = keyword(document, schema, 'properties');
    const others = keyword(document, schema, 'additionalProperties');
    const listed = isObject(fields) && Object.hasOwn(fields, name);
    const matched = namePatterns(keyword(document, schema, 'patternProperties'), name);
    const isOther =
      others !== undefined && !listed && matched.every(([, takes]) => takes === false);
    return [
      ...(listed ? [below(pointer, ['properties', name])] : []),
      ...matched.flatMap(([pattern, takes]) => {
        return takes === true ? [below(pointer, ['patternProperties', pattern])] : [];
      }),
      ...(isOther ? [below(pointer, ['additionalProperties'])] : []),
    ];
  });
  return pointers.some((pointer) => document.at(pointer) === false) ? undefined : pointers;
}

/** The patterns of names in a schema, and whether they take this one: undefined if that is open. */
export function namePatterns(
  patterns: JsonValue | undefined,
  name: string,
): readonly (readonly [string, boolean | undefined])[] {
  return Object.keys(isObject(patterns) ? patterns : {}).map((pattern) => [
    pattern,
    finds(pattern, name),
  ]);
}

function elementsOf(document: SchemaDocument, { pointer, schema }: Place): string[] {
  const items = keyword(document, schema, 'items');
  const simple = isObject(items) || typeof items === 'boolean';
  const first = keyword(document, schema, 'prefixItems');
  return simple && first === undefined ? [below(pointer, ['items'])] : [];
}

function examplesOf(schema: JsonObject): readonly JsonValue[] {
  const { examples } = schema;
  const listed: readonly JsonValue[] = Array.isArray(examples) ? examples : [];
  return Object.hasOwn(schema, 'default') ? [...listed, schema['default'] ?? null] : listed;
}
