/**
 * `unevaluatedProperties` and `unevaluatedItems` judge what no other schema for the same value has
 * judged: each alternative knows what that is in its case. Where `anyOf` leaves open which others
 * hold as well, they are taken to hold: then the writer may emit more, never less.
 */
import type { Alternative, SchemaNode } from './form';
import { bothEvaluated } from './intersect';
import { opaqueOf } from './opaque';
import { claim, schemaOf } from './parts';
import type { Session } from './session';

export function restrictToEvaluated(
  alternatives: readonly Alternative[],
  node: SchemaNode,
): readonly Alternative[] {
  const properties = schemaOf(node, 'unevaluatedProperties');
  const items = schemaOf(node, 'unevaluatedItems');
  if (properties === undefined && items === undefined) return alternatives;
  return alternatives.map((one) => {
    if (one.kind === 'object' && properties !== undefined)
      return restrictNames(one, properties, node);
    return one.kind === 'array' && items !== undefined ? restrictItems(one, items, node) : one;
  });
}

function restrictNames(
  one: Alternative & { kind: 'object' },
  rest: SchemaNode,
  node: SchemaNode,
): Alternative {
  const { names, patterns, all } = one.evaluated;
  const group = {
    names: new Map([...names].map((name) => [name, []])),
    patterns: [...patterns].map((pattern) => [pattern, []] as const),
    rest: [claim(rest)],
  };
  return {
    ...one,
    groups: all ? one.groups : [...one.groups, group],
    opaque: [...one.opaque, opaqueOf(node, 'unevaluatedProperties')],
    evaluated: { names, patterns, all: true },
  };
}

function restrictItems(
  one: Alternative & { kind: 'array' },
  rest: SchemaNode,
  node: SchemaNode,
): Alternative {
  const isOpen = one.evaluated < Infinity;
  const prefix = Array.from({ length: isOpen ? one.evaluated : 0 }, () => []);
  return {
    ...one,
    tuples: isOpen ? [...one.tuples, { prefix, rest: [claim(rest)] }] : one.tuples,
    opaque: [...one.opaque, opaqueOf(node, 'unevaluatedItems')],
    evaluated: Infinity,
  };
}

/** With what those judge that may hold as well. */
export function evaluatedByOthers(
  one: Alternative,
  others: readonly SchemaNode[],
  session: Session,
): Alternative {
  let sum = one;
  for (const both of others.flatMap((other) => session.intersect([one], [claim(other)]))) {
    if (sum.kind === 'array' && both.kind === 'array') {
      sum = { ...sum, evaluated: Math.max(sum.evaluated, both.evaluated) };
    } else if (sum.kind === 'object' && both.kind === 'object') {
      sum = { ...sum, evaluated: bothEvaluated(sum.evaluated, both.evaluated) };
    }
  }
  return sum;
}
