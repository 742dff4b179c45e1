/**
 * `unevaluatedProperties` and `unevaluatedItems` of a reader judge what is left over. For certain
 * judged is what a schema names that surely holds: those in `allOf`, and a branch of a choice that
 * takes all that the writer emits.
 */
import { type Fit, isSaid } from './fit';
import { fitFrom } from './fit-arrays';
import { fitOthers } from './fit-objects';
import type { Alternative, Arrays, EvaluatedNames, Objects, SchemaNode } from './form';
import { bothEvaluated } from './intersect';
import { dependentSchemasOf, elementsOf, membersOf, schemaOf, schemasOf, targetsOf } from './parts';
import type { Finding } from './session';
import { split } from './split';

const splits = 2;
const mostInPlace = 500;

export function fitUnevaluated(fit: Fit, left = splits): Finding[] {
  const found = leftOver(fit);
  if (found.length === 0 || left === 0) return found;
  const choices = ['anyOf', 'oneOf'].flatMap((keyword) => schemasOf(fit.reader, keyword));
  const parts = choices.length === 0 ? undefined : split(fit.of, choices, fit.session);
  return parts === undefined
    ? found
    : parts
        .filter((part) => !fit.session.isNothing(part))
        .flatMap((part) => fitUnevaluated({ ...fit, of: part }, left - 1));
}

function leftOver(fit: Fit): Finding[] {
  const { of, reader } = fit;
  const keyword = of.kind === 'object' ? 'unevaluatedProperties' : 'unevaluatedItems';
  const rest = schemaOf(reader, keyword);
  if (rest === undefined || isSaid(fit, keyword)) return [];
  if (of.kind === 'object') {
    const { names, patterns, all } = namesJudged({ ...fit, of }, reader, new Set());
    return all ? [] : fitOthers({ ...fit, of }, names, [...patterns], rest);
  }
  if (of.kind !== 'array') return [];
  const judged = itemsJudged({ ...fit, of }, reader, new Set());
  return judged === Infinity ? [] : fitFrom({ ...fit, of }, judged, rest);
}

function namesJudged(fit: Fit<Objects>, node: SchemaNode, open: Set<SchemaNode>): EvaluatedNames {
  const own: EvaluatedNames = {
    names: new Set(membersOf(node, 'properties').map(([name]) => name)),
    patterns: new Set(membersOf(node, 'patternProperties').map(([pattern]) => pattern)),
    all: schemaOf(node, 'additionalProperties') !== undefined,
  };
  return partsThatHold(fit, node, open).reduce((sum, part) => {
    const isClosing = schemaOf(part, 'unevaluatedProperties') !== undefined;
    const found = bothEvaluated(sum, namesJudged(fit, part, open));
    return { ...found, all: found.all || isClosing };
  }, own);
}

function itemsJudged(fit: Fit<Arrays>, node: SchemaNode, open: Set<SchemaNode>): number {
  const elements = elementsOf(node);
  const own = elements?.rest === undefined ? (elements?.prefix.length ?? 0) : Infinity;
  const parts = partsThatHold(fit, node, open).map((part) =>
    schemaOf(part, 'unevaluatedItems') === undefined ? itemsJudged(fit, part, open) : Infinity,
  );
  return Math.max(own, ...parts);
}

/** The schemas for the same value that hold for all that the writer emits. */
function partsThatHold(fit: Fit, node: SchemaNode, open: Set<SchemaNode>): SchemaNode[] {
  if (open.has(node) || open.size > mostInPlace) return [];
  open.add(node);
  const holds = (part: SchemaNode): boolean => fit.fits(fit.of, part).length === 0;
  const condition = schemaOf(node, 'if');
  const met =
    condition !== undefined && holds(condition) ? [condition, schemaOf(node, 'then')] : [];
  const dependents = dependentSchemasOf(node).filter(([name]) => isThere(fit.of, name));
  return [
    ...[...targetsOf(node), ...met].filter((part) => part !== undefined),
    ...schemasOf(node, 'allOf'),
    ...['anyOf', 'oneOf'].flatMap((keyword) => schemasOf(node, keyword)).filter(holds),
    ...dependents.map(([, schema]) => schema),
  ];
}

function isThere(of: Alternative, name: string): boolean {
  return of.kind === 'object' && of.required.has(name);
}
