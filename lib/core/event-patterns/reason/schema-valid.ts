/**
 * Whether a value is valid under a schema, in three values: what is not understood keeps the answer
 * open where it depends on it. `format` is an annotation here.
 */
import { isObject, type JsonObject, type JsonValue } from '../../schemas/json';
import { assertsIn, isAssertion } from '../../schemas/keywords';
import { below } from '../../schemas/pointer';
import type { SchemaDocument } from '../../schemas/schema-document';
import { type Budget, spend } from './budget';
import { keyword, refStandsAlone } from './schema-cases';
import { namePatterns } from './schema-facts';
import { leafAssertions } from './schema-leaves';
import { allOf, anyOf, countOf, not, type Truth } from './truth';

interface Validation {
  readonly document: SchemaDocument;
  readonly budget: Budget;
  readonly level: number;
  /** What is being asked further up, the value and the schemas. */
  readonly asked: { readonly value: JsonValue; readonly pointers: readonly string[] };
}

/** A keyword with what it holds, where it stands and what stands beside it. */
interface Site {
  readonly content: JsonValue;
  /** What a keyword beside it holds, if the draft knows that. */
  known(name: string): JsonValue | undefined;
  /** Whether a value is valid under a schema in the content. */
  valid(value: JsonValue, ...tokens: (string | number)[]): Truth;
  /** Whether a value is valid under a schema beside the keyword. */
  beside(value: JsonValue, name: string): Truth;
}

const mostLevels = 300;

/** Whether the value is valid, or the keyword that keeps it open. */
export function isValid(value: JsonValue, document: SchemaDocument, budget: Budget): Truth {
  return validAt(value, '', { document, budget, level: 0, asked: { value, pointers: [] } });
}

function validAt(value: JsonValue, pointer: string, given: Validation): Truth {
  const { document, budget, level, asked } = given;
  spend(budget, 2);
  const schema = document.at(pointer);
  if (!isObject(schema)) {
    return schema !== false;
  }
  const pointers = asked.value === value ? asked.pointers : [];
  // A reference that leads back to itself has no verdict; one that leads on for long gets none.
  if (pointers.includes(pointer) || level > mostLevels) {
    return '$ref';
  }
  const inner = {
    ...given,
    level: level + 1,
    asked: { value, pointers: [...pointers, pointer] },
  };
  const alone = schema['$ref'] !== undefined && refStandsAlone(document.dialect);
  return allOf(Object.keys(schema).filter(isAssertion), (name) => {
    const truth = judge(value, name, schema, pointer, inner);
    // What the draft ignores there, validators may know from other drafts.
    const counts = assertsIn(document.dialect, name) && (name === '$ref' || !alone);
    return counts || truth === true ? truth : name;
  });
}

function judge(
  value: JsonValue,
  name: string,
  schema: JsonObject,
  pointer: string,
  inner: Validation,
): Truth {
  const { document } = inner;
  const content = schema[name] ?? null;
  if (name === '$ref') {
    const target = document.resolve(String(content), pointer);
    return target === undefined ? name : validAt(value, target, inner);
  }
  const leaf = Object.hasOwn(leafAssertions, name) ? leafAssertions[name] : undefined;
  return leaf === undefined
    ? check(value, name, {
        content,
        known: (other) => keyword(document, schema, other),
        valid: (part, ...tokens) => validAt(part, below(pointer, [name, ...tokens]), inner),
        beside: (part, other) => validAt(part, below(pointer, [other]), inner),
      })
    : leaf(value, content, schema);
}

function check(value: JsonValue, name: string, site: Site): Truth {
  const applied = Object.hasOwn(applicators, name) ? applicators[name] : undefined;
  return applied === undefined ? name : applied(value, site);
}

type Applicator = (value: JsonValue, site: Site) => Truth;

const always: Applicator = () => true;

const applicators: Readonly<Record<string, Applicator>> = {
  allOf: (value, { content, valid }) => allOf(indexes(content), (i) => valid(value, i)),
  anyOf: (value, { content, valid }) => anyOf(indexes(content), (i) => valid(value, i)),
  oneOf: (value, { content, valid }) => countOf(indexes(content), (i) => valid(value, i), 1, 1),
  not: (value, { valid }) => not(valid(value)),
  properties: (value, { content, valid }) =>
    allOf(membersOf(value), ([name, member]) =>
      isObject(content) && Object.hasOwn(content, name) ? valid(member, name) : true,
    ),
  additionalProperties: (value, { known, valid }) =>
    allOf(membersOf(value), ([name, member]) => {
      const named = known('properties');
      const patterns = namePatterns(known('patternProperties'), name);
      if (isObject(named) && Object.hasOwn(named, name)) {
        return true;
      }
      const taken = anyOf(patterns, ([, takes]) => takes ?? 'patternProperties');
      return taken === false ? valid(member) : taken;
    }),
  patternProperties: (value, { content, valid }) =>
    allOf(membersOf(value), ([name, member]) =>
      allOf(namePatterns(content, name), ([pattern, takes]) => {
        return takes === true ? valid(member, pattern) : takes === false || 'patternProperties';
      }),
    ),
  items: (value, { content, known, valid }) => {
    if (Array.isArray(content)) {
      return allOf(elementsOf(value).slice(0, content.length).entries(), ([i, part]) =>
        valid(part, i),
      );
    }
    const first = known('prefixItems');
    return allOf(elementsOf(value).slice(Array.isArray(first) ? first.length : 0), (part) =>
      valid(part),
    );
  },
  prefixItems: (value, { content, valid }) =>
    allOf(elementsOf(value).slice(0, indexes(content).length).entries(), ([i, part]) =>
      valid(part, i),
    ),
  additionalItems: (value, { known, valid }) => {
    const items = known('items');
    return Array.isArray(items)
      ? allOf(elementsOf(value).slice(items.length), (part) => valid(part))
      : true;
  },
  contains: (value, { known, valid }) => {
    const [minContains, maxContains] = [known('minContains'), known('maxContains')];
    const least = typeof minContains === 'number' ? minContains : 1;
    const most = typeof maxContains === 'number' ? maxContains : Infinity;
    return Array.isArray(value)
      ? countOf(elementsOf(value), (part) => valid(part), least, most)
      : true;
  },
  if: (value, { valid, beside }) => {
    const condition = valid(value);
    const truths = [
      ...(condition === false ? [] : [beside(value, 'then')]),
      ...(condition === true ? [] : [beside(value, 'else')]),
    ];
    // Open whether it is the one or the other: valid if both are.
    const all = allOf(truths, (truth) => truth);
    return typeof condition === 'string' && all !== true ? condition : all;
  },
  // Read with what stands beside them.
  // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
  then: always,
  else: always,
  dependentRequired: (value, { content }) =>
    membersOf(value).every(([name]) => {
      const wanted = isObject(content) && Object.hasOwn(content, name) ? content[name] : [];
      return [wanted].flat().every((other) => hasMember(value, other));
    }),
  dependentSchemas: (value, { content, valid }) =>
    allOf(membersOf(value), ([name]) =>
      isObject(content) && Object.hasOwn(content, name) ? valid(value, name) : true,
    ),
  minContains: always,
  maxContains: always,
  propertyNames: (value, { valid }) => allOf(membersOf(value), ([name]) => valid(name)),
};

function indexes(content: JsonValue): readonly number[] {
  return Array.isArray(content) ? [...content.keys()] : [];
}

function elementsOf(value: JsonValue): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}

function membersOf(value: JsonValue): readonly (readonly [string, JsonValue])[] {
  return isObject(value) ? Object.entries(value) : [];
}

function hasMember(value: JsonValue, name: JsonValue): boolean {
  return isObject(value) && typeof name === 'string' && Object.hasOwn(value, name);
}
