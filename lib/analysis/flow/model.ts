import type { Fields } from './resolution/template';

/**
 * What stands at the end of a way or of a step on it; the words of the glossary.
 *
 * - `filtered`: the rule doesn't take the event: its pattern doesn't match, or it is disabled
 * - `matched`: the rule takes it, and has no target
 * - `delivered`: the target gets it
 * - `denied`: the queue refuses it: what then becomes of the event is the hop's verdict
 * - `deadLettered`: the target refuses it and the target's dead-letter queue gets it
 * - `lost`: the target refuses it and there is no dead-letter queue, or one that refuses it as well
 * - `unknown`: the templates don't decide it
 */
export type Verdict =
  | 'matched'
  | 'filtered'
  | 'denied'
  | 'unknown'
  | 'delivered'
  | 'deadLettered'
  | 'lost';

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

/** A Classic bus. */
export interface ChannelNode {
  readonly kind: 'channel';
  readonly name: string;
  readonly arn: string;
  /**
   * The resource; left out for a bus that a rule names and no template declares, as the default
   * bus.
   */
  readonly declared?: ResourceNode;
}

export interface QueuePolicy {
  /** stack/logicalId */
  readonly name: string;
  readonly document: unknown;
  /** Why it may not be this queue's policy. @default - it certainly is */
  readonly doubt?: string;
}

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

/** Whether a rule can put an event into a queue. */
export interface Admission {
  /** The queue, or its ARN where no template declares it. */
  readonly to: QueueNode | string;
  readonly verdict: 'delivered' | 'denied' | 'unknown';
  /** Names the statement, key or setting that decides. */
  readonly reason: string;
}

export interface RuleTarget {
  readonly id: string;
  readonly admission: Admission;
  /** Left out where the target has no dead-letter queue. */
  readonly deadLetter?: Admission;
  /** @default - the whole event */
  readonly inputPath?: string;
  /** @default - 24 hours and 185 attempts */
  readonly retry?: {
    readonly maximumEventAgeInSeconds?: number;
    readonly maximumRetryAttempts?: number;
  };
  readonly properties: Fields;
}

export interface RuleNode extends ResourceNode {
  readonly kind: 'rule';
  /** The ARN of its bus. */
  readonly channel: string;
  readonly state: string;
  /** As the template has it, resolved; left out for a rule that has a schedule only. */
  readonly pattern?: unknown;
  readonly targets: readonly RuleTarget[];
}

/** An event as PutEvents takes it. */
export interface PutEvent {
  readonly source: string;
  readonly detailType: string;
  readonly detail: object;
  /** @default [] */
  readonly resources?: readonly string[];
  /** RFC 3339. @default - unknown: EventBridge sets it */
  readonly time?: string;
  /** EventBridge's own id of the event. @default - unknown: EventBridge sets it */
  readonly id?: string;
}

/** What a target gets, or why that can't be told. */
export type Delivered =
  | {
      /** The parsed JSON; the text itself where that is no JSON. */
      readonly body: unknown;
      /** The text, where it is no JSON: an InputTemplate of several lines of texts. */
      readonly text?: string;
      /** The group of a message for a FIFO or fair queue, the same for every event. */
      readonly messageGroupId?: string;
    }
  | { readonly unknown: string };

/** One target of one rule. */
export interface Hop {
  readonly rule: RuleNode;
  readonly from: ChannelNode;
  /**
   * The target: a queue, or an ARN where no template declares it as a queue. Left out for a rule
   * without a target.
   */
  readonly to?: QueueNode | string;
  /** What becomes of the event. */
  readonly verdict: Verdict;
  /** What decides it. */
  readonly reason: string;
  /** Whether the rule takes the event. */
  readonly pattern: 'matched' | 'filtered' | 'unknown';
  /** Whether the target lets the rule in, whatever the event is. */
  readonly target?: Admission;
  /** Whether the target's dead-letter queue does. */
  readonly deadLetter?: Admission;
  /**
   * What the target gets, or why that can't be told; left out where it gets nothing, or where
   * something before it decides.
   */
  readonly delivers?: Delivered;
}

export interface Route {
  readonly event: PutEvent;
  readonly channel: ChannelNode;
  /** A hop for each target of each rule of the channel, in the templates' order. */
  readonly hops: readonly Hop[];
  /** No rule takes the event. False also where for a rule that is unknown. */
  readonly unmatched: boolean;
}
