import { CfnRule } from 'aws-cdk-lib/aws-events';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { describeProblem, type Problem } from '../../../core/diagnostics';
import { eventBridge } from '../../../core/limits';
import { hasIntrinsic, problemsOfPattern } from '../../contracts';
import { finishedProperties, finishedValues, isAsAsked } from '../../validation';
import { Envelope, type SubscriptionRequest } from '../channel/channel';
import { classicPattern } from './classic-pattern';
import { tooLong } from './classic-problems';

/**
 * One subscription's rule on a Classic bus: an L1, because an L2 adds nothing here but a third of
 * the synth time.
 */
export interface ClassicRuleOptions {
  readonly busName: string;
  readonly request: SubscriptionRequest;
  readonly undeliveredQueue: IQueue;
}

export function classicRule(scope: Construct, options: ClassicRuleOptions): CfnRule {
  const { busName, request, undeliveredQueue } = options;
  const rule = new CfnRule(scope, 'Rule', {
    eventBusName: busName,
    eventPattern: frozen(classicPattern(request.events)),
    targets: frozen([
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
    ]),
  });
  const made = finishedValues(rule);
  scope.node.addValidation({
    validate: () =>
      isUntouched(scope, rule, made)
        ? []
        : finishedProblems(scope, rule, options).map(describeProblem),
  });
  return rule;
}

/**
 * Nobody has changed the rule since: rendering every rule once more to see so would be a tenth of the
 * time that a synth takes. What it is made of is frozen, so that it can't be changed in place unseen.
 */
function isUntouched(scope: Construct, rule: CfnRule, made: Record<string, unknown>): boolean {
  const values = finishedValues(rule);
  const names = Object.keys(made);
  return (
    scope.node.tryFindChild('Rule') === rule &&
    names.length === Object.keys(values).length &&
    names.every((name) => values[name] === made[name])
  );
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const member of Object.values(Object.freeze(value))) frozen(member);
  return value;
}

interface FinishedRule {
  readonly EventBusName?: unknown;
  readonly EventPattern?: object;
  readonly State?: unknown;
  readonly Targets?: readonly FinishedTarget[];
}

interface FinishedTarget {
  readonly Id?: unknown;
  readonly Arn?: unknown;
  readonly DeadLetterConfig?: { readonly Arn?: unknown };
}

/** What Aspects and escape hatches left of the rule, where it would lose events. */
function finishedProblems(scope: Construct, rule: CfnRule, asked: ClassicRuleOptions): Problem[] {
  if (scope.node.tryFindChild('Rule') !== rule) return [changed('was taken away')];
  const { EventBusName, EventPattern, State, Targets }: FinishedRule = finishedProperties(rule);
  const target = Targets?.find(({ Id }) => Id === 'Queue');
  const is = (made: unknown, wanted: unknown) => isAsAsked(rule, made, wanted);
  const { busName, request, undeliveredQueue } = asked;
  const holds: readonly [boolean, string][] = [
    [State !== 'DISABLED', 'was disabled'],
    [is(EventBusName, busName), 'moved to another bus'],
    [EventPattern !== undefined, 'lost its event pattern'],
    [target !== undefined, 'lost its target'],
    [!target || is(target.Arn, request.queue.queueArn), 'was given another target'],
    [
      !target || is(target.DeadLetterConfig?.Arn, undeliveredQueue.queueArn),
      'lost the DeadLetterConfig of its target',
    ],
  ];
  return [
    ...holds.filter(([kept]) => !kept).map(([, what]) => changed(what)),
    ...(EventPattern ? problemsOfFinished(EventPattern) : []),
  ];
}

function problemsOfFinished(pattern: object): Problem[] {
  return hasIntrinsic(pattern) ? [] : [...tooLong(pattern), ...problemsOfPattern('Rule', pattern)];
}

function changed(given: string): Problem {
  return {
    id: 'spillway:rule',
    prop: 'Rule',
    given: `${given} after it was made`,
    expected:
      'an enabled rule sends what its pattern matches to the queue, and what it cannot send to a dead-letter queue',
    fix: 'Exclude the rule from the Aspect or override that changes it.',
  };
}
