/** Contracts as data: what an app declares of its events, without CDK. */

export {
  type AcceptedVersion,
  acceptedContracts,
  type ContractName,
  countVersions,
  folderOf,
  readAcceptedVersions,
} from './accepted-versions';
export { canonicalText } from './canonical-text';
export { type Change, changesBetween } from './changes/changes-between';
export type { ContractDescription } from './contract-description';
export { ContractsDirectoryError } from './contracts-directory-error';
export type { DataOf, EventOf } from './event-of';
export {
  type ContractBreak,
  type ContractState,
  type Judgement,
  judgeContract,
} from './judge-contract';
export { makeFolder } from './make-folder';
export { contractsMetadata, metadataTextOf } from './metadata';
export { sayVersions } from './say-versions';
export { writeVersion } from './write-version';
