import { relative, resolve, sep } from 'node:path';
import type { Construct } from 'constructs';
import { contractsMetadata, metadataTextOf } from '../../core/contracts';
import { refuse } from '../../core/diagnostics';
import { hasToken, show } from '../validation';
import { judgeInStack } from './contract-gate';
import type { EventContract } from './event-contract';

/**
 * Says in the cloud assembly, never in the template, which contracts a construct has, so that
 * `spillway contracts` finds them. With a directory they are held against their accepted versions.
 *
 * @param contractsDirectory where the accepted versions are kept, relative to where the app runs
 * @throws an error for a directory that has no name, or that is known only when deployed
 */
export function declareContracts(
  scope: Construct,
  contracts: readonly EventContract[],
  contractsDirectory?: string,
): void {
  refuseNoDirectory(scope, contractsDirectory);
  const directory = contractsDirectory === undefined ? undefined : fromHere(contractsDirectory);
  const data = {
    contracts: contracts.map((contract) => metadataTextOf(contract._describe())),
    directory,
  };
  scope.node.addMetadata(contractsMetadata, data, { stackTrace: false });
  if (directory !== undefined) judgeInStack(scope, contracts, directory);
}

function refuseNoDirectory({ node }: Construct, directory: unknown): void {
  if (directory === undefined) return;
  if (typeof directory === 'string' && directory.trim() !== '' && !hasToken(directory)) return;
  refuse(node.path, [
    {
      id: 'spillway:contracts-directory',
      prop: 'contractsDirectory',
      given: `${show(directory)} given`,
      expected: 'a contracts directory is a folder of your repository',
      fix: "Name it as seen from where the app runs: 'contracts'; or leave the prop out.",
    },
  ]);
}

/** The same on every machine, and however the directory is spelt. */
function fromHere(directory: string): string {
  return relative(process.cwd(), resolve(directory)).split(sep).join('/') || '.';
}
