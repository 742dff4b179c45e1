/** The keywords that hold schemas for the same value. */
import { distinct, type Fit, finding, nameOf } from './fit';
import type { Alternative, SchemaNode } from './form';
import { claim, keywordsOf, schemaOf, schemasOf, targetsOf } from './parts';
import { isPlainlyRefused, onlyValueOf } from './plainly-nothing';
import type { Finding } from './session';
import { split } from './split';

export function fitCombinators(fit: Fit): Finding[] {
  const { of, reader } = fit;
  const any = schemasOf(reader, 'anyOf');
  const one = schemasOf(reader, 'oneOf');
  return [
    ...[...targetsOf(reader), ...schemasOf(reader, 'allOf')].flatMap((part) => [
      ...fit.fits(of, part),
    ]),
    ...(any.length === 0 ? [] : fitChoice({ fit, branches: any, keyword: 'anyOf' }, of, splits)),
    ...(one.length === 0 ? [] : fitChoice({ fit, branches: one, keyword: 'oneOf' }, of, splits)),
    ...fitNot(fit),
    ...fitCondition(fit),
  ];
}

/** So often an alternative is split where no branch takes it as a whole. */
const splits = 2;

interface Choice {
  readonly fit: Fit;
  readonly branches: readonly SchemaNode[];
  readonly keyword: 'anyOf' | 'oneOf';
}

function fitChoice(choice: Choice, of: Alternative, left: number): readonly Finding[] {
  const { fit, branches, keyword } = choice;
  const tries: (readonly Finding[])[] = [];
  fit.session.spend(branches.length / 20);
  for (const branch of branches.filter((one) => !isPlainlyRefused(of, one))) {
    const found = fit.fits(of, branch);
    if (found.length === 0 && (keyword === 'anyOf' || isAlone(choice, of, branch))) return [];
    tries.push(found);
  }
  const parts = left === 0 ? undefined : split(of, branches, fit.session);
  if (parts === undefined) return explain(choice, of, tries);
  return distinct(
    parts
      .filter((part) => !fit.session.isNothing(part))
      .flatMap((part) => [...fitChoice(choice, part, left - 1)]),
  );
}

/** Whether no other branch takes any of it. */
function isAlone({ fit, branches }: Choice, of: Alternative, branch: SchemaNode): boolean {
  return branches.every(
    (other) => other === branch || isPlainlyRefused(of, other) || isDisjoint(fit, of, other),
  );
}

function isDisjoint({ session }: Fit, of: Alternative, other: SchemaNode): boolean {
  return session.intersect([of], [claim(other)]).every((both) => session.isNothing(both));
}

/** The branch that was probably meant: the one that refuses least, and not by a type or a value. */
function explain(
  { fit, keyword }: Choice,
  of: Alternative,
  tries: readonly (readonly Finding[])[],
): readonly Finding[] {
  if (tries.some((found) => found.length === 0)) {
    return [finding(fit, keyword, 'wants exactly one of its branches', 'may satisfy two at once')];
  }
  const isMeant = (found: readonly Finding[]): boolean => !found.some(isMismatch);
  const meant = tries.filter(isMeant).sort((one, other) => one.length - other.length)[0];
  return (
    meant ?? [finding(fit, keyword, 'has no branch for it', `may emit ${nameOf(of)}${detail(of)}`)]
  );
}

function isMismatch({ path, keyword }: Finding): boolean {
  return path.length <= 1 && ['type', 'const', 'enum'].includes(keyword);
}

/** The properties that it has, those with one value with it. */
function detail(of: Alternative): string {
  if (of.kind !== 'object' || of.required.size === 0) return '';
  const names = [...of.required].slice(0, 5).map((name) => {
    const value = onlyValueOf(of, name);
    return value === undefined ? name : `${name} ${value}`;
  });
  return ` with ${names.join(', ')}`;
}

function fitNot(fit: Fit): readonly Finding[] {
  const not = schemaOf(fit.reader, 'not');
  if (not === undefined) return [];
  const twice = keywordsOf(not).join() === 'not' ? schemaOf(not, 'not') : undefined;
  if (twice !== undefined) return fit.fits(fit.of, twice);
  if (isDisjoint(fit, fit.of, not)) return [];
  return [
    finding(fit, 'not', 'refuses what satisfies "not"', `may emit ${nameOf(fit.of)} that does`),
  ];
}

function fitCondition(fit: Fit): Finding[] {
  const { of, reader, session } = fit;
  const condition = schemaOf(reader, 'if');
  const [met, failed] = [schemaOf(reader, 'then'), schemaOf(reader, 'else')];
  if (condition === undefined || (met === undefined && failed === undefined)) return [];
  const part = (holds: boolean, schema: SchemaNode | undefined): Finding[] =>
    schema === undefined
      ? []
      : session
          .intersect([of], [claim(condition, holds)])
          .filter((one) => !session.isNothing(one))
          .flatMap((one) => [...fit.fits(one, schema)]);
  if (fit.fits(of, condition).length === 0) return part(true, met);
  return [...part(true, met), ...part(false, failed)];
}
