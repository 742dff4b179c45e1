import type { CfnSubscription, CfnTopic } from 'aws-cdk-lib/aws-sns';
import { describeProblem, type Problem } from '../../../core/diagnostics';
import { hasIntrinsic, problemsOfPattern } from '../../contracts';
import { finishedProperties, isAsAsked, stands } from '../../validation';
import type { FilterScope } from './topic-pattern';

/**
 * What property injectors, Aspects and escape hatches made of a topic and its subscriptions, where
 * events would be lost or reach nobody.
 */

export interface AskedTopic {
  readonly key: string;
  readonly fifo: boolean;
}

export function validateTopic(resource: CfnTopic, { key, fifo }: AskedTopic): string[] {
  const { KmsMasterKeyId, FifoTopic, Subscription, TopicName } = finishedProperties(resource);
  const holds: Holds = [
    [isAsAsked(resource, KmsMasterKeyId, key), 'was given another key, or lost its own'],
    [
      (FifoTopic === true) === fifo,
      `became a ${fifo ? 'standard' : 'FIFO'} topic, which doesn't go with the queues of its subscriptions`,
    ],
    [
      fifo ? isFifoName(TopicName) : !isNamedFifo(TopicName),
      fifo
        ? 'lost its name that ends in .fifo, without which AWS takes no FIFO topic'
        : 'was given a name that ends in .fifo, which AWS takes of FIFO topics only',
    ],
    [Subscription === undefined, 'was given a subscription of its own, which takes every event'],
  ];
  return broken(holds).map((given) => describeProblem(changed('Topic', given)));
}

/** What is known only when it is deployed may have the ending. */
const isFifoName = (name: unknown): boolean =>
  name !== undefined && (typeof name !== 'string' || isNamedFifo(name));

const isNamedFifo = (name: unknown): boolean => typeof name === 'string' && name.endsWith('.fifo');

export interface AskedSubscription extends FilterScope {
  readonly topicArn: string;
  readonly queueArn: string;
  readonly deadLetterQueueArn: string;
}

export function validateTopicSubscription(
  resource: CfnSubscription,
  asked: AskedSubscription,
): string[] {
  if (!stands(resource)) return [describeProblem(changed('TopicSubscription', 'was taken away'))];
  const made: FinishedSubscription = finishedProperties(resource);
  const holds: Holds = [
    [isAsAsked(resource, made.TopicArn, asked.topicArn), 'moved to another topic'],
    [
      made.Protocol === 'sqs' && isAsAsked(resource, made.Endpoint, asked.queueArn),
      'was given another queue',
    ],
    [made.FilterPolicy !== undefined, 'lost its filter policy'],
    [made.FilterPolicyScope === asked.filterPolicyScope, otherScope[asked.filterPolicyScope]],
    [made.RawMessageDelivery === true, 'wraps the event, which its consumer does not expect'],
    [
      isAsAsked(resource, made.RedrivePolicy?.deadLetterTargetArn, asked.deadLetterQueueArn),
      'lost its dead-letter queue',
    ],
  ];
  return [
    ...broken(holds).map((given) => changed('TopicSubscription', given)),
    ...problemsOfFinished(made.FilterPolicy ?? {}, asked),
  ].map(describeProblem);
}

const otherScope: Readonly<Record<FilterScope['filterPolicyScope'], string>> = {
  MessageBody: 'looks at attributes, which the events have not',
  MessageAttributes: 'no longer looks at the attributes that its filter names',
};

type Holds = readonly (readonly [boolean, string])[];

const broken = (holds: Holds): string[] =>
  holds.filter(([kept]) => !kept).map(([, given]) => given);

interface FinishedSubscription {
  readonly TopicArn?: unknown;
  readonly Protocol?: unknown;
  readonly Endpoint?: unknown;
  readonly FilterPolicy?: object;
  readonly FilterPolicyScope?: unknown;
  readonly RawMessageDelivery?: unknown;
  readonly RedrivePolicy?: { readonly deadLetterTargetArn?: unknown };
}

function problemsOfFinished(filter: object, { dialect }: FilterScope): Problem[] {
  if (Object.keys(filter).length === 0 || hasIntrinsic(filter)) return [];
  return problemsOfPattern('TopicSubscription', filter, dialect);
}

function changed(prop: string, given: string): Problem {
  return {
    id: 'spillway:topic',
    prop,
    given: `${given} after it was made`,
    expected: 'a topic delivers what a filter takes to a queue, and what it cannot deliver is kept',
    fix: 'Exclude it from the Aspect or override that changes it.',
  };
}
