/**
 * What a writer declares in an object: each property that any part of its schema for this object
 * names, also in a branch that doesn't hold. Where it names none, or has a schema for all others, the
 * object is free-form: then it may hold anything, like a map of labels.
 */
import { typesOf } from './base';
import type { Alternative, SchemaNode, Term } from './form';
import { nothing } from './groups';
import {
  dependentSchemasOf,
  dependentsOf,
  membersOf,
  namesOf,
  schemaOf,
  schemasOf,
  targetsOf,
} from './parts';

export interface Declared {
  readonly names: ReadonlySet<string>;
  readonly patterns: ReadonlySet<string>;
  /** Nothing is declared, or a schema for all names that aren't. */
  readonly isFreeForm: boolean;
}

export function declaredBy(term: Term, writer: string): Declared {
  const roots = term.flatMap((claim) =>
    'node' in claim && claim.node.file.label === writer ? [claim] : [],
  );
  const nodes = inPlace(roots.map(({ node }) => node));
  const names = nodes.flatMap((node) => [
    ...membersOf(node, 'properties').map(([name]) => name),
    ...namesOf(node, 'required'),
    ...dependentsOf(node).flatMap(({ name, others }) => [name, ...others]),
    ...dependentSchemasOf(node).map(([name]) => name),
  ]);
  const patterns = nodes.flatMap((node) =>
    membersOf(node, 'patternProperties').map(([pattern]) => pattern),
  );
  const isFreeForm = roots.every(({ node, holds }) => !holds || isFree(node, new Map()));
  return {
    ...{ names: new Set(names), patterns: new Set(patterns) },
    isFreeForm: isFreeForm || nodes.some(isMap),
  };
}

/** With all schemas that judge the same value. */
function inPlace(roots: readonly SchemaNode[]): SchemaNode[] {
  const found = new Set(roots);
  for (const node of found) {
    for (const part of partsInPlace(node)) found.add(part);
  }
  return [...found];
}

function partsInPlace(node: SchemaNode): SchemaNode[] {
  const single = ['not', 'if', 'then', 'else'].map((keyword) => schemaOf(node, keyword));
  return [
    ...[...targetsOf(node), ...single].filter((part) => part !== undefined),
    ...['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => schemasOf(node, keyword)),
    ...dependentSchemasOf(node).map(([, schema]) => schema),
  ];
}

const deepest = 200;

/** Whether an object may satisfy the schema of which no property is declared. */
function isFree(node: SchemaNode, known: Map<SchemaNode, boolean>, depth = 0): boolean {
  const before = known.get(node);
  if (before !== undefined) return before;
  known.set(node, true);
  // Only chains of references are that long: then the object is taken for a free one.
  if (depth > deepest) return true;
  const all = [...targetsOf(node), ...schemasOf(node, 'allOf')];
  const choices = ['anyOf', 'oneOf'].map((keyword) => schemasOf(node, keyword));
  const found =
    (typesOf(node)?.includes('object') ?? true) &&
    membersOf(node, 'properties').length + membersOf(node, 'patternProperties').length === 0 &&
    all.every((part) => isFree(part, known, depth + 1)) &&
    choices.every(
      (choice) => choice.length === 0 || choice.some((part) => isFree(part, known, depth + 1)),
    );
  known.set(node, found);
  return found;
}

/** Whether it has a schema for all other properties, if only with a title. */
function isMap(node: SchemaNode): boolean {
  return ['additionalProperties', 'unevaluatedProperties'].some((keyword) => {
    const schema = schemaOf(node, keyword)?.schema;
    return typeof schema === 'object' && Object.keys(schema).length > 0;
  });
}

/** What a lenient writer emits of an alternative: only what it declares. */
export function closed(of: Alternative, declared: Declared): Alternative {
  if (of.kind !== 'object' || declared.isFreeForm) return of;
  const group = {
    names: new Map([...declared.names].map((name) => [name, []])),
    patterns: [...declared.patterns].map((pattern) => [pattern, []] as const),
    rest: nothing,
  };
  return { ...of, groups: [...of.groups, group] };
}
