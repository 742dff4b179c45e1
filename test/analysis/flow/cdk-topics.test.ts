import { App, Aws, Duration, Stack } from 'aws-cdk-lib';
import { EventBus, EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import { Alias, Key } from 'aws-cdk-lib/aws-kms';
import { FilterOrPolicy, SubscriptionFilter, Topic, type TopicProps } from 'aws-cdk-lib/aws-sns';
import {
  EmailSubscription,
  SqsSubscription,
  type SqsSubscriptionProps,
} from 'aws-cdk-lib/aws-sns-subscriptions';
import { type CfnQueue, Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import { Flow, type SubscriptionHop } from '../../../lib/analysis';
import { order } from './shop-template';
import { placed } from './topic-template';

/** Apps of plain aws-cdk-lib constructs: nothing of ours made these templates. */

type Context = { [flag: string]: unknown };

function templatesOf(app: App): { [stackName: string]: object } {
  const { stacks } = app.synth();
  return Object.fromEntries(stacks.map(({ stackName, template }) => [stackName, template]));
}

interface Given {
  readonly context?: Context;
  readonly topic?: TopicProps;
  readonly queue?: QueueProps;
  readonly deadLetters?: QueueProps;
  readonly subscription?: SqsSubscriptionProps;
}

/** One stack with a topic, a queue that subscribes to it, and its dead-letter queue. */
function hopIn({ context, topic, queue, deadLetters, subscription }: Given = {}): SubscriptionHop {
  const app = new App({ context });
  const stack = new Stack(app, 'Shop');
  const deadLetterQueue = deadLetters && new Queue(stack, 'DeadLetters', deadLetters);
  new Topic(stack, 'Orders', topic).addSubscription(
    new SqsSubscription(new Queue(stack, 'Queue', queue), { ...subscription, deadLetterQueue }),
  );
  const { hops } = Flow.of(templatesOf(app)).route(placed);
  const [hop, ...others] = hops;
  if (!hop || others.length > 0) throw new Error('expected one hop');
  return hop;
}

const text = JSON.stringify(placed.message);
const country = (...allowlist: string[]) => ({
  data: FilterOrPolicy.policy({
    country: FilterOrPolicy.filter(SubscriptionFilter.stringFilter({ allowlist })),
  }),
});
const type = (...allowlist: string[]) => ({ type: SubscriptionFilter.stringFilter({ allowlist }) });
const byKey = { encryption: QueueEncryption.KMS };

describe('Flow of a topic and SqsSubscription', () => {
  it.each<[string, Given, string, string]>([
    ['nothing said', {}, 'delivered', 'sqs:SendMessage: statement 1'],
    [
      'an attribute that matches',
      { subscription: { filterPolicy: type('order.placed.v1') } },
      'delivered',
      '',
    ],
    [
      'an attribute that does not',
      { subscription: { filterPolicy: type('x') } },
      'filtered',
      'does not match',
    ],
    [
      'a body that matches',
      { subscription: { filterPolicyWithMessageBody: country('US') } },
      'delivered',
      '',
    ],
    [
      'a body that does not',
      { subscription: { filterPolicyWithMessageBody: country('CA') } },
      'filtered',
      'does not match',
    ],
    ['a key', { queue: byKey }, 'delivered', 'kms:Decrypt: statement 2'],
    [
      'a key that names the topic',
      {
        queue: byKey,
        context: { '@aws-cdk/aws-sns-subscriptions:restrictSqsDescryption': true },
      },
      'delivered',
      'kms:Decrypt: statement 2',
    ],
    ['a topic that wants TLS', { topic: { enforceSSL: true } }, 'delivered', ''],
    [
      'SSE-SQS',
      { queue: { encryption: QueueEncryption.SQS_MANAGED, enforceSSL: true } },
      'delivered',
      '',
    ],
  ])('with %s', (_, given, verdict, reason) => {
    expect(hopIn(given)).toMatchObject({ verdict, reason: expect.stringContaining(reason) });
  });

  it('tells what a consumer finds', () => {
    const raw = hopIn({ subscription: { rawMessageDelivery: true } });
    expect(raw.delivers).toEqual({
      body: placed.message,
      messageAttributes: placed.messageAttributes,
    });
    expect(hopIn().delivers).toMatchObject({
      body: {
        Type: 'Notification',
        TopicArn: 'arn:⟨AWS::Partition⟩:sns:⟨AWS::Region⟩:⟨AWS::AccountId⟩:⟨Shop/OrdersA9B65338⟩',
        Message: text,
        MessageAttributes: { total: { Type: 'Number', Value: '20' } },
      },
    });
  });

  it('sees that CDK lets SNS into a dead-letter queue, but not into its key', () => {
    expect(hopIn({ deadLetters: {} }).deadLetter).toMatchObject({ verdict: 'delivered' });
    expect(hopIn({ deadLetters: byKey }).deadLetter).toMatchObject({
      verdict: 'denied',
      reason: expect.stringContaining('does not allow sns.amazonaws.com kms:GenerateDataKey'),
    });
  });

  it('sees a FIFO queue on a standard topic, which CDK lets through', () => {
    const hop = hopIn({ queue: { fifo: true }, deadLetters: {} });
    expect(hop).toMatchObject({
      verdict: 'lost',
      reason: expect.stringContaining('SNS refuses its subscription to a standard topic'),
    });
  });

  it('sees what an escape hatch does to the key of a queue', () => {
    const app = new App();
    const stack = new Stack(app, 'Shop');
    const queue = new Queue(stack, 'Queue');
    new Topic(stack, 'Orders').addSubscription(new SqsSubscription(queue));
    (queue.node.defaultChild as CfnQueue).kmsMasterKeyId = 'alias/aws/sqs';
    const { hops } = Flow.of(templatesOf(app)).route(placed);
    expect(hops).toMatchObject([
      { verdict: 'lost', reason: expect.stringContaining('alias/aws/sqs, the AWS managed key') },
    ]);
  });

  it('does not follow a message to an address', () => {
    const app = new App();
    const stack = new Stack(app, 'Shop');
    new Topic(stack, 'Orders').addSubscription(new EmailSubscription('orders@example.com'));
    expect(Flow.of(templatesOf(app)).route(placed).hops).toMatchObject([
      { verdict: 'unknown', to: 'orders@example.com', subscription: { protocol: 'email' } },
    ]);
  });
});

describe.each(['strong', 'weak'])('Flow of two stacks with %s references', (references) => {
  function twoStacks() {
    const app = new App({ context: { '@aws-cdk/core:defaultCrossStackReferences': references } });
    const [shop, warehouse] = [new Stack(app, 'Shop'), new Stack(app, 'Warehouse')];
    const topic = new Topic(shop, 'Orders', { masterKey: new Key(shop, 'Key') });
    const queue = new Queue(warehouse, 'Queue', byKey);
    topic.addSubscription(new SqsSubscription(queue, { rawMessageDelivery: true }));
    return templatesOf(app);
  }

  it('delivers from the topic of one to the queue of the other', () => {
    expect(Flow.of(twoStacks()).route(placed).hops).toMatchObject([
      { verdict: 'delivered', to: { stack: 'Warehouse' }, from: { declared: { stack: 'Shop' } } },
    ]);
  });

  it('leaves open what the template of the topic would tell', () => {
    const { Warehouse } = twoStacks();
    expect(Flow.of({ Warehouse: Warehouse ?? {} }).route(placed).hops).toMatchObject([
      {
        verdict: 'unknown',
        reason: expect.stringMatching(/^whether ⟨(export|output) .* is a topic of the region and/),
      },
    ]);
  });
});

describe('Flow of a topic that is imported', () => {
  const environment = { account: '111122223333', region: 'eu-west-1', partition: 'aws' };

  it.each([
    ['of the account', '111122223333', 'delivered'],
    ['of another account', '444455556666', 'unknown'],
  ])('%s', (_, account, verdict) => {
    const app = new App();
    const stack = new Stack(app, 'Warehouse', { env: environment });
    const arn = `arn:aws:sns:eu-west-1:${account}:theirs`;
    const topic = Topic.fromTopicArn(stack, 'Theirs', arn);
    topic.addSubscription(new SqsSubscription(new Queue(stack, 'Queue')));
    const { hops } = Flow.of(templatesOf(app), environment).route(placed, { channel: 'theirs' });
    expect(hops.map((hop) => hop.verdict)).toEqual([verdict]);
  });
});

describe('Flow of a rule with an SnsTopic', () => {
  function ruled(topicProps: (stack: Stack) => TopicProps, message?: RuleTargetInput) {
    const app = new App();
    const stack = new Stack(app, 'Shop');
    const topic = new Topic(stack, 'Orders', topicProps(stack));
    topic.addSubscription(
      new SqsSubscription(new Queue(stack, 'Queue'), {
        rawMessageDelivery: true,
        filterPolicyWithMessageBody: country('US'),
      }),
    );
    new Rule(stack, 'Rule', {
      eventBus: new EventBus(stack, 'Bus'),
      eventPattern: { source: ['shop.checkout'] },
      targets: [new SnsTopic(topic, { message, maxEventAge: Duration.hours(1) })],
    });
    const [hop] = Flow.of(templatesOf(app)).route(order).hops;
    if (!hop) throw new Error('expected a hop');
    return hop;
  }
  const detail = RuleTargetInput.fromEventPath('$.detail');

  it('goes on through the topic', () => {
    const hop = ruled(() => ({}), detail);
    expect(hop).toMatchObject({ verdict: 'delivered', delivers: { body: order.detail } });
    expect(hop.onward?.hops).toMatchObject([
      { verdict: 'delivered', to: { kind: 'queue' }, delivers: { body: order.detail } },
    ]);
  });

  it('sees that the whole event is another body', () => {
    expect(ruled(() => ({})).onward).toMatchObject({ unmatched: true });
    const input = RuleTargetInput.fromObject({
      data: { country: EventField.fromPath('$.detail.data.country'), in: Aws.REGION },
    });
    expect(ruled(() => ({}), input).onward).toMatchObject({ unmatched: false });
  });

  it('sees whether policy and key of the topic let EventBridge in', () => {
    expect(ruled(() => ({ enforceSSL: true })).verdict).toBe('delivered');
    // CDK opens the key of a topic for the targets of rules, without a condition.
    const opened = ruled((stack) => ({ masterKey: new Key(stack, 'Key') }), detail);
    expect(opened.verdict).toBe('delivered');
    expect(opened.reason).toContain('Shop/Key961B73FD allows events.amazonaws.com kms:Decrypt');
    const managed = ruled(
      (stack) => ({ masterKey: Alias.fromAliasName(stack, 'Managed', 'alias/aws/sns') }),
      detail,
    );
    expect(managed).toMatchObject({
      verdict: 'lost',
      reason: expect.stringContaining('is under alias/aws/sns, the AWS managed key'),
    });
    expect(managed).not.toHaveProperty('onward');
  });
});
