import type { Duration } from 'aws-cdk-lib';
import { type Limit, lambda } from '../../core/limits';
import type { PropRule } from '../validation';
import { fewestReceives, type Push } from './push';
import type { ProvisionedPollers } from './push-options';
import { timeoutRules } from './push-timeout-rules';
import type { SubscriptionProps } from './subscription-props';

/** What Lambda or SQS would refuse of a push, or what would set events aside unseen. */
export function pushRules(push: Push | undefined, props: SubscriptionProps): PropRule[] {
  if (!push) return [];
  const { maxReceiveCount } = props;
  const { batchSize, batchWindow, maximumConcurrency, provisionedPollers } = push.options;
  const seconds = secondsOf(batchWindow);
  return [
    inRange('batchSize', batchSize, lambda.batchSize),
    inRange('batchWindow', seconds, lambda.batchWindow),
    inRange('maximumConcurrency', maximumConcurrency, lambda.maximumConcurrency),
    inRange('provisionedPollers.minimum', provisionedPollers?.minimum, lambda.minimumPollers),
    inRange('provisionedPollers.maximum', provisionedPollers?.maximum, lambda.maximumPollers),
    pollersInOrder(provisionedPollers),
    {
      id: 'spillway:push-option',
      prop: 'delivery.maximumConcurrency',
      value: provisionedPollers && maximumConcurrency,
      wrong: () => true,
      expected: 'Lambda takes either a maximum concurrency or provisioned pollers',
      fix: 'Leave one out; the maximum of the pollers limits as well.',
    },
    ...(isFifo(props) ? fifoRules(push) : [windowForMany(batchSize, seconds)]),
    inRange('functionTimeout', secondsOf(push.options.functionTimeout), lambda.timeout),
    ...timeoutRules(push, props),
    {
      id: 'spillway:max-receive-count',
      prop: 'maxReceiveCount',
      value: maxReceiveCount,
      wrong: (count: number) => count < fewestReceives,
      expected:
        'a throttled function counts as a receive, so that fewer than 5 set events aside that nobody looked at',
      fix: 'Give 5 or more, or leave it out.',
    },
  ];
}

const secondsOf = (duration?: Duration): number | undefined =>
  duration?.isUnresolved() ? undefined : duration?.toSeconds({ integral: false });

function windowForMany(batchSize?: number, seconds = 0): PropRule {
  const { max } = lambda.batchSizeWithoutWindow;
  return {
    id: 'spillway:push-option',
    prop: 'delivery.batchSize',
    value: batchSize,
    wrong: (size: number) => size > max && seconds < 1,
    expected: `without a batchWindow of a second or more a batch holds at most ${max}`,
    fix: `Give batchWindow: Duration.seconds(1), or a batchSize of ${max} or less.`,
  };
}

const isFifo = ({ from, queue, delivery }: SubscriptionProps): boolean =>
  Boolean(from.fifo || queue?.fifo || delivery?._oneAtATime);

function fifoRules({ options: { batchSize, batchWindow } }: Push): PropRule[] {
  const { max } = lambda.batchSizeOfFifo;
  return [
    {
      id: 'spillway:push-option',
      prop: 'delivery.batchSize',
      value: batchSize,
      wrong: (size: number) => size > max,
      expected: `of a FIFO queue a batch holds at most ${max}`,
      fix: `Give ${max} or less, or leave it out.`,
    },
    {
      id: 'spillway:push-option',
      prop: 'delivery.batchWindow',
      value: batchWindow,
      wrong: () => true,
      expected: 'Lambda does not wait for a batch of a FIFO queue to fill',
      fix: 'Leave it out.',
    },
  ];
}

function inRange(prop: string, value: number | undefined, { min, max, unit }: Range): PropRule {
  return {
    id: 'spillway:push-option',
    prop: `delivery.${prop}`,
    value,
    wrong: (given: number) => !Number.isInteger(given) || given < min || given > max,
    expected: `Lambda takes ${min} to ${max} ${unit}, a whole number`,
    fix: `Give a number in that range, or leave it out.`,
  };
}

type Range = Limit & { readonly min: number };

function pollersInOrder(pollers?: ProvisionedPollers): PropRule {
  const { minimum = lambda.minimumPollers.min, maximum } = pollers ?? {};
  return {
    id: 'spillway:push-option',
    prop: 'delivery.provisionedPollers.maximum',
    value: maximum,
    wrong: (given: number) => given < minimum,
    expected: `the maximum is not below the minimum, which is ${minimum}`,
    fix: 'Raise the maximum or lower the minimum.',
  };
}
