/**
 * What satisfies a schema, as alternatives. The keywords about one type make one record; then each
 * keyword that holds schemas for the same value (`allOf`, `anyOf`, `$ref` ...) is intersected with
 * what there is so far. `oneOf` is read as "one, and none of the others", `if` as two alternatives.
 * What isn't understood stays in the record as opaque, and takes nothing away.
 */
import { baseOf, listedOf } from './base';
import type { Alternative, Claim, SchemaClaim, SchemaNode, Term } from './form';
import { absent } from './groups';
import { negated } from './negated';
import { claim, dependentSchemasOf, schemaOf, schemasOf, targetsOf } from './parts';
import { anything, objects } from './records';
import type { Session } from './session';
import { evaluatedByOthers, restrictToEvaluated } from './unevaluated';

/** So many branches of `oneOf` are told apart; of more, only that one of them holds. */
export const mostExclusive = 16;

export function alternativesOfClaim(of: Claim, session: Session): readonly Alternative[] {
  if (!('node' in of)) return of.alternatives;
  const { schema } = of.node;
  if (typeof schema === 'boolean') return schema === of.holds ? anything : [];
  return of.holds ? satisfying(of.node, session) : negated(of.node, session);
}

function satisfying(node: SchemaNode, session: Session): readonly Alternative[] {
  const listed = listedOf(node, session);
  if (listed !== undefined) return listed;
  let found: readonly Alternative[] = baseOf(node);
  for (const term of conjuncts(node)) found = session.intersect(found, term);
  for (const alternatives of disjunctions(node, session)) {
    found = session.intersect(found, [{ key: '', alternatives }]);
  }
  return restrictToEvaluated(found, node);
}

function conjuncts(node: SchemaNode): Term[] {
  const not = schemaOf(node, 'not');
  return [
    ...targetsOf(node).map((target) => [claim(target)]),
    ...schemasOf(node, 'allOf').map((one) => [claim(one)]),
    ...(not === undefined ? [] : [[claim(not, false)]]),
  ];
}

function disjunctions(node: SchemaNode, session: Session): (readonly Alternative[])[] {
  const any = schemasOf(node, 'anyOf');
  const one = schemasOf(node, 'oneOf');
  return [
    ...(any.length === 0 ? [] : [anyOf(any, session)]),
    ...(one.length === 0 ? [] : [oneOf(one, session)]),
    ...conditions(node, session),
    ...dependentSchemasOf(node).map(([name, schema]) => [
      ...[objects({ groups: [absent(name)] }), ...anything.filter(({ kind }) => kind !== 'object')],
      ...session.intersect([objects({ required: new Set([name]) })], [claim(schema)]),
    ]),
  ];
}

function anyOf(branches: readonly SchemaNode[], session: Session): Alternative[] {
  return branches.flatMap((branch, at) => {
    const found = session.alternativesOf([claim(branch)]);
    return branch.file.asksForUnevaluated
      ? found.map((one) => evaluatedByOthers(one, branches.toSpliced(at, 1), session))
      : [...found];
  });
}

function oneOf(branches: readonly SchemaNode[], session: Session): Alternative[] {
  return branches.flatMap((branch) => {
    const chosen = claim(branch);
    const isExact = session.isExact && branches.length <= mostExclusive;
    const others = isExact ? overlapping(branch, branches, session) : [];
    return [...session.alternativesOf([chosen, ...others])];
  });
}

function overlapping(
  branch: SchemaNode,
  branches: readonly SchemaNode[],
  session: Session,
): SchemaClaim[] {
  return branches
    .filter((other) => other !== branch && !session.isEmpty([claim(branch), claim(other)]))
    .map((other) => claim(other, false));
}

function conditions(node: SchemaNode, session: Session): (readonly Alternative[])[] {
  const condition = schemaOf(node, 'if');
  if (condition === undefined) return [];
  const [met, failed] = [schemaOf(node, 'then'), schemaOf(node, 'else')];
  const holding = [claim(condition), ...(met === undefined ? [] : [claim(met)])];
  const failing = [claim(condition, false), ...(failed === undefined ? [] : [claim(failed)])];
  return [[...session.alternativesOf(holding), ...session.alternativesOf(failing)]];
}
