import { Duration, type RemovalPolicy } from 'aws-cdk-lib';
import { CfnArchive } from 'aws-cdk-lib/aws-events';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { keep } from '../../queues';
import { EventArchive } from './event-archive';

/** A month to notice that a consumer mishandled its events, and to replay them. */
export const monthlyArchive = EventArchive.retain(Duration.days(30));

export interface ArchiveOptions {
  readonly archive: EventArchive;
  readonly busArn: string;
  readonly encryptionKey?: IKey;
  readonly removalPolicy?: RemovalPolicy;
}

/**
 * The archive of a bus, if it is to have one. An L1: CDK's Archive with the key in another stack is
 * a cycle.
 */
export function archiveOf(scope: Construct, options: ArchiveOptions): CfnArchive | undefined {
  const { archive, busArn, encryptionKey, removalPolicy = keep } = options;
  if (!archive.enabled) return undefined;
  const resource = new CfnArchive(scope, 'Archive', {
    sourceArn: busArn,
    retentionDays: archive.retention?.toDays() ?? 0, // 0 keeps them until the archive is deleted
    kmsKeyIdentifier: encryptionKey?.keyArn,
  });
  resource.applyRemovalPolicy(removalPolicy);
  return resource;
}
