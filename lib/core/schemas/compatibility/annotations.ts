/**
 * Keywords that refuse nothing, in any draft: of JSON Schema itself, of OpenAPI, and those that
 * editors and generators of code read. A keyword that stands nowhere isn't understood: a validator
 * may know it.
 */
const annotations: ReadonlySet<string> = new Set(
  [
    ['$schema', '$id', 'id', '$anchor', '$dynamicAnchor', '$recursiveAnchor', '$vocabulary'],
    ['$comment', '$defs', 'definitions', 'title', 'description', 'default', 'example', 'examples'],
    ['deprecated', 'readOnly', 'writeOnly', 'discriminator', 'externalDocs', 'xml', 'nullable'],
    ['markdownDescription', 'enumDescriptions', 'enumNames', 'deprecationMessage'],
    ['javaType', 'tsType', 'existingJavaType', 'propertyOrder', 'errorMessage'],
  ].flat(),
);

/** By convention what starts with `x-` asserts nothing, as `x-extensible-enum`. */
export function isAnnotation(keyword: string): boolean {
  return keyword.startsWith('x-') || annotations.has(keyword);
}
