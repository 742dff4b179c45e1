/**
 * What a contract is beside its accepted versions. One that is word for word the last version is not
 * compared: it was, when it was accepted, and that is what nearly every synth meets. Of the others
 * those that only changed their words, such as a description, are told apart from those that are a new
 * version.
 */

import { type Break, checkSchema, compareVersions } from '../schemas/compatibility';
import type { JsonObject } from '../schemas/json';
import { SchemaError } from '../schemas/schema-error';
import type { AcceptedVersion } from './accepted-versions';
import { canonicalText } from './canonical-text';
import type { ContractDescription } from './contract-description';
import { ContractsDirectoryError } from './contracts-directory-error';
import { isSameMeaning } from './is-same-meaning';

export type ContractState =
  /** It has no accepted version yet. */
  | 'new'
  /** It is the last accepted version. */
  | 'unchanged'
  /** It says what the last accepted version says, with other descriptions or definitions. */
  | 'reworded'
  /** It is another version, which lives together with the accepted ones. */
  | 'compatible'
  /** It doesn't. */
  | 'breaking'
  /** It has no schema, and never had one: there is nothing to accept. */
  | 'undescribed';

/** What breaks, with the accepted versions that have it. */
export interface ContractBreak extends Break {
  readonly versions: readonly number[];
}

export interface Judgement {
  readonly state: ContractState;
  /** Why it is `breaking`; else empty. The most important first, each once. */
  readonly breaks: readonly ContractBreak[];
  /** How many versions are accepted. */
  readonly accepted: number;
  /** The last one of them. */
  readonly last?: AcceptedVersion;
}

/**
 * Holds a contract against its accepted versions, as its compatibility and policy ask.
 *
 * @param accepted the oldest first.
 * @throws ContractsDirectoryError for an accepted version that is no schema, and SchemaError if the
 *   contract's own schema is none.
 */
export function judgeContract(
  contract: Pick<ContractDescription, 'schema' | 'compatibility' | 'policy'>,
  accepted: readonly AcceptedVersion[],
): Judgement {
  const last = accepted.at(-1);
  const breaks = last === undefined ? [] : breaksOf(contract, accepted, last);
  const state = breaks.length > 0 ? 'breaking' : stateOf(contract.schema, last);
  return { state, breaks, accepted: accepted.length, ...(last && { last }) };
}

function stateOf(
  schema: JsonObject | undefined,
  last: AcceptedVersion | undefined,
): Exclude<ContractState, 'breaking'> {
  if (schema === undefined) return 'undescribed';
  if (last === undefined) return 'new';
  if (canonicalText(schema) === canonicalText(last.schema)) return 'unchanged';
  return isSameMeaning(last.schema, schema) ? 'reworded' : 'compatible';
}

function breaksOf(
  { schema, compatibility: mode, policy }: Parameters<typeof judgeContract>[0],
  accepted: readonly AcceptedVersion[],
  last: AcceptedVersion,
): ContractBreak[] {
  if (schema === undefined) return [schemaGone(last)];
  if (canonicalText(schema) === canonicalText(last.schema)) return [];
  return blaming(schema, accepted, () => {
    const schemas = accepted.map((one) => one.schema);
    return grouped(compareVersions(schemas, schema, { mode, policy }), accepted);
  });
}

function schemaGone({ version }: AcceptedVersion): ContractBreak {
  return {
    ...{ path: '', schemaPath: '', keyword: '', breaks: 'an old consumer', versions: [version] },
    reason: 'the old schema describes the data, the new contract has no schema',
  };
}

type Found = ReturnType<typeof compareVersions>;

/** What several versions have in common is told once. */
function grouped(found: Found, accepted: readonly AcceptedVersion[]): ContractBreak[] {
  const groups = new Map<string, Break & { readonly versions: number[] }>();
  for (const { version: at, ...one } of found) {
    const { path, schemaPath, keyword, reason, breaks } = one;
    const key = JSON.stringify([path, schemaPath, keyword, reason, breaks]);
    const group = groups.get(key) ?? { ...one, versions: [] };
    groups.set(key, group);
    group.versions.push(accepted[at]?.version ?? at + 1);
  }
  return [...groups.values()];
}

/** Of several schemas an error doesn't tell which one is wrong. */
function blaming<T>(own: JsonObject, accepted: readonly AcceptedVersion[], judge: () => T): T {
  try {
    return judge();
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error;
    checkSchema(own);
    for (const { schema, file } of accepted) blame(schema, file);
    throw error;
  }
}

function blame(schema: JsonObject, file: string): void {
  try {
    checkSchema(schema);
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error;
    throw new ContractsDirectoryError(file, error.message);
  }
}
