import { highest, isWithoutNumbers, lowest } from './arithmetic';
import type {
  Alternative,
  Arrays,
  EvaluatedNames,
  Numbers,
  Objects,
  Opaque,
  Strings,
  ValueSet,
  Values,
} from './form';
import type { Session } from './session';

/**
 * The values that are in both; undefined where it is plain that none is. Values are filtered one by
 * one: where a record can't tell, the value stays, and so does what the record holds that isn't
 * understood.
 */
export function intersectTwo(
  one: Alternative,
  other: Alternative,
  session: Session,
): Alternative | undefined {
  if (one.kind === 'values') return filter(one, other, session);
  if (other.kind === 'values') return filter(other, one, session);
  if (one.kind === 'number' && other.kind === 'number') return bothNumbers(one, other);
  if (one.kind === 'string' && other.kind === 'string') return bothStrings(one, other);
  if (one.kind === 'array' && other.kind === 'array') return bothArrays(one, other);
  if (one.kind === 'object' && other.kind === 'object') return bothObjects(one, other);
  return undefined;
}

function filter({ values, opaque }: Values, by: Alternative, session: Session): Values | undefined {
  const left = [...values].filter(([, value]) => session.admits(by, value) !== 'no');
  if (left.length === 0) return undefined;
  return { kind: 'values', values: new Map(left), opaque: [...opaque, ...by.opaque] };
}

function common(one: Numbers | Strings | Arrays | Objects, other: typeof one) {
  return {
    excluded: union(one.excluded, other.excluded),
    opaque: joined(one.opaque, other.opaque),
  };
}

function union(one: ValueSet, other: ValueSet): ValueSet {
  return other.size === 0 ? one : new Map([...one, ...other]);
}

function joined(one: readonly Opaque[], other: readonly Opaque[]): readonly Opaque[] {
  return other.length === 0 ? one : [...one, ...other];
}

function distinct<T>(one: readonly T[], other: readonly T[]): readonly T[] {
  return other.length === 0 ? one : [...new Set([...one, ...other])];
}

function bothNumbers(one: Numbers, other: Numbers): Numbers | undefined {
  const min = highest([one.min, other.min]);
  const max = lowest([one.max, other.max]);
  const both: Numbers = {
    ...{ kind: 'number', ...(min && { min }), ...(max && { max }), ...common(one, other) },
    multiples: distinct(one.multiples, other.multiples),
    notMultiples: distinct(one.notMultiples, other.notMultiples),
  };
  return isWithoutNumbers(both) ? undefined : both;
}

function bothStrings(one: Strings, other: Strings): Strings | undefined {
  const minLength = Math.max(one.minLength, other.minLength);
  const maxLength = Math.min(one.maxLength, other.maxLength);
  if (minLength > maxLength) return undefined;
  return {
    ...{ kind: 'string', minLength, maxLength, ...common(one, other) },
    patterns: distinct(one.patterns, other.patterns),
    notPatterns: distinct(one.notPatterns, other.notPatterns),
  };
}

function bothArrays(one: Arrays, other: Arrays): Arrays | undefined {
  const minItems = Math.max(one.minItems, other.minItems);
  const maxItems = Math.min(one.maxItems, other.maxItems);
  if (minItems > maxItems) return undefined;
  return {
    ...{ kind: 'array', minItems, maxItems, ...common(one, other) },
    isUnique: one.isUnique || other.isUnique,
    tuples: [...one.tuples, ...other.tuples],
    contains: [...one.contains, ...other.contains],
    evaluated: Math.max(one.evaluated, other.evaluated),
  };
}

function bothObjects(one: Objects, other: Objects): Objects | undefined {
  const minProperties = Math.max(one.minProperties, other.minProperties);
  const maxProperties = Math.min(one.maxProperties, other.maxProperties);
  const required = new Set([...one.required, ...other.required]);
  if (Math.max(minProperties, required.size) > maxProperties) return undefined;
  return {
    ...{ kind: 'object', minProperties, maxProperties, required, ...common(one, other) },
    groups: [...one.groups, ...other.groups],
    names: [...one.names, ...other.names],
    dependents: [...one.dependents, ...other.dependents],
    evaluated: bothEvaluated(one.evaluated, other.evaluated),
  };
}

export function bothEvaluated(one: EvaluatedNames, other: EvaluatedNames): EvaluatedNames {
  return {
    names: new Set([...one.names, ...other.names]),
    patterns: new Set([...one.patterns, ...other.patterns]),
    all: one.all || other.all,
  };
}
