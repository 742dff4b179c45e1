import type { DeclaredContract } from '../../analysis/assembly';
import {
  acceptedContracts,
  type ContractName,
  ContractsDirectoryError,
  folderOf,
  type Judgement,
  judgeContract,
  readAcceptedVersions,
} from '../../core/contracts';
import { SchemaError } from '../../core/schemas';
import { CommandError, type Values } from '../verb';
import { contractsOf } from './app-options';
import { versionsDirectory } from './versions-directory';

export interface JudgedContract {
  readonly contract: DeclaredContract;
  /** Where its accepted versions are kept. */
  readonly directory: string;
  readonly judgement: Judgement;
}

/** Holds the contracts of an app against their accepted versions, to read them or to write more. */
export function judgedContracts(
  values: Values,
  use: 'read' | 'write' = 'read',
): readonly JudgedContract[] {
  const kept = contractsOf(values).flatMap((contract) => {
    const directory = versionsDirectory(contract, values, use);
    return directory === undefined ? [] : [{ contract, directory }];
  });
  if (kept.length === 0) {
    throw new CommandError(
      'nothing says where accepted versions are kept: set contractsDirectory in the app, or give --directory DIR',
    );
  }
  return kept.map(({ contract, directory }) => ({
    ...{ contract, directory },
    judgement: judge(contract, directory),
  }));
}

function judge(contract: DeclaredContract, directory: string): Judgement {
  const { source, eventType, place } = contract;
  try {
    return judgeContract(contract, readAcceptedVersions(directory, contract));
  } catch (error) {
    if (error instanceof ContractsDirectoryError) throw new CommandError(error.message);
    if (!(error instanceof SchemaError)) throw error;
    throw new CommandError(`${source} ${eventType}, declared by ${place}: ${error.message}`);
  }
}

/** Contracts that have accepted versions in one of these directories, and no one declares. */
export function retiredContracts(
  judged: readonly JudgedContract[],
): readonly (ContractName & { readonly folder: string })[] {
  const declared = new Set(judged.map(({ contract, directory }) => folderOf(directory, contract)));
  const directories = [...new Set(judged.map(({ directory }) => directory))];
  return directories
    .flatMap((directory) => acceptedContracts(directory))
    .filter(({ folder }) => !declared.has(folder));
}
