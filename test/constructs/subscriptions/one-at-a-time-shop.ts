import type { Duration, Stack } from 'aws-cdk-lib';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import {
  ClassicBus,
  Delivery,
  type IChannel,
  type OneAtATimeOptions,
  Subscription,
  type SubscriptionOptions,
} from '../../../lib';
import { placed } from '../../support/contracts';
import { env, resource, stack } from '../../support/stacks';

/** A subscription that is served one event a key at a time, in a stack with its channel. */
export interface Given {
  readonly options?: (of: Stack) => OneAtATimeOptions;
  readonly more?: (of: Stack) => Partial<SubscriptionOptions>;
  readonly channel?: (of: Stack) => IChannel;
}

export function seattle({ options, more, channel }: Given = {}) {
  const of = stack({ env });
  const from = channel?.(of) ?? new ClassicBus(of, 'Orders');
  const subscription = new Subscription(of, 'Seattle', {
    from,
    events: [placed.all()],
    delivery: Delivery.oneAtATime(options?.(of)),
    ...more?.(of),
  });
  return { of, subscription };
}

export const functionIn = (of: Stack, timeout?: Duration): LambdaFunction =>
  new LambdaFunction(of, 'Packer', {
    runtime: Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: Code.fromInline('exports.handler = async () => ({ batchItemFailures: [] });'),
    timeout,
  });

export const arnOf = (idPrefix: string) => ({
  'Fn::GetAtt': [expect.stringMatching(new RegExp(`^${idPrefix}`)), 'Arn'],
});

export const pipeOf = (of: Stack) => resource(of, 'AWS::Pipes::Pipe').Properties;

export const statementsOf = (of: Stack, id = 'SeattleOneAtATimeRole') =>
  resource(of, 'AWS::IAM::Policy', id).Properties.PolicyDocument.Statement;

export const fifo = 'SeattleOneAtATimeQueue';
