import type { CfnEventBus } from 'aws-cdk-lib/aws-events';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { describeProblem, type Problem } from '../../../core/diagnostics';
import { finishedProperties, isAsAsked } from '../../validation';

export interface AskedBus {
  readonly busName: string;
  readonly encryptionKey?: IKey;
  readonly encryptionFailureQueue?: IQueue;
}

/**
 * What property injectors, Aspects and escape hatches made of a bus, where its rules or its key
 * would no longer find it.
 */
export function validateBus(resource: CfnEventBus, asked: AskedBus): string[] {
  const { Name, KmsKeyIdentifier, DeadLetterConfig } = finishedProperties(resource);
  const is = (made: unknown, wanted: unknown) => isAsAsked(resource, made, wanted);
  const failures = asked.encryptionFailureQueue && { Arn: asked.encryptionFailureQueue.queueArn };
  const holds: readonly [boolean, string][] = [
    [is(Name, asked.busName), 'was given another name than its rules and producers know'],
    [is(KmsKeyIdentifier, asked.encryptionKey?.keyArn), 'was given another key, or lost its own'],
    [failures === undefined || is(DeadLetterConfig, failures), 'lost its dead-letter queue'],
  ];
  return holds.filter(([kept]) => !kept).map(([, given]) => describeProblem(changed(given)));
}

function changed(given: string): Problem {
  return {
    id: 'spillway:bus',
    prop: 'Bus',
    given: `${given} after it was made`,
    expected: 'a bus keeps the name and the key that it was asked to have: its policies name them',
    fix: 'Give busName or encryptionKey here, or exclude the bus from what changes it.',
  };
}
