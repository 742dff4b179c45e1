import type { Problem } from '../../core/diagnostics';
import { type JsonObject, SchemaError } from '../../core/schemas';
import { checkSchema } from '../../core/schemas/compatibility';
import { isObject, type JsonValue } from '../../core/schemas/json';
import { isAssertion } from '../../core/schemas/keywords';
import { readSchema } from '../../core/schemas/read-schema';
import {
  canBeObject,
  isStandardSchema,
  type KeywordProblem,
  keywordProblems,
  type PatternProblem,
  type PlacedLoss,
  patternProblems,
  type ReferenceProblem,
  referenceProblems,
  schemaOfStandard,
} from '../../core/schemas/standard';
import { hasToken, show } from '../validation';
import { withNulls } from './with-nulls';

interface ReadSchema {
  readonly schema?: JsonObject;
  readonly problems: readonly Problem[];
}

/** JSON Schema of whatever was given, and everything that is wrong with it as one of an event. */
export function readContractSchema(given: unknown): ReadSchema {
  if (given === undefined) return { problems: [] };
  if (isShape(given)) return { problems: [onlyFields] };
  if (isDocument(given)) return { problems: [wholeDocument] };
  try {
    const isStandard = isStandardSchema(given);
    const { schema, losses } = isStandard
      ? schemaOfStandard(given)
      : { schema: plainSchema(given), losses: [] };
    if (hasToken(schema)) return { problems: [withToken] };
    // A library spells its keywords right, and carries over what else its user noted.
    const misspelt = isStandard ? [] : keywordProblems(schema);
    return {
      schema,
      problems: [...losses.map(lost), ...misspelt.map(slip), ...problemsOf(schema)],
    };
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error;
    return { problems: [refused(error)] };
  }
}

/** Fields with nothing around them, as `{ sku: z.string() }`: as JSON Schema it would say nothing. */
function isShape(given: unknown): boolean {
  if (typeof given !== 'object' || given === null || isStandardSchema(given)) return false;
  const members = Object.entries(given);
  return (
    members.some(([, member]) => isStandardSchema(member)) ||
    (members.length > 0 && members.every(([name, member]) => isField(name, member)))
  );
}

const isField = (name: string, member: unknown): boolean =>
  isObject(member as JsonValue) &&
  !isAssertion(name) &&
  !/^(?:\$.*|x-.*|definitions|default)$/.test(name);

/** An OpenAPI document or the like holds schemas: as JSON Schema it would say nothing. */
function isDocument(given: unknown): boolean {
  if (typeof given !== 'object' || given === null) return false;
  const isNamed = ['openapi', 'swagger', 'asyncapi'].some(
    (name) => typeof Reflect.get(given, name) === 'string',
  );
  return isNamed && !Object.keys(given).some(isAssertion);
}

/** Python's `None` in a list, as of an `enum`, arrives through jsii as undefined. */
function plainSchema(given: unknown): JsonObject {
  return readSchema(typeof given === 'object' && given !== null ? withNulls(given) : given);
}

/** What else is wrong is told beside it, so one that is no schema at all throws nothing. */
function problemsOf(schema: JsonObject): Problem[] {
  try {
    checkSchema(schema);
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error;
    return [refused(error)];
  }
  return [
    ...referenceProblems(schema).map(ofReference),
    ...patternProblems(schema).map(ofPattern),
    ...(canBeObject(schema) ? [] : [noObject]),
  ];
}

const at = (pointer: string): string => (pointer === '' ? '' : `at ${pointer}, `);

const refused = ({ pointer, problem, expected }: SchemaError): Problem => ({
  id: 'spillway:contract-schema',
  prop: 'schema',
  given: `${at(pointer)}${problem}`,
  expected: `it takes ${expected}`,
  fix: "Correct it there: a schema is an object such as { type: 'object', properties: { ... } }.",
});

const withToken: Problem = {
  id: 'spillway:contract-schema',
  prop: 'schema',
  given: 'a value known only when deployed, within the schema',
  expected: 'a contract says the same in every account and region',
  fix: 'Write the value itself, or a pattern of it.',
};

const onlyFields: Problem = {
  id: 'spillway:contract-schema',
  prop: 'schema',
  given: 'fields alone given',
  expected: 'a schema says that they are those of an object',
  fix: "Put them into one: z.object({ ... }), or { type: 'object', properties: { ... } }.",
};

const wholeDocument: Problem = {
  id: 'spillway:contract-schema',
  prop: 'schema',
  given: 'a whole document of OpenAPI, Swagger or AsyncAPI given',
  expected: 'a contract takes the schema of the data alone, which holds all that it refers to',
  fix: 'Give the one that is meant: document.components.schemas.Order, or definitions.Order.',
};

const noObject: Problem = {
  id: 'spillway:contract-schema',
  prop: 'schema',
  given: 'a schema that no object satisfies',
  expected: 'the data of an event is a JSON object, so that fields can be added and filtered on',
  fix: "Put it into a field: { type: 'object', properties: { items: { ... } } }.",
};

function lost({ kind, what, fix, pointer }: PlacedLoss): Problem {
  return kind === 'type'
    ? {
        id: 'spillway:contract-not-json',
        prop: 'schema',
        given: `${at(pointer)}${what} given`,
        expected: 'an event travels as JSON, which has no such type',
        fix,
      }
    : {
        id: 'spillway:contract-refinement',
        prop: 'schema',
        given: `${at(pointer)}${what} given`,
        expected: 'JSON Schema has no word for it, so no other reader or writer would know of it',
        fix,
      };
}

const slip = ({ pointer, keyword, near }: KeywordProblem): Problem => ({
  id: 'spillway:contract-schema',
  prop: 'schema',
  given: `at ${pointer}, the keyword ${show(keyword)} given`,
  expected: 'no draft of JSON Schema knows it, so a validator would read over it',
  fix: `Write ${show(near)}; or, for a note of your own, ${show(`x-${keyword.replace('$', '')}`)}.`,
});

const ofPattern = ({ pointer, pattern }: PatternProblem): Problem => ({
  id: 'spillway:contract-schema',
  prop: 'schema',
  given: `at ${pointer}, ${show(pattern)} given`,
  expected: 'a pattern is a regular expression of ECMAScript',
  fix: 'Correct it, or escape what is meant as it stands: \\(.',
});

const ways: Readonly<Record<ReferenceProblem['leads'], string>> = {
  nowhere: 'leads nowhere',
  out: 'leads out of the schema',
  back: 'leads back to itself',
};

const endsOfWays: Readonly<Record<ReferenceProblem['leads'], string>> = {
  nowhere: 'Correct the reference, or add what it names: #/$defs/Name.',
  out: 'Copy what it names into "$defs" and refer to that: #/$defs/Name.',
  back: 'Refer to itself only from within: from its properties or items.',
};

const ofReference = ({ pointer, reference, leads }: ReferenceProblem): Problem => ({
  id: 'spillway:contract-reference',
  prop: 'schema',
  given: `at ${pointer}, ${show(reference)} ${ways[leads]}`,
  expected: 'a schema holds all that it refers to: it is registered, compared and sent as one text',
  fix: endsOfWays[leads],
});
