/** What draft-04 has no words for, and what is written in the words of another draft. */
import { isObject, type JsonObject, type JsonValue } from '../json';
import { assertsIn, isAssertion } from '../keywords';
import type { Given } from './given';

/** For each keyword that is let go: whether a schema means nothing by it. */
const beyondDraft4: ReadonlyMap<string, (schema: JsonObject) => boolean> = new Map<
  string,
  (schema: JsonObject) => boolean
>([
  ['if', ({ then: yes, else: no }) => yes === undefined && no === undefined],
  ['then', (schema) => schema['if'] === undefined],
  ['else', (schema) => schema['if'] === undefined],
  ['contains', () => false],
  ['minContains', ({ contains }) => contains === undefined],
  ['maxContains', ({ contains }) => contains === undefined],
  ['propertyNames', ({ propertyNames }) => fitsEveryName(propertyNames)],
  ['unevaluatedItems', ({ unevaluatedItems }) => isFree(unevaluatedItems)],
  ['unevaluatedProperties', ({ unevaluatedProperties }) => isFree(unevaluatedProperties)],
  ['$recursiveRef', () => false],
  ['$dynamicRef', () => false],
]);

/** Reports the keywords that draft-04 can't say, and those that validators ignore in this draft. */
export function reportUnchecked(given: Given): void {
  for (const keyword of Object.keys(given.schema)) {
    if (!isAssertion(keyword)) continue;
    if (!assertsIn(given.dialect, keyword)) {
      given.lose([keyword], `${given.dialect} has no such keyword, and its validators ignore it`);
    } else if (beyondDraft4.get(keyword)?.(given.schema) === false) {
      given.lose([keyword], 'draft-04, which API Gateway reads, has no such keyword');
    }
  }
}

/** Reports what stands beside `$ref`, where the older drafts ignore it and some validators don't. */
export function reportIgnored(given: Given): void {
  for (const keyword of Object.keys(given.schema)) {
    if (isAssertion(keyword) && keyword !== '$ref') {
      given.lose([keyword], `beside "$ref" the validators of ${given.dialect} ignore it`);
    }
  }
}

function isFree(schema: JsonValue | undefined): boolean {
  return schema === true || (isObject(schema) && !Object.keys(schema).some(isAssertion));
}

/** Record types ask for names that are strings, as all are. */
function fitsEveryName(schema: JsonValue | undefined): boolean {
  if (!isObject(schema)) return isFree(schema);
  const { type, ...rest } = schema;
  return isFree(rest) && (type === undefined || type === 'string');
}
