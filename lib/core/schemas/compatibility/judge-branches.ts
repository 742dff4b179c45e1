/** The keywords that hold schemas for the same value. */
import { canonical, type JsonValue } from '../json';
import { countBetween } from './admits';
import type { SchemaNode } from './form';
import { judgeAll } from './judge-parts';
import { listedTexts } from './listed-texts';
import { isForeign, keywordsOf, schemaOf, schemasOf } from './parts';
import type { Session, Verdict } from './session';
import { all, any, negate } from './verdicts';

export function judgeAny(value: JsonValue, node: SchemaNode, session: Session): Verdict {
  const { others, counts } = branchesOf(node, 'anyOf');
  if ((counts.get(canonical(value)) ?? 0) > 0) return 'yes';
  return any(others.map((one) => session.satisfies(value, one)));
}

export function judgeOne(value: JsonValue, node: SchemaNode, session: Session): Verdict {
  const { others, counts } = branchesOf(node, 'oneOf');
  const listed = Array.from({ length: counts.get(canonical(value)) ?? 0 }, (): Verdict => 'yes');
  return countBetween([...listed, ...others.map((one) => session.satisfies(value, one))], 1, 1);
}

interface Branches {
  /** By a value's canonical text, how many branches do nothing but list values and list this one. */
  readonly counts: ReadonlyMap<string, number>;
  readonly others: readonly SchemaNode[];
}

const branches = new WeakMap<SchemaNode, Map<string, Branches>>();

/** Choices are often a list of values with a title each: they are looked up. */
function branchesOf(node: SchemaNode, keyword: string): Branches {
  const known = branches.get(node) ?? new Map<string, Branches>();
  branches.set(node, known);
  const found = known.get(keyword) ?? sortBranches(schemasOf(node, keyword));
  known.set(keyword, found);
  return found;
}

function sortBranches(schemas: readonly SchemaNode[]): Branches {
  const counts = new Map<string, number>();
  const isList = (one: SchemaNode): boolean => {
    const [keyword, ...more] = keywordsOf(one);
    return (
      more.length === 0 && (keyword === 'const' || keyword === 'enum') && !isForeign(one, keyword)
    );
  };
  for (const text of schemas.filter(isList).flatMap((one) => [...(listedTexts(one) ?? [])])) {
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  return { counts, others: schemas.filter((one) => !isList(one)) };
}

export function judgeNot(value: JsonValue, node: SchemaNode, session: Session): Verdict {
  const not = schemaOf(node, 'not');
  return not === undefined ? 'yes' : negate(session.satisfies(value, not));
}

export function judgeCondition(value: JsonValue, node: SchemaNode, session: Session): Verdict {
  const condition = schemaOf(node, 'if');
  if (condition === undefined) return 'yes';
  const isMet = session.satisfies(value, condition);
  const met = judgeAll(value, [schemaOf(node, 'then')], session);
  const failed = judgeAll(value, [schemaOf(node, 'else')], session);
  return all([any([negate(isMet), met]), any([isMet, failed])]);
}
