/**
 * Splits an alternative so that each part may fit a branch of a choice: an object by the values of a
 * property that tells the branches apart, a number at a bound of a branch, a text or a list at a
 * length, and texts that a branch lists from all others.
 */
import { isAbove, isBelow } from './arithmetic';
import { listedValues, typesOf } from './base';
import type { Alternative, Arrays, Bound, Numbers, Objects, SchemaNode, Strings } from './form';
import { absent, onlyName } from './groups';
import { termOfName } from './members';
import { conjuncts, lowerBounds, membersOf, namesOf, numberOf, upperBounds } from './parts';
import { setOf, someValues } from './records';
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
  if (of.kind === 'string') return splitListed(of, schemas, session) ?? splitLengths(of, schemas);
  if (of.kind === 'array') return splitCounts(of, schemas);
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

/** The texts that the schemas list, and all others. */
function splitListed(
  of: Strings,
  schemas: readonly SchemaNode[],
  session: Session,
): Alternative[] | undefined {
  const texts = schemas
    .flatMap((node) => listedValues(node) ?? [])
    .filter((value) => typeof value === 'string' && session.admits(of, value) !== 'no');
  const listed = setOf(texts);
  if (listed.size === 0 || listed.size >= mostParts) return undefined;
  const excluded = new Map([...of.excluded, ...listed]);
  return [...single({ ...someValues(texts), opaque: of.opaque }), { ...of, excluded }];
}

function splitLengths(of: Strings, schemas: readonly SchemaNode[]): Strings[] | undefined {
  const { minLength, maxLength } = of;
  const cut = cutBetween(schemas, ['minLength', 'maxLength'], minLength, maxLength);
  if (cut === undefined) return undefined;
  return [
    { ...of, maxLength: cut - 1 },
    { ...of, minLength: cut },
  ];
}

function splitCounts(of: Arrays, schemas: readonly SchemaNode[]): Arrays[] | undefined {
  const cut = cutBetween(schemas, ['minItems', 'maxItems'], of.minItems, of.maxItems);
  if (cut === undefined) return undefined;
  return [
    { ...of, maxItems: cut - 1 },
    { ...of, minItems: cut },
  ];
}

/** The first count that is let through beyond a bound of the schemas, if there are some on its both sides. */
function cutBetween(
  schemas: readonly SchemaNode[],
  [lower, upper]: readonly [string, string],
  min: number,
  max: number,
): number | undefined {
  return schemas
    .flatMap((node) => [numberOf(node, lower) ?? 0, (numberOf(node, upper) ?? -1) + 1])
    .find((cut) => min < cut && cut <= max);
}
