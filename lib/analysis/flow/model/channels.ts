import type { ResourceNode, ResourcePolicy } from './resources';

/** A Classic bus. */
export interface BusNode {
  readonly kind: 'channel';
  readonly type: 'classicBus';
  readonly name: string;
  readonly arn: string;
  /**
   * The resource; left out for a bus that a rule names and no template declares, as the default
   * bus.
   */
  readonly declared?: ResourceNode;
}

/** An SNS topic. */
export interface TopicNode {
  readonly kind: 'channel';
  readonly type: 'topic';
  readonly name: string;
  readonly arn: string;
  /** The resource; left out for a topic that a subscription names and no template declares. */
  readonly declared?: ResourceNode;
  readonly fifo: 'yes' | 'no' | 'unknown';
  /** More than one overwrite each other. */
  readonly policies: readonly ResourcePolicy[];
  /** The KmsMasterKeyId: a key's or alias's name or ARN. */
  readonly key?: string;
}

/** What a producer puts events on. */
export type ChannelNode = BusNode | TopicNode;
