import { Validations } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { countVersions } from '../../core/contracts';
import type { DiagnosticId } from '../../core/diagnostics';
import { schemas } from '../../core/limits';
import type { EventContract } from '../contracts';

/**
 * Each change of a schema that is deployed is a version more at AWS. The accepted versions are as
 * many as the app knows of.
 */
export function warnOfManyVersions(
  scope: Construct,
  contract: EventContract,
  contractsDirectory?: string,
): void {
  const { max, source } = schemas.versions;
  const accepted =
    contractsDirectory === undefined ? 0 : countVersions(contractsDirectory, contract);
  if (accepted < max * 0.9) return;
  const id: DiagnosticId = 'spillway:many-schema-versions';
  Validations.of(scope).addWarning(
    id,
    `contracts: ${accepted} versions of ${contract.source} ${contract.eventType} accepted; a schema takes ${max} versions unless AWS raised the quota of the account: ${source}. Have it raised, delete old versions, or go on with a new major version.`,
  );
}
