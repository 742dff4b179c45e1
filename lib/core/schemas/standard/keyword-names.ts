/**
 * Every keyword of any draft of JSON Schema, from draft-03 on, with those that refuse nothing.
 *
 * Sources: https://json-schema.org/specification-links
 */
export const draftKeywords: ReadonlySet<string> = new Set(
  [
    ['$schema', '$id', 'id', '$anchor', '$dynamicAnchor', '$recursiveAnchor', '$vocabulary'],
    ['$ref', '$dynamicRef', '$recursiveRef', '$comment', '$defs', 'definitions'],
    ['type', 'enum', 'const', 'format', 'allOf', 'anyOf', 'oneOf', 'not', 'if', 'then', 'else'],
    ['multipleOf', 'minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum'],
    ['minLength', 'maxLength', 'pattern', 'contentEncoding', 'contentMediaType', 'contentSchema'],
    ['items', 'prefixItems', 'additionalItems', 'unevaluatedItems', 'minItems', 'maxItems'],
    ['uniqueItems', 'contains', 'minContains', 'maxContains'],
    ['properties', 'patternProperties', 'additionalProperties', 'unevaluatedProperties'],
    ['propertyNames', 'required', 'minProperties', 'maxProperties'],
    ['dependencies', 'dependentRequired', 'dependentSchemas'],
    ['title', 'description', 'default', 'examples', 'deprecated', 'readOnly', 'writeOnly'],
    ['extends', 'disallow', 'divisibleBy'],
  ].flat(),
);

/**
 * Words of others that only look like a slip of one: OpenAPI's `example`, hyper-schema's `href`,
 * the notes that people leave.
 */
export const wordsOfOthers: ReadonlySet<string> = new Set([
  ...['example', 'href', 'comment', 'comments', 'note', 'uid'],
]);
