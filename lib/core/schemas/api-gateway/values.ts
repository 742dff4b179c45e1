/** `type`, `enum`, `const`: which values there may be. */
import { canonical, distinct, type JsonObject, type JsonValue } from '../json';
import { assertsIn } from '../keywords';
import { never } from './assemble';
import { type Given, type Lower, listAt, refuse } from './given';

const typeNames = ['null', 'boolean', 'object', 'array', 'number', 'string', 'integer'];

/**
 * API Gateway takes lists of types (https://github.com/aws/serverless-application-model/issues/2374).
 *
 * Its integer is "a number without a fraction or exponent part"
 * (https://docs.aws.amazon.com/apigateway/latest/developerguide/models-mappings.html), so it refuses
 * the 1.0 of a Python producer, an integer since draft-06. A multiple of 1 says the same in every
 * draft.
 */
export const lowerType: Lower = (given) => {
  const types = typesOf(given);
  if (types === undefined) return [];
  const nullable = given.schema['nullable'] === true && !types.includes('null');
  if (nullable) {
    given.lose(
      ['nullable'],
      'JSON Schema has no such keyword, but OpenAPI and ajv have: null is let through',
    );
    types.push('null');
  }
  const whole = asksForIntegers(given) && given.dialect !== 'draft-04';
  const names = types.map((name) => (whole && name === 'integer' ? 'number' : name));
  const type: JsonObject = { type: names.length === 1 ? (names[0] ?? names) : names };
  return whole && !isMultipleOfOne(given) ? [type, { multipleOf: 1 }] : [type];
};

/** Whether every number that passes is an integer. */
export function asksForIntegers(given: Given): boolean {
  return typesOf(given)?.includes('integer') ?? false;
}

export const lowerEnum: Lower = (given) => {
  const listed = listAt(given, 'enum');
  const constant = assertsIn(given.dialect, 'const') ? given.schema['const'] : undefined;
  const values = constant === undefined ? listed : onlyConstant(constant, listed);
  if (values === undefined) return [];
  // Neither an empty list nor one with equal values makes a model:
  // https://github.com/aws/aws-cdk/issues/18715
  return [values.length === 0 ? never : { enum: distinct(values) }];
};

function typesOf(given: Given): string[] | undefined {
  const value = given.schema['type'];
  if (value === undefined) return undefined;
  const names: readonly JsonValue[] = Array.isArray(value) ? value : [value];
  const known = names.every((name) => typeof name === 'string' && typeNames.includes(name));
  if (!known || names.length === 0) {
    refuse(given, ['type'], value, `one or more of ${typeNames.join(', ')}`);
  }
  const types = [...new Set(names as readonly string[])];
  return types.includes('number') ? types.filter((name) => name !== 'integer') : types;
}

function isMultipleOfOne(given: Given): boolean {
  const step = given.schema['multipleOf'];
  return typeof step === 'number' && Number.isInteger(step);
}

function onlyConstant(constant: JsonValue, listed: readonly JsonValue[] | undefined): JsonValue[] {
  const isListed = listed?.some((value) => canonical(value) === canonical(constant)) ?? true;
  return isListed ? [constant] : [];
}
