/**
 * What a generated module has beside what ajv writes, as the text that goes into it. A module
 * stands alone: it takes only those that it names.
 */
export const helpers: ReadonlyMap<string, string> = new Map([
  // ajv's own takes `constructor` and `valueOf` in data for what objects inherit.
  [
    'equal',
    `function equal(a, b) {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const names = Object.keys(a);
  const has = Object.prototype.hasOwnProperty;
  return names.length === Object.keys(b).length &&
    names.every((name) => has.call(b, name) && equal(a[name], b[name]));
}`,
  ],
  [
    'ucs2length',
    `function ucs2length(text) {
  let length = text.length;
  for (let at = 0; at < text.length - 1; at++) {
    if ((text.charCodeAt(at) & 0xfc00) !== 0xd800) continue;
    if ((text.charCodeAt(at + 1) & 0xfc00) !== 0xdc00) continue;
    length--;
    at++;
  }
  return length;
}`,
  ],
  // 19.99 / 0.01 is 1998.9999999999998 in doubles: what could be rounding is told in decimals.
  [
    'isMultiple',
    `function isMultiple(value, step) {
  const quotient = value / step;
  if (Number.isInteger(quotient)) return true;
  const off = Math.abs(quotient - Math.round(quotient));
  if (Math.abs(quotient) < 2 ** 40 && off > 0.001) return false;
  const [one, other] = [decimalOf(value), decimalOf(step)];
  const lowest = Math.min(one.exponent, other.exponent);
  const scaled = ({ digits, exponent }) => digits * 10n ** BigInt(exponent - lowest);
  return scaled(one) % scaled(other) === 0n;
}
function decimalOf(number) {
  const [mantissa, exponent = '0'] = String(Math.abs(number)).split('e');
  const [whole, fraction = ''] = mantissa.split('.');
  return { digits: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length };
}`,
  ],
]);

/**
 * The end of every module: what is wrong, in words. `$validate` is the function that ajv wrote,
 * `$most` the most problems that are told.
 */
export const ending = `const most = $most;
const text = (value) => {
  const json = JSON.stringify(value);
  return json.length > 100 ? json.slice(0, 100) + '...' : json;
};
const several = (values) =>
  values.slice(0, 12).map(text).join(', ') + (values.length > 12 ? ' ...' : '');
const types = (type) =>
  String(type).split(',').map((name) => (name === 'null' ? name : (/^[aio]/.test(name) ? 'an ' : 'a ') + name)).join(' or ');
const lacks = ({ missingProperty }) => 'must have the property ' + text(missingProperty);
const no = (name) => 'must not have the property ' + text(name);
const bound = ({ comparison, limit }) => 'must be ' + comparison + ' ' + limit;
const least = (what) => ({ limit }) => 'must have at least ' + limit + ' ' + what;
const mostOf = (what) => ({ limit }) => 'must have at most ' + limit + ' ' + what;
const words = {
  type: ({ type }) => 'must be ' + types(type),
  required: lacks,
  dependentRequired: (params) => lacks(params) + ', since it has ' + text(params.property),
  dependencies: (params) => lacks(params) + ', since it has ' + text(params.property),
  additionalProperties: ({ additionalProperty }) => no(additionalProperty),
  unevaluatedProperties: ({ unevaluatedProperty }) => no(unevaluatedProperty),
  enum: ({ allowedValues }) => 'must be one of ' + several(allowedValues),
  const: ({ allowedValue }) => 'must be ' + text(allowedValue),
  minimum: bound, maximum: bound, exclusiveMinimum: bound, exclusiveMaximum: bound,
  multipleOf: ({ multipleOf }) => 'must be a multiple of ' + multipleOf,
  minLength: least('characters'), maxLength: mostOf('characters'),
  minItems: least('elements'), maxItems: mostOf('elements'),
  items: mostOf('elements'), additionalItems: mostOf('elements'), unevaluatedItems: mostOf('elements'),
  minProperties: least('properties'), maxProperties: mostOf('properties'),
  pattern: ({ pattern }) => 'must match the pattern ' + text(pattern),
  format: ({ format }) => 'must be of the format ' + text(format),
  uniqueItems: ({ i, j }) => 'must not have equal elements, such as ' + j + ' and ' + i,
  contains: ({ minContains, maxContains }) => 'must have at least ' + minContains +
    (maxContains === undefined ? '' : ' and at most ' + maxContains) + ' elements of the kind asked for',
  propertyNames: ({ propertyName }) => no(propertyName) + ': its name is wrong',
  anyOf: () => 'must be what one of the alternatives says',
  oneOf: ({ passingSchemas }) => passingSchemas
    ? 'must be what only one of the alternatives says, and is what two say'
    : 'must be what one of the alternatives says',
  not: () => 'must not be what is excluded',
  if: ({ failingKeyword }) => 'must be what "' + failingKeyword + '" says',
  'false schema': () => 'must not be there',
};
const problemOf = ({ instancePath, keyword, params, propertyName }) => ({
  path: instancePath,
  problem: (propertyName === undefined ? '' : 'the name ' + text(propertyName) + ' ') +
    (words[keyword] ? words[keyword](params) : 'must be what "' + keyword + '" says'),
});
const tooDeep = [{ path: '', problem: 'must not be nested so deep' }];
function attempt(data) {
  try {
    return $validate(data) ? [] : $validate.errors;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
function validate(data) {
  const errors = attempt(data);
  return errors !== undefined && errors.length === 0;
}
function problemsOf(data) {
  const errors = attempt(data);
  return errors === undefined ? tooDeep : errors.slice(0, most).map(problemOf);
}`;
