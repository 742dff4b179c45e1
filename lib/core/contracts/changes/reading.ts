/**
 * What a schema says of one place in the data. Several schemas may speak of one place, by `$ref` and
 * `allOf`: they are its parts. A choice of one branch is that branch, null beside it or not.
 */
import { isObject, type JsonObject, type JsonValue } from '../../schemas/json';
import { below, type Tokens } from '../../schemas/pointer';
import type { SchemaDocument } from '../../schemas/schema-document';

/** A schema with where it stands. */
export interface Part {
  readonly pointer: string;
  readonly schema: JsonObject;
}

export interface Place {
  readonly document: SchemaDocument;
  /** Where it was entered. */
  readonly pointers: readonly string[];
  readonly parts: readonly Part[];
  /** The branches of `anyOf` and `oneOf`, but for one that is null. */
  readonly choices: readonly Part[];
  /** Whether it may be null by a branch, or as OpenAPI says it. */
  readonly nullable: boolean;
}

/**
 * The place of which the schemas at these pointers speak.
 *
 * @param joinsOne whether a choice of one branch is taken for that branch.
 */
export function placeAt(
  document: SchemaDocument,
  pointers: readonly string[],
  joinsOne = true,
): Place {
  const parts = new Map<string, Part>();
  const choices: Part[] = [];
  let nullable = false;
  const open = [...pointers];
  for (let pointer = open.shift(); pointer !== undefined; pointer = open.shift()) {
    const schema = document.at(pointer);
    if (!isObject(schema) || parts.has(pointer)) continue;
    parts.set(pointer, { pointer, schema });
    nullable ||= schema['nullable'] === true;
    open.push(...togetherWith(document, { pointer, schema }));
    const branches = branchesOf(document, { pointer, schema });
    const others = branches.filter((branch) => !isNull(branch));
    nullable ||= others.length < branches.length;
    if (joinsOne && others.length === 1) open.push(...others.map((branch) => branch.pointer));
    else choices.push(...others);
  }
  return { document, pointers, parts: [...parts.values()], choices, nullable };
}

function togetherWith(document: SchemaDocument, { pointer, schema }: Part): string[] {
  const { $ref: reference, allOf } = schema;
  const target = typeof reference === 'string' ? document.resolve(reference, pointer) : undefined;
  return [
    ...(target === undefined ? [] : [target]),
    ...(Array.isArray(allOf) ? allOf.map((_, at) => below(pointer, ['allOf', at])) : []),
  ];
}

function branchesOf(document: SchemaDocument, { pointer, schema }: Part): Part[] {
  return ['anyOf', 'oneOf'].flatMap((keyword) => {
    const list = schema[keyword];
    const branches = Array.isArray(list) ? list : [];
    return branches.flatMap((_, at) => partAt(document, below(pointer, [keyword, at])));
  });
}

function partAt(document: SchemaDocument, pointer: string): Part[] {
  const schema = document.at(pointer);
  return isObject(schema) ? [{ pointer, schema }] : [];
}

const isNull = ({ schema }: Part): boolean => schema['type'] === 'null' || schema['const'] === null;

/** What stands below a place, by a name that tells properties, elements and others apart. */
export interface Child {
  /** The step in a path of the data; `*` is any element, or any other property. */
  readonly step: string;
  readonly pointers: string[];
  readonly required: boolean;
}

export function childrenOf({ parts }: Place): Map<string, Child> {
  const children = new Map<string, Child>();
  const required = requiredOf(parts);
  for (const { pointer, schema } of parts) {
    for (const [kind, step, tokens] of stepsOf(schema)) {
      const key = `${kind} ${tokens.at(-1)}`;
      const isRequired = kind === 'field' && required.has(step);
      const child = children.get(key) ?? { step, pointers: [], required: isRequired };
      child.pointers.push(below(pointer, tokens));
      children.set(key, child);
    }
  }
  return children;
}

/** The names that the data must have; also those of which no more is said. */
export function requiredOf(parts: readonly Part[]): ReadonlySet<string> {
  const names = parts.flatMap(({ schema }) => {
    const list = schema['required'];
    return Array.isArray(list) ? list : [];
  });
  return new Set(names.filter((name) => typeof name === 'string'));
}

type Step = readonly [kind: string, step: string, tokens: Tokens];

function stepsOf(schema: JsonObject): Step[] {
  const elements = schema['prefixItems'] ?? schema['items'];
  const tuple = Array.isArray(schema['prefixItems']) ? 'prefixItems' : 'items';
  const list = Array.isArray(elements) ? elements : [];
  return [
    ...namesIn(schema['properties']).map((name): Step => ['field', name, ['properties', name]]),
    ...namesIn(schema['patternProperties']).map((name): Step => {
      return ['pattern', '*', ['patternProperties', name]];
    }),
    ...list.map((_: JsonValue, at: number): Step => ['element', String(at), [tuple, at]]),
    ...['items', 'additionalItems', 'additionalProperties', 'unevaluatedProperties']
      .filter((keyword) => isObject(schema[keyword]))
      .map((keyword): Step => ['others', '*', [keyword]]),
  ];
}

const namesIn = (map: JsonValue | undefined): string[] => (isObject(map) ? Object.keys(map) : []);
