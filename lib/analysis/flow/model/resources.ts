import type { Fields } from '../resolution/template';

/**
 * A resource of a template. Texts that only a deployment decides show as `⟨AWS::Region⟩`, a name
 * that CloudFormation makes up as `⟨stack/logicalId⟩`.
 */
export interface ResourceNode {
  readonly stack: string;
  readonly logicalId: string;
  readonly arn: string;
  /** The construct path, where CDK wrote it into the metadata. */
  readonly path?: string;
  /** The condition that decides whether the resource exists. */
  readonly condition?: string;
  /** The resource's properties with their intrinsics resolved. */
  readonly properties: Fields;
}

/** The policy of a queue or a topic. */
export interface ResourcePolicy {
  /** stack/logicalId */
  readonly name: string;
  readonly document: unknown;
  /** Why it may not be the policy of this queue or topic. @default - it certainly is */
  readonly doubt?: string;
}

/** The policy of a queue. */
export type QueuePolicy = ResourcePolicy;

export interface QueueNode extends ResourceNode {
  readonly kind: 'queue';
  readonly name: string;
  readonly url: string;
  /** Where SQS sets aside what a consumer doesn't process, from the RedrivePolicy. */
  readonly deadLetterQueue?: { readonly arn: string; readonly maxReceiveCount?: number };
  /** More than one overwrite each other. */
  readonly policies: readonly QueuePolicy[];
  /** The KmsMasterKeyId: a key's or alias's name or ARN. */
  readonly key?: string;
}

/** Whether a rule, a topic by a subscription, or a pipe can put an event into a queue or a topic. */
export interface Admission {
  /** The queue, or its ARN where no template declares it as a queue. */
  readonly to: QueueNode | string;
  readonly verdict: 'delivered' | 'denied' | 'unknown';
  /** Names the statement, key or setting that decides. */
  readonly reason: string;
}
