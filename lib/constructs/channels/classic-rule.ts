import { Stack } from 'aws-cdk-lib';
import { CfnRule } from 'aws-cdk-lib/aws-events';
import { type IQueue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { describeProblem, type Problem, refuse } from '../../core/diagnostics';
import { eventBridge } from '../../core/limits';
import { problemsOfPattern } from '../contracts';
import { finishedProperties, finishedValues } from '../validation';
import { Envelope, type SubscriptionRequest } from './channel';
import { classicPattern } from './classic-pattern';

/** One subscription's rule on a Classic bus: an L1, because an L2 adds nothing here but a third of the synth time. */
export interface ClassicRuleOptions {
  readonly busName: string;
  readonly request: SubscriptionRequest;
  readonly undeliveredQueue: IQueue;
}

export function classicRule(scope: Construct, options: ClassicRuleOptions): CfnRule {
  const { busName, request, undeliveredQueue } = options;
  const eventPattern = classicPattern(request.events);
  refuse(scope.node.path, [
    ...problemsOfQueue(request.queue),
    ...tooLong(Stack.of(scope).resolve(eventPattern)),
    ...problemsOfPattern('events', eventPattern),
  ]);
  const rule = new CfnRule(scope, 'Rule', {
    eventBusName: busName,
    eventPattern,
    targets: [
      {
        id: 'Queue',
        arn: request.queue.queueArn,
        inputPath: request.envelope === Envelope.CLOUD_EVENT ? '$.detail' : undefined,
        retryPolicy: {
          maximumEventAgeInSeconds: eventBridge.retryAge.max,
          maximumRetryAttempts: eventBridge.retryAttempts.max,
        },
        deadLetterConfig: { arn: undeliveredQueue.queueArn },
      },
    ],
  });
  const { EventPattern, Targets } = finishedValues(rule);
  scope.node.addValidation({
    validate: () => {
      const values = finishedValues(rule);
      const unchanged = values.EventPattern === EventPattern && values.Targets === Targets;
      return unchanged ? [] : finishedProblems(rule).map(describeProblem);
    },
  });
  return rule;
}

function problemsOfQueue({ fifo, encryptionType }: IQueue): Problem[] {
  const problems: Problem[] = [];
  if (fifo) {
    problems.push({
      id: 'spillway:queue-fifo',
      prop: 'queue',
      given: 'a FIFO queue given',
      expected:
        'a rule sends all its events under one constant message group, never one from the event',
      fix: 'Bring a standard queue.',
    });
  }
  if (encryptionType === QueueEncryption.KMS_MANAGED) {
    problems.push({
      id: 'spillway:queue-kms-managed',
      prop: 'queue',
      given: 'a queue under the AWS managed key (alias/aws/sqs) given',
      expected: 'nobody can let EventBridge use that key, so events would be lost',
      fix: 'Use SSE-SQS or a customer-managed key.',
    });
  }
  return problems;
}

function tooLong(pattern: object): Problem[] {
  const { length } = JSON.stringify(pattern);
  const { max } = eventBridge.pattern;
  if (length <= max) return [];
  return [
    {
      id: 'spillway:pattern-length',
      prop: 'events',
      given: `the filters make a pattern of ${length} characters`,
      expected: `a rule takes ${max}`,
      fix: 'Match on fewer values or by prefix, or split the filters that no event matches twice over two subscriptions.',
    },
  ];
}

interface FinishedTarget {
  readonly Id?: string;
  readonly DeadLetterConfig?: { readonly Arn?: unknown };
}

/** What Aspects and escape hatches left of the rule. */
function finishedProblems(rule: CfnRule): Problem[] {
  const { EventPattern, Targets } = finishedProperties(rule) as {
    EventPattern?: object;
    Targets?: FinishedTarget[];
  };
  const target = Targets?.find(({ Id }) => Id === 'Queue');
  const lost = (given: string): Problem => ({
    id: 'spillway:rule',
    prop: 'Rule',
    given,
    expected: 'the rule sends to the queue and what it cannot send to a dead-letter queue',
    fix: 'Exclude the rule from the Aspect or override that changes it.',
  });
  return [
    ...(EventPattern ? tooLong(EventPattern) : [lost('has no event pattern any more')]),
    ...(target ? [] : [lost('has lost its target')]),
    ...(target && !target.DeadLetterConfig?.Arn
      ? [lost('its target has lost DeadLetterConfig')]
      : []),
  ];
}
