import { Names } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { type CfnTopic, type FifoThroughputScope, Topic } from 'aws-cdk-lib/aws-sns';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { refuse } from '../../../core/diagnostics';
import { sns } from '../../../core/limits';
import {
  OpenedKeys,
  openKeyToQueues,
  openKeyToTopics,
  problemsOfKey,
  type RequiredStatements,
} from '../../policies';
import { keep } from '../../queues';
import { problemsOfRules, removalRule } from '../../validation';
import { problemsOfCarried } from '../channel/carried';
import { problemsOfFilterAttributes } from './filter-attributes';
import { validateTopic } from './finished-topic';
import type { TopicProps } from './topic-props';
import type { WiredTopic } from './topic-wiring';
import { undeliveredQueue } from './undelivered-queue';

/** Whether a topic keeps order, and where it looks for duplicates. */
export interface TopicKind {
  /** Undefined for a standard topic. */
  readonly fifo?: { readonly throughputScope: FifoThroughputScope };
}

/** Everything that is wrong with a topic's props, before anything is made. */
export function refuseTopic(scope: Construct, id: string, props: TopicProps): void {
  refuse(`${scope.node.path}/${id}`, [
    ...problemsOfRules([removalRule(props.removalPolicy)]),
    ...problemsOfCarried(props.contracts ?? []),
    ...problemsOfFilterAttributes(props.filterAttributes),
    ...problemsOfKey('encryptionKey', props.encryptionKey, scope),
  ]);
}

export interface MadeTopic extends WiredTopic {
  readonly topic: Topic;
  /** Undefined of a FIFO topic, whose subscriptions have one each. */
  readonly undelivered?: Queue;
}

/**
 * A topic, with the dead-letter queue that all its subscriptions share unless it is FIFO. Their ids
 * never change: another id would be another topic.
 */
export function madeTopic(
  scope: Construct,
  props: TopicProps,
  { fifo }: TopicKind,
  required: RequiredStatements,
): MadeTopic {
  const { encryptionKey } = props;
  const topic = topicOf(scope, props, { fifo });
  const undelivered = fifo ? undefined : deadLettersOf(scope, topic, props);
  if (encryptionKey) {
    required.require(
      ...openKeyToQueues('sns.amazonaws.com', encryptionKey),
      ...openKeyToTopics(encryptionKey),
    );
  }
  return {
    topic,
    topicArn: topic.topicArn,
    undelivered,
    encryptionKey,
    keys: openedKeys(encryptionKey),
    filterAttributes: props.filterAttributes,
  };
}

/** The key of a topic has let SNS in already. */
export function openedKeys(encryptionKey?: IKey): OpenedKeys {
  return new OpenedKeys('sns.amazonaws.com', encryptionKey ? [encryptionKey] : []);
}

function topicOf(scope: Construct, props: TopicProps, { fifo }: TopicKind): Topic {
  const { encryptionKey, removalPolicy = keep } = props;
  const topic = new Topic(scope, 'Topic', {
    enforceSSL: true,
    ...(fifo && {
      fifo: true,
      topicName: fifoName(scope),
      contentBasedDeduplication: false,
      fifoThroughputScope: fifo.throughputScope,
    }),
  });
  topic.applyRemovalPolicy(removalPolicy);
  const resource = topic.node.defaultChild as CfnTopic;
  const key = encryptionKey?.keyArn ?? 'alias/aws/sns';
  resource.kmsMasterKeyId = key;
  scope.node.addValidation({
    validate: () => validateTopic(resource, { key, fifo: fifo !== undefined }),
  });
  return topic;
}

/** SNS wants the ending, and CloudFormation makes up no name that has it. */
function fifoName(scope: Construct): string {
  const ending = '.fifo';
  const maxLength = sns.topicName.max - ending.length;
  return `${Names.uniqueResourceName(scope, { maxLength, separator: '-' })}${ending}`;
}

function deadLettersOf(
  scope: Construct,
  { topicArn }: Topic,
  { encryptionKey, removalPolicy }: TopicProps,
): Queue {
  const kept = { encryptionKey, removalPolicy, fifo: false };
  return undeliveredQueue(scope, 'DeadLetters', { topicArn, ...kept });
}
