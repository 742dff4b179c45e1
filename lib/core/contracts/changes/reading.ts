/**
 * What a schema says of one place in the data, by all schemas that speak of it. A choice of one
 * branch is that branch, null beside it or not.
 */
import { isObject, type JsonObject, type JsonValue } from '../../schemas/json';
import { gather } from '../../schemas/places/gather';
import { branchesAt, ownOf, type Part, requiredOf } from '../../schemas/places/parts';
import { below, type Tokens } from '../../schemas/pointer';
import type { SchemaDocument } from '../../schemas/schema-document';

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
  const choices: Part[] = [];
  let nullable = false;
  const { parts } = gather(document, pointers, (part) => {
    const branches = branchesOf(document, part);
    const others = branches.filter((branch) => !isNull(branch));
    nullable ||= part.schema['nullable'] === true || others.length < branches.length;
    if (joinsOne && others.length === 1) return others.map(({ pointer }) => pointer);
    choices.push(...others);
    return [];
  });
  return { document, pointers, parts, choices, nullable };
}

function branchesOf(document: SchemaDocument, part: Part): Part[] {
  const pointers = ['anyOf', 'oneOf'].flatMap((keyword) => branchesAt(part, keyword));
  return pointers.flatMap((pointer) => {
    const schema = document.at(pointer);
    return isObject(schema) ? [{ pointer, schema: ownOf(schema, document.dialect) }] : [];
  });
}

const isNull = ({ schema }: Part): boolean => schema['type'] === 'null' || schema['const'] === null;

/** What stands below a place, by a name that tells properties, elements and others apart. */
export interface Child {
  /** The step in a path of the data; `*` is any element, or any other property. */
  readonly step: string;
  readonly pointers: string[];
  readonly required: boolean;
}

export function childrenOf(place: Place): Map<string, Child> {
  const children = new Map<string, Child>();
  const required = requiredOf(place);
  for (const { pointer, schema } of place.parts) {
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
