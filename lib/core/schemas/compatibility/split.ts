/**
 * Splits an alternative so that each part may fit a branch of a choice: an object by the values of a
 * property that tells the branches apart, a number at a bound of a branch.
 */
import { isAbove, isBelow } from './arithmetic';
import { listedValues, typesOf } from './base';
import type { Alternative, Bound, Numbers, Objects, SchemaNode } from './form';
import { absent, onlyName } from './groups';
import { termOfName } from './members';
import { conjuncts, lowerBounds, membersOf, namesOf, upperBounds } from './parts';
import { someValues } from './records';
import type { Session } from './session';

const mostParts = 24;

/** The parts, two or more; undefined where nothing tells them apart. */
export function split(
  of: Alternative,
  branches: readonly SchemaNode[],
  session: Session,
): Alternative[] | undefined {
  const schemas = branches.flatMap(conjuncts);
  if (of.kind === 'number') return splitNumbers(of, schemas);
  if (of.kind !== 'object') return undefined;
  for (const name of tellingNames(schemas)) {
    const parts = splitByName(of, name, session);
    if (parts.length > 1 && parts.length <= mostParts) return parts;
  }
  return undefined;
}

function tellingNames(schemas: readonly SchemaNode[]): Set<string> {
  const byValue = schemas.flatMap((node) =>
    membersOf(node, 'properties')
      .filter(([, schema]) => tells(schema))
      .map(([name]) => name),
  );
  return new Set([...byValue, ...schemas.flatMap((node) => namesOf(node, 'required'))]);
}

function tells(schema: SchemaNode): boolean {
  return conjuncts(schema).some(
    (node) =>
      node.schema === false || listedValues(node) !== undefined || typesOf(node) !== undefined,
  );
}

function splitByName(of: Objects, name: string, session: Session): Objects[] {
  const values = session
    .alternativesOf(termOfName(of, name))
    .filter((one) => !session.isNothing(one))
    .flatMap(single);
  const parts = values.map((alternative) => {
    return having(of, name, [{ key: session.freshKey(), alternatives: [alternative] }]);
  });
  return of.required.has(name)
    ? parts
    : [...parts, { ...of, groups: [...of.groups, absent(name)] }];
}

function having(of: Objects, name: string, term: ReturnType<typeof termOfName>): Objects {
  const required = new Set([...of.required, name]);
  return { ...of, required, groups: [...of.groups, onlyName(name, term)] };
}

function single(of: Alternative): Alternative[] {
  if (of.kind !== 'values') return [of];
  return [...of.values.values()].map((value) => ({ ...someValues([value]), opaque: of.opaque }));
}

function splitNumbers(of: Numbers, schemas: readonly SchemaNode[]): Numbers[] | undefined {
  for (const bound of schemas.flatMap((node) => [
    ...lowerBounds(node),
    ...upperBounds(node).map(flip),
  ])) {
    const below = { ...of, max: flip(bound) };
    const above = { ...of, min: bound };
    if (!isAbove(of.min, bound) && !isBelow(of.max, flip(bound))) return [below, above];
  }
  return undefined;
}

/** Where the numbers on the other side of a bound end. */
function flip({ value, isInclusive }: Bound): Bound {
  return { value, isInclusive: !isInclusive };
}
