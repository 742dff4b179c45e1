/** Alternatives to begin with: everything of a type, of which more or less is taken away. */
import { canonical, type JsonValue } from '../json';
import type { Alternative, Arrays, Numbers, Objects, Strings, ValueSet, Values } from './form';

const none: ValueSet = new Map();

export function setOf(values: readonly JsonValue[]): ValueSet {
  return new Map(values.map((value) => [canonical(value), value]));
}

export function someValues(values: readonly JsonValue[]): Values {
  return { kind: 'values', values: setOf(values), opaque: [] };
}

export function numbers(said: Partial<Numbers> = {}): Numbers {
  const open = { kind: 'number', multiples: [], notMultiples: [] } as const;
  return { ...open, excluded: none, opaque: [], ...said };
}

export function strings(said: Partial<Strings> = {}): Strings {
  const open = { kind: 'string', minLength: 0, maxLength: Infinity } as const;
  return { ...open, patterns: [], notPatterns: [], excluded: none, opaque: [], ...said };
}

export function arrays(said: Partial<Arrays> = {}): Arrays {
  const open = { kind: 'array', minItems: 0, maxItems: Infinity, isUnique: false } as const;
  const nothing = { tuples: [], contains: [], excluded: none, opaque: [], evaluated: 0 };
  return { ...open, ...nothing, ...said };
}

export function objects(said: Partial<Objects> = {}): Objects {
  const open = { kind: 'object', minProperties: 0, maxProperties: Infinity } as const;
  const evaluated = { names: new Set<string>(), patterns: new Set<string>(), all: false };
  const nothing = { required: new Set<string>(), groups: [], names: [], dependents: [] };
  return { ...open, ...nothing, excluded: none, opaque: [], evaluated, ...said };
}

/** Everything, as one alternative a type; null, true and false are single values. */
export const anything: readonly Alternative[] = [
  ...[someValues([null, true, false]), numbers(), strings(), arrays(), objects()],
];

/** The name that JSON Schema has for the type of a value; an integer is a number. */
export function typeOf(value: JsonValue): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** The kind of alternative that a value is of; null, true and false are of none but `values`. */
export function kindOf(value: JsonValue): Alternative['kind'] {
  const type = typeOf(value);
  return type === 'null' || type === 'boolean' ? 'values' : (type as Alternative['kind']);
}
