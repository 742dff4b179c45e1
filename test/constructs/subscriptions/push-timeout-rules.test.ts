import { App, CfnParameter, Duration, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Alias,
  Code,
  type IFunction,
  Function as LambdaFunction,
  Runtime,
  SingletonFunction,
  Version,
} from 'aws-cdk-lib/aws-lambda';
import {
  ClassicBus,
  Delivery,
  FifoTopic,
  type IChannel,
  OnPoison,
  PolicyOwner,
  type PushOptions,
  Subscription,
  type SubscriptionOptions,
  WorkQueue,
} from '../../../lib';
import { placed } from '../../support/contracts';
import { env, resource, stack } from '../../support/stacks';
import { functionIn } from './one-at-a-time-shop';

const subscribe = (
  of: Stack,
  consumer: IFunction,
  options?: PushOptions,
  more: Partial<SubscriptionOptions> & { readonly from?: IChannel } = {},
) =>
  new Subscription(of, 'Seattle', {
    from: more.from ?? new ClassicBus(of, 'Orders'),
    events: [placed.all()],
    delivery: Delivery.push(consumer, options),
    ...more,
  });

const hidden = (of: Stack) =>
  resource(of, 'AWS::SQS::Queue', 'SeattleQueue').Properties.VisibilityTimeout;

const importedIn = (of: Stack, functionArn: string): IFunction =>
  LambdaFunction.fromFunctionAttributes(of, 'Packer', {
    functionArn,
    role: new Role(of, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') }),
    sameEnvironment: true,
  });

const packerArn = (place: string) => `arn:aws:lambda:${place}:function:packer`;

describe('functionTimeout', () => {
  test.each([
    ['none', Duration.seconds(0), '0 given'],
    ['a part of a second', Duration.millis(1500), '1.5 given'],
    ['longer than Lambda has', Duration.seconds(5401), '5401 given'],
  ])('is refused: %s', (_, functionTimeout, given) => {
    const of = stack({ env });
    const consumer = importedIn(of, packerArn('eu-west-1:111111111111'));
    expect(() => subscribe(of, consumer, { functionTimeout })).toThrow(
      new RegExp(
        `delivery\\.functionTimeout: ${given}; Lambda takes 1 to 5400 seconds[\\s\\S]*\\[spillway:push-option\\]`,
      ),
    );
  });

  test.each([
    ['of a function', (of: Stack) => functionIn(of, Duration.seconds(300))],
    ['of a version', (of: Stack) => functionIn(of, Duration.seconds(300)).currentVersion],
    [
      'of an alias',
      (of: Stack) => {
        const { currentVersion: version } = functionIn(of, Duration.seconds(300));
        return new Alias(of, 'Live', { aliasName: 'live', version });
      },
    ],
  ])('is refused where it is shorter than that %s', (_, consumer) => {
    const of = stack({ env });
    const functionTimeout = Duration.seconds(299);
    expect(() => subscribe(of, consumer(of), { functionTimeout })).toThrow(
      /one prop is wrong:[\s\S]*delivery\.functionTimeout: 4 minutes 59 seconds given; the function itself has a timeout of 300 seconds[\s\S]*\[spillway:push-timeout\]/,
    );
  });

  it('may be longer than that of the function', () => {
    const of = stack({ env });
    subscribe(of, functionIn(of), { functionTimeout: Duration.seconds(10) });
    expect(hidden(of)).toBe(60);
  });

  it('is refused where it is known only when deployed', () => {
    const of = stack({ env });
    const parameter = new CfnParameter(of, 'Timeout', { type: 'Number' });
    const functionTimeout = Duration.seconds(parameter.valueAsNumber);
    const consumer = importedIn(of, packerArn('eu-west-1:111111111111'));
    expect(() => subscribe(of, consumer, { functionTimeout })).toThrow('[spillway:push-timeout]');
  });

  it("is that of CDK's singleton", () => {
    const of = stack({ env });
    const singleton = new SingletonFunction(of, 'Packer', {
      uuid: 'packer',
      runtime: Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: Code.fromInline('exports.handler = async () => ({ batchItemFailures: [] });'),
      timeout: Duration.seconds(7),
    });
    subscribe(of, singleton);
    expect(hidden(of)).toBe(42);
  });
});

describe('OnPoison.HOLD with a slow function', () => {
  const held = (retention: Duration, timeout = Duration.minutes(15)) => {
    const of = stack({ env });
    const from = new FifoTopic(of, 'Orders');
    const onPoison = OnPoison.HOLD;
    subscribe(of, functionIn(of, timeout), {}, { from, onPoison, retention });
    return of;
  };

  it('is refused as what was given: the retention, the holding and the timeout', () => {
    expect(() => held(Duration.hours(12))).toThrow(
      /one prop is wrong:\n {2}- retention: 12 hours for OnPoison\.HOLD and a function whose timeout hides an event for 1 hour 30 minutes a receive; .*Give a retention of 15 hours or more.*\[spillway:on-poison\]/,
    );
  });

  it('is taken from the retention on that the error names', () => {
    expect(() => held(Duration.minutes(15 * 60 - 1))).toThrow('[spillway:on-poison]');
    const of = held(Duration.hours(15));
    expect(
      resource(of, 'AWS::SQS::Queue', 'SeattleQueue').Properties.RedrivePolicy.maxReceiveCount,
    ).toBe(5);
  });

  it.each<[string, (of: Stack) => IChannel]>([
    ['a bus', (of) => new ClassicBus(of, 'Orders')],
    ['a work queue', (of) => new WorkQueue(of, 'Orders')],
  ])('is refused behind Delivery.oneAtATime of %s too', (_, channel) => {
    const of = stack({ env });
    const consumer = functionIn(of, Duration.minutes(15));
    const delivery = Delivery.oneAtATime({ delivery: Delivery.push(consumer) });
    const held = { delivery, onPoison: OnPoison.HOLD, retention: Duration.hours(12) };
    expect(() => subscribe(of, consumer, {}, { from: channel(of), ...held })).toThrow(
      /retention: 12 hours for OnPoison\.HOLD[\s\S]*\[spillway:on-poison\]/,
    );
  });

  it('names the timeout of the function where not one receive ends in time', () => {
    expect(() => held(Duration.minutes(60))).toThrow(
      /delivery\.functionTimeout: 1 hour 30 minutes given beside a retention of 1 hour[\s\S]*\[spillway:on-poison\]/,
    );
  });
});

describe('the place of a pushed function', () => {
  const elsewhere: [string, string][] = [
    ['region', 'us-east-1:111111111111'],
    ['account', 'eu-west-1:999999999999'],
  ];
  const options = { functionTimeout: Duration.seconds(3) };

  describe.each(elsewhere)('in another %s', (_, place) => {
    test.each<[string, (of: Stack) => IFunction]>([
      ['function', (of) => importedIn(of, packerArn(place))],
      ['version', (of) => Version.fromVersionArn(of, 'V1', `${packerArn(place)}:1`)],
      [
        'alias',
        (of) =>
          Alias.fromAliasAttributes(of, 'Live', {
            aliasName: 'live',
            aliasVersion: Version.fromVersionArn(of, 'V1', `${packerArn(place)}:1`),
          }),
      ],
    ])('is refused of a %s', (_kind, consumer) => {
      const of = stack({ env });
      const more = { policyOwner: PolicyOwner.ELSEWHERE };
      expect(() => subscribe(of, consumer(of), options, more)).toThrow(
        new RegExp(
          `one prop is wrong:[\\s\\S]*delivery\\.consumer: one in ${place.split(':').reverse().join('/')} given to a stack in 111111111111/eu-west-1[\\s\\S]*\\[spillway:environment\\]`,
        ),
      );
    });
  });

  it('is refused of a function that another stack makes there', () => {
    const app = new App();
    const there = new Stack(app, 'There', { env: { ...env, region: 'us-east-1' } });
    const here = new Stack(app, 'Here', { env });
    expect(() => subscribe(here, functionIn(there))).toThrow('[spillway:environment]');
  });

  it('is taken where it is the same, or not known', () => {
    const of = stack({ env });
    subscribe(of, importedIn(of, packerArn('eu-west-1:111111111111')), options);
    expect(() => Template.fromStack(of)).not.toThrow();
    const anywhere = stack({});
    subscribe(anywhere, importedIn(anywhere, packerArn('us-east-1:111111111111')), options);
    expect(() => Template.fromStack(anywhere)).not.toThrow();
  });
});
