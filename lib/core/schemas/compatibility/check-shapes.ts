import { type Dialect, upTo } from '../dialects';
import { isObject, type JsonObject, type JsonValue } from '../json';
import { assertsIn } from '../keywords';
import { below, type Tokens } from '../pointer';
import { SchemaError, show } from '../schema-error';

/** What the value of a keyword may be, and how that is called. */
interface Shape {
  readonly expected: string;
  readonly fits: (value: JsonValue, dialect: Dialect) => boolean;
}

const typeNames = ['null', 'boolean', 'object', 'array', 'number', 'string', 'integer'];

const isText = (value: JsonValue): value is string => typeof value === 'string';
const isNumber = (value: JsonValue): boolean => typeof value === 'number';
const isList = (value: JsonValue, fits: (element: JsonValue) => boolean): boolean =>
  Array.isArray(value) && value.every(fits);
const isType = (value: JsonValue): boolean => isText(value) && typeNames.includes(value);
const isSchema = (value: JsonValue, dialect: Dialect): boolean =>
  isObject(value) || (typeof value === 'boolean' && dialect !== 'draft-04');
const isSchemas = (value: JsonValue, dialect: Dialect): boolean =>
  isList(value, (one) => isSchema(one, dialect)) && Array.isArray(value) && value.length > 0;
const isMap = (value: JsonValue, fits: (member: JsonValue) => boolean): boolean =>
  isObject(value) && Object.values(value).every(fits);
const isNames = (value: JsonValue): boolean => isList(value, isText);

const number: Shape = { expected: 'a number', fits: isNumber };
const count: Shape = {
  expected: 'a whole number from 0 on',
  fits: (value) => Number.isInteger(value) && Number(value) >= 0,
};
const text: Shape = { expected: 'a string', fits: isText };
const schema: Shape = { expected: 'a schema', fits: isSchema };
const schemas: Shape = { expected: 'a list of schemas, at least one', fits: isSchemas };
const schemaOrFlag: Shape = {
  expected: 'a schema, true or false',
  fits: (value) => isObject(value) || typeof value === 'boolean',
};
const map: Shape = {
  expected: 'an object that holds schemas',
  fits: (value, dialect) => isMap(value, (member) => isSchema(member, dialect)),
};
const limit: Shape = {
  expected: 'a number (true or false in draft-04 only)',
  fits: (value, dialect) => (dialect === 'draft-04' ? typeof value === 'boolean' : isNumber(value)),
};

const shapes: ReadonlyMap<string, Shape> = new Map([
  ...Object.entries({
    $ref: text,
    type: {
      expected: `one or a list of ${typeNames.join(', ')}`,
      fits: (value) => isType(value) || isList(value, isType),
    },
    enum: { expected: 'a list of values', fits: (value) => Array.isArray(value) },
    multipleOf: {
      expected: 'a number above 0',
      fits: (value) => isNumber(value) && Number(value) > 0,
    },
    ...{ minimum: number, maximum: number, exclusiveMinimum: limit, exclusiveMaximum: limit },
    ...{ minLength: count, maxLength: count, minItems: count, maxItems: count },
    ...{ minProperties: count, maxProperties: count, minContains: count, maxContains: count },
    ...{ pattern: text, format: text },
    uniqueItems: { expected: 'true or false', fits: (value) => typeof value === 'boolean' },
    items: {
      expected: 'a schema, or up to 2019-09 a list of schemas',
      fits: (value, dialect) =>
        isSchema(value, dialect) ||
        (upTo('2019-09').includes(dialect) && isList(value, (one) => isSchema(one, dialect))),
    },
    ...{ prefixItems: schemas, allOf: schemas, anyOf: schemas, oneOf: schemas },
    ...{ not: schema, if: schema, else: schema, contains: schema },
    ...{ propertyNames: schema, unevaluatedItems: schema, unevaluatedProperties: schema },
    ...{ additionalItems: schemaOrFlag, additionalProperties: schemaOrFlag },
    ...{ properties: map, patternProperties: map, dependentSchemas: map },
    ...{ required: { expected: 'a list of property names', fits: isNames } },
    dependentRequired: {
      expected: 'an object that holds lists of property names',
      fits: (value) => isMap(value, isNames),
    },
    dependencies: {
      expected: 'an object that holds schemas or lists of property names',
      fits: (value, dialect) =>
        isMap(value, (member) => isNames(member) || isSchema(member, dialect)),
    },
  } satisfies Record<string, Shape>),
  ['then', schema],
]);

const containers = ['definitions', '$defs'];

/** @throws SchemaError for a keyword with a value that its draft doesn't have. */
export function checkShapes(given: JsonObject, pointer: string, dialect: Dialect): void {
  const onlyReference = given['$ref'] !== undefined && upTo('draft-07').includes(dialect);
  for (const [keyword, value] of Object.entries(given)) {
    if (containers.includes(keyword)) check(map, [keyword], value, pointer, dialect);
    if (onlyReference && keyword !== '$ref') continue;
    const shape = assertsIn(dialect, keyword) ? shapes.get(keyword) : undefined;
    if (shape !== undefined) check(shape, [keyword], value, pointer, dialect);
  }
}

function check(
  { expected, fits }: Shape,
  tokens: Tokens,
  value: JsonValue,
  pointer: string,
  dialect: Dialect,
): void {
  if (fits(value, dialect)) return;
  throw new SchemaError(
    below(pointer, tokens),
    `${show(value)} is no value for it in ${dialect}`,
    `${expected}; or, in "$schema", the draft that the schema was written for`,
  );
}
