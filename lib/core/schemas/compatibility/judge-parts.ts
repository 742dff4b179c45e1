/** The keywords that judge the parts of a value, or by its parts. */
import { isObject, type JsonObject, type JsonValue } from '../json';
import { countBetween } from './admits';
import type { SchemaNode } from './form';
import {
  dependentSchemasOf,
  dependentsOf,
  elementsOf,
  membersOf,
  numberOf,
  schemaOf,
} from './parts';
import { matchesPattern } from './pattern-search';
import type { Session, Verdict } from './session';
import { all, decided } from './verdicts';

export function judgeAll(
  value: JsonValue,
  schemas: readonly (SchemaNode | undefined)[],
  session: Session,
): Verdict {
  return all(schemas.map((one) => (one ? session.satisfies(value, one) : 'yes')));
}

export function judgeElements(value: JsonValue, node: SchemaNode, session: Session): Verdict {
  const elements = Array.isArray(value) ? elementsOf(node) : undefined;
  if (!Array.isArray(value) || elements === undefined) return 'yes';
  return all(
    value.map((element: JsonValue, place) =>
      judgeAll(element, [elements.prefix[place] ?? elements.rest], session),
    ),
  );
}

export function judgeContains(value: JsonValue, node: SchemaNode, session: Session): Verdict {
  const contained = schemaOf(node, 'contains');
  if (!Array.isArray(value) || contained === undefined) return 'yes';
  const verdicts = value.map((element: JsonValue) => session.satisfies(element, contained));
  const [min, max] = [numberOf(node, 'minContains') ?? 1, numberOf(node, 'maxContains')];
  return countBetween(verdicts, min, max ?? Infinity);
}

export function judgeMembers(value: JsonValue, node: SchemaNode, session: Session): Verdict {
  if (!isObject(value)) return 'yes';
  const own = new Map(membersOf(node, 'properties'));
  const patterns = membersOf(node, 'patternProperties');
  const rest = schemaOf(node, 'additionalProperties');
  return all(
    Object.entries(value).map(([name, member]) => {
      const found = patterns.map(([pattern]) => matchesPattern(pattern, name));
      const named = own.get(name);
      const isOther = named === undefined && !found.includes(true);
      if (isOther && !found.includes(undefined)) return judgeAll(member, [rest], session);
      const matching = patterns.filter((_, at) => found[at] === true).map(([, schema]) => schema);
      const sure = judgeAll(member, [named, ...matching], session);
      return found.includes(undefined) ? all([sure, 'unknown']) : sure;
    }),
  );
}

export function judgeNames(value: JsonValue, node: SchemaNode, session: Session): Verdict {
  const names = schemaOf(node, 'propertyNames');
  if (!isObject(value) || names === undefined) return 'yes';
  return all(Object.keys(value).map((name) => session.satisfies(name, names)));
}

export function judgeDependencies(value: JsonValue, node: SchemaNode, session: Session): Verdict {
  if (!isObject(value)) return 'yes';
  const has = (name: string): boolean => Object.hasOwn(value, name);
  const schemas = dependentSchemasOf(node).filter(([name]) => has(name));
  return all([
    ...dependentsOf(node).map(({ name, others }) => decided(!has(name) || others.every(has))),
    ...schemas.map(([, schema]) => session.satisfies(value as JsonObject, schema)),
  ]);
}
