/** The keywords that judge a value without a look into it. */
import { canonical, distinct, isObject, type JsonValue } from '../json';
import { isWithin, lengthOf } from './admits';
import { isMultiple } from './arithmetic';
import { typesOf } from './base';
import type { SchemaNode } from './form';
import { listedTexts } from './listed-texts';
import { lowerBounds, namesOf, numberOf, textOf, upperBounds, valueAt } from './parts';
import { matchesPattern } from './pattern-search';
import { typeOf } from './records';
import type { Verdict } from './session';
import { decided } from './verdicts';

export function judgeType(value: JsonValue, node: SchemaNode): Verdict {
  const types = typesOf(node);
  if (types === undefined || types.includes(typeOf(value))) return 'yes';
  return decided(Number.isInteger(value) && types.includes('integer'));
}

export function judgeListed(value: JsonValue, node: SchemaNode): Verdict {
  return decided(listedTexts(node)?.has(canonical(value)) ?? true);
}

export function judgeMin(value: JsonValue, node: SchemaNode): Verdict {
  if (typeof value !== 'number') return 'yes';
  return decided(lowerBounds(node).every((bound) => isWithin(value, bound, undefined)));
}

export function judgeMax(value: JsonValue, node: SchemaNode): Verdict {
  if (typeof value !== 'number') return 'yes';
  return decided(upperBounds(node).every((bound) => isWithin(value, undefined, bound)));
}

export function judgeMultiple(value: JsonValue, node: SchemaNode): Verdict {
  const step = numberOf(node, 'multipleOf');
  return typeof value !== 'number' || step === undefined ? 'yes' : decided(isMultiple(value, step));
}

export function judgeLength(value: JsonValue, node: SchemaNode): Verdict {
  return typeof value === 'string'
    ? decided(isBetween(lengthOf(value), node, 'minLength', 'maxLength'))
    : 'yes';
}

function isBetween(count: number, node: SchemaNode, min: string, max: string): boolean {
  return (numberOf(node, min) ?? 0) <= count && count <= (numberOf(node, max) ?? Infinity);
}

export function judgePattern(value: JsonValue, node: SchemaNode): Verdict {
  const pattern = textOf(node, 'pattern');
  return typeof value !== 'string' || pattern === undefined
    ? 'yes'
    : decided(matchesPattern(pattern, value));
}

export function judgeSize(value: JsonValue, node: SchemaNode): Verdict {
  return Array.isArray(value)
    ? decided(isBetween(value.length, node, 'minItems', 'maxItems'))
    : 'yes';
}

export function judgeUnique(value: JsonValue, node: SchemaNode): Verdict {
  if (!Array.isArray(value) || valueAt(node, 'uniqueItems') !== true) return 'yes';
  return decided(distinct(value).length === value.length);
}

export function judgeCount(value: JsonValue, node: SchemaNode): Verdict {
  return isObject(value)
    ? decided(isBetween(Object.keys(value).length, node, 'minProperties', 'maxProperties'))
    : 'yes';
}

export function judgeRequired(value: JsonValue, node: SchemaNode): Verdict {
  if (!isObject(value)) return 'yes';
  return decided(namesOf(node, 'required').every((name) => Object.hasOwn(value, name)));
}
