/**
 * A branch of `anyOf` that bounds texts or numbers and names no type lets everything else through:
 * hardly what was meant. So it isn't taken apart by type; one branch of the reader has to take all
 * of it.
 */
import { listedValues, typesOf } from './base';
import type { SchemaNode, Term } from './form';
import { claim, keywordsOf, schemasOf } from './parts';
import type { Finding, Session } from './session';

const ofOneType = new Set([
  ...['minLength', 'maxLength', 'pattern', 'minimum', 'maximum', 'multipleOf'],
  ...['exclusiveMinimum', 'exclusiveMaximum'],
]);

export function fitUntypedBranches(term: Term, reader: SchemaNode, session: Session): Finding[] {
  const branches = schemasOf(reader, 'anyOf');
  const [writer] = term;
  if (branches.length === 0 || writer === undefined || !('node' in writer)) return [];
  return schemasOf(writer.node, 'anyOf')
    .filter(isUntyped)
    .filter((one) => branches.every((branch) => session.compare([claim(one)], branch).length > 0))
    .map((one) => ({
      ...{ path: [], node: reader, keyword: 'anyOf', wants: 'has no branch for all of it' },
      emits: `has the branch ${JSON.stringify(one.schema).slice(0, 80)}, which names no type`,
    }));
}

function isUntyped(node: SchemaNode): boolean {
  if (typesOf(node) !== undefined || listedValues(node) !== undefined) return false;
  const keywords = keywordsOf(node);
  return keywords.length > 0 && keywords.every((keyword) => ofOneType.has(keyword));
}
