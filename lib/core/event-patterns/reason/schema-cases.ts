/**
 * A schema as cases: a value is valid only if in some case it is what every schema of the case asks
 * for by its own keywords. References and `allOf` are followed, `anyOf` and `oneOf` make cases. The
 * cases may allow too much (`not`, `if`, what is unknown or has too many combinations is passed
 * over), never too little: what no case allows, the schema doesn't.
 */

import { type Dialect, dialects } from '../../schemas/dialects';
import { isObject, type JsonObject, type JsonValue } from '../../schemas/json';
import { assertsIn } from '../../schemas/keywords';
import { below } from '../../schemas/pointer';
import type { SchemaDocument } from '../../schemas/schema-document';
import { type Budget, spend } from './budget';

/** A schema and its place in the document. */
export interface Place {
  readonly pointer: string;
  readonly schema: JsonObject;
}

export type Case = readonly Place[];

const mostCases = 64;

/** A draft before 2019-09 ignores what stands beside a reference. */
export function refStandsAlone(dialect: Dialect): boolean {
  return dialects.indexOf(dialect) < dialects.indexOf('2019-09');
}

/** The keyword's value, if the draft knows the keyword as one that can refuse something. */
export function keyword(document: SchemaDocument, schema: JsonObject, name: string) {
  return assertsIn(document.dialect, name) && Object.hasOwn(schema, name)
    ? schema[name]
    : undefined;
}

/** The cases of a value that must be valid under the schemas at all these pointers. */
export function casesOf(
  document: SchemaDocument,
  pointers: readonly string[],
  budget: Budget,
): readonly Case[] {
  const finished: Case[] = [];
  const open: Draft[] = [{ todo: pointers, seen: new Set(), places: [] }];
  for (let draft = open.pop(); draft !== undefined; draft = open.pop()) {
    const [pointer, ...todo] = draft.todo;
    spend(budget, draft.todo.length + 1);
    if (pointer === undefined) {
      finished.push(draft.places);
    } else if (draft.seen.has(pointer)) {
      open.push({ ...draft, todo });
    } else {
      const room = mostCases - finished.length - open.length;
      open.push(...[...expand(document, { ...draft, todo }, pointer, room)].reverse());
    }
  }
  return finished;
}

interface Draft {
  readonly todo: readonly string[];
  readonly seen: ReadonlySet<string>;
  readonly places: Case;
}

function expand(
  document: SchemaDocument,
  draft: Draft,
  pointer: string,
  room: number,
): readonly Draft[] {
  const schema = document.at(pointer);
  const seen = new Set([...draft.seen, pointer]);
  if (!isObject(schema)) {
    return schema === false ? [] : [{ ...draft, seen }];
  }
  const target = referred(document, schema, pointer);
  if (schema['$ref'] !== undefined && refStandsAlone(document.dialect)) {
    return [{ ...draft, seen, todo: [...target, ...draft.todo] }];
  }
  const all = pointersIn(document, schema, pointer, 'allOf');
  const base: Draft = {
    seen,
    todo: [...target, ...all, ...draft.todo],
    places: [...draft.places, { pointer, schema }],
  };
  let drafts: readonly Draft[] = [base];
  for (const name of ['anyOf', 'oneOf']) {
    const choices = pointersIn(document, schema, pointer, name);
    if (choices.length > 0 && drafts.length * choices.length <= room) {
      drafts = drafts.flatMap((one) =>
        choices.map((choice) => ({ ...one, todo: [choice, ...one.todo] })),
      );
    }
  }
  return drafts;
}

function referred(document: SchemaDocument, schema: JsonObject, pointer: string): string[] {
  const reference = schema['$ref'];
  const target = typeof reference === 'string' ? document.resolve(reference, pointer) : undefined;
  return target === undefined ? [] : [target];
}

function pointersIn(
  document: SchemaDocument,
  schema: JsonObject,
  pointer: string,
  name: string,
): readonly string[] {
  const value: JsonValue | undefined = keyword(document, schema, name);
  const list = Array.isArray(value) ? value : [];
  return list.map((_, index) => below(pointer, [name, index]));
}
