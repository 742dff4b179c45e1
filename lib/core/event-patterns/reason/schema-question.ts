/** What is asked of a value: by a pattern, as demands; by a schema, as the facts of its cases. */
import { readSchema } from '../../schemas/read-schema';
import { openSchema, type SchemaDocument } from '../../schemas/schema-document';
import type { Alternative, Matcher } from '../ast';
import { mayBeAbsent } from './clauses';
import { firstName } from './paths';
import type { Question } from './question';
import { casesOf } from './schema-cases';
import { type Facts, factsOf } from './schema-facts';

/** What a field of a pattern asks of a value, or of something in it. */
export interface Demand {
  /** Which of the patterns asks. */
  readonly side: number;
  /** The whole path, for words. */
  readonly path: string;
  /** The path from the value on; absent where it is the value itself. */
  readonly rest?: string;
  readonly matchers: readonly Matcher[];
}

export interface SchemaQuestion {
  readonly document: SchemaDocument;
  readonly question: Question;
  /** The cases of a value that is valid under the schemas at all the pointers. */
  facts(pointers: readonly string[]): readonly Facts[];
  /** Whether the elements of an array may go to different patterns. */
  readonly split: boolean;
}

/** @throws SchemaError for what is no schema, or of an unknown draft. */
export function readDocument(schema: object): SchemaDocument {
  return openSchema(readSchema(schema));
}

export function schemaQuestion(document: SchemaDocument, question: Question): SchemaQuestion {
  const known = new Map<string, readonly Facts[]>();
  return {
    document,
    question,
    split: false,
    facts: (pointers) => {
      const key = JSON.stringify(pointers);
      const found =
        known.get(key) ??
        casesOf(document, pointers, question.budget).map((one) => factsOf(document, one));
      known.set(key, found);
      return found;
    },
  };
}

export function demandsOf(alternatives: readonly Alternative[]): readonly Demand[] {
  return alternatives.flatMap(({ fields }, side) => {
    return fields.map(({ path, matchers }) => ({ side, path, rest: path, matchers }));
  });
}

/** Whether something must be found; else nothing may be, as well. */
export function isFirm({ matchers }: Demand): boolean {
  return !mayBeAbsent(matchers);
}

/** The demands on what stands in a value, by the name of its field. */
export function demandsByName(demands: readonly Demand[]): ReadonlyMap<string, Demand[]> {
  const groups = new Map<string, Demand[]>();
  for (const demand of demands) {
    if (demand.rest !== undefined) {
      const name = firstName(demand.rest);
      groups.set(name, [...(groups.get(name) ?? []), onwards(demand, name)]);
    }
  }
  return groups;
}

/** The demand as it is on the field of that name. */
export function onwards(demand: Demand, name: string): Demand {
  const { rest, ...others } = demand;
  return rest === undefined || rest === name
    ? others
    : { ...others, rest: rest.slice(name.length + 1) };
}

/** Names with dots that stand in the schema and lead to where the demand goes. */
export function dottedNames({ rest }: Demand, { names }: Facts): readonly string[] {
  return names.filter((name) => {
    return name.includes('.') && (rest === name || rest?.startsWith(`${name}.`));
  });
}
