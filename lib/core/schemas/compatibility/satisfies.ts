/**
 * A validator that knows when it doesn't know: what isn't understood is neither yes nor no. It
 * judges the values that a schema lists.
 */
import { isObject, type JsonValue } from '../json';
import type { SchemaNode } from './form';
import { judgeAny, judgeCondition, judgeNot, judgeOne } from './judge-branches';
import {
  judgeAll,
  judgeContains,
  judgeDependencies,
  judgeElements,
  judgeMembers,
  judgeNames,
} from './judge-parts';
import {
  judgeCount,
  judgeLength,
  judgeListed,
  judgeMax,
  judgeMin,
  judgeMultiple,
  judgePattern,
  judgeRequired,
  judgeSize,
  judgeType,
  judgeUnique,
} from './judge-values';
import { opaqueKeywords } from './opaque';
import { keywordsOf, schemasOf, targetsOf, valueAt } from './parts';
import { kindOf } from './records';
import type { Session, Verdict } from './session';
import { all, decided } from './verdicts';

type Judge = (value: JsonValue, node: SchemaNode, session: Session) => Verdict;

/** By the keyword that is named where it refuses, or another one that it looks at. */
const judges: ReadonlyMap<string, Judge> = new Map<string, Judge>([
  ['$ref', (value, node, session) => judgeAll(value, targetsOf(node), session)],
  ['type', judgeType],
  ['enum', judgeListed],
  ['minimum', judgeMin],
  ['maximum', judgeMax],
  ['multipleOf', judgeMultiple],
  ['minLength', judgeLength],
  ['pattern', judgePattern],
  ['minItems', judgeSize],
  ['uniqueItems', judgeUnique],
  ['items', judgeElements],
  ['contains', judgeContains],
  ['minProperties', judgeCount],
  ['required', judgeRequired],
  ['properties', judgeMembers],
  ['propertyNames', judgeNames],
  ['dependencies', judgeDependencies],
  ['allOf', (value, node, session) => judgeAll(value, schemasOf(node, 'allOf'), session)],
  ['anyOf', judgeAny],
  ['oneOf', judgeOne],
  ['not', judgeNot],
  ['if', judgeCondition],
  ['unevaluatedProperties', judgeUnevaluated],
]);

const alsoAt: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ...{ $dynamicRef: '$ref', $recursiveRef: '$ref', const: 'enum' },
    ...{ exclusiveMinimum: 'minimum', exclusiveMaximum: 'maximum', maxLength: 'minLength' },
    ...{ maxItems: 'minItems', prefixItems: 'items', additionalItems: 'items' },
    ...{ maxProperties: 'minProperties', patternProperties: 'properties' },
    ...{ additionalProperties: 'properties', dependentRequired: 'dependencies' },
    ...{ dependentSchemas: 'dependencies', unevaluatedItems: 'unevaluatedProperties' },
  }),
);

type NamedJudge = readonly [keyword: string, judge: Judge];

const asked = new WeakMap<SchemaNode, readonly NamedJudge[]>();

/** Only those that have something to say. */
function judgesOf(node: SchemaNode): readonly NamedJudge[] {
  const known = asked.get(node);
  if (known !== undefined) return known;
  const keywords = new Set(keywordsOf(node).map((keyword) => alsoAt.get(keyword) ?? keyword));
  const found = [...judges].filter(([keyword]) => keywords.has(keyword));
  asked.set(node, found);
  return found;
}

export function satisfies(value: JsonValue, node: SchemaNode, session: Session): Verdict {
  session.spend(1);
  if (typeof node.schema === 'boolean') return decided(node.schema);
  const verdicts = judgesOf(node).map(([, judge]) => judge(value, node, session));
  return all([...verdicts, opaqueVerdict(value, node)]);
}

/** The keywords that do not let the value through, as far as that is known. */
export function refusing(value: JsonValue, node: SchemaNode, session: Session): string[] {
  return judgesOf(node)
    .filter(([, judge]) => judge(value, node, session) !== 'yes')
    .map(([keyword]) => keyword);
}

function opaqueVerdict(value: JsonValue, node: SchemaNode): Verdict {
  return opaqueKeywords(node, kindOf(value)).length === 0 ? 'yes' : 'unknown';
}

/** What other schemas have judged isn't followed here: only that nothing is left open. */
function judgeUnevaluated(value: JsonValue, node: SchemaNode): Verdict {
  const keyword = isObject(value) ? 'unevaluatedProperties' : 'unevaluatedItems';
  const isBig = isObject(value)
    ? Object.keys(value).length > 0
    : Array.isArray(value) && value.length > 0;
  return isBig && valueAt(node, keyword) !== undefined ? 'unknown' : 'yes';
}
