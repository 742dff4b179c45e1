import { Flow } from '../../../lib/analysis';
import { add, deadLettersArn, drop, environment, order, shop } from './shop-template';
import { placed, subscription, topicShop } from './topic-template';

describe('Flow.route', () => {
  it('routes on the only bus, and on a bus by name or ARN', () => {
    const flow = shop();
    const arn = 'arn:aws:events:eu-west-1:111122223333:event-bus/orders';
    const [bus] = flow.channels;
    expect(bus).toMatchObject({ name: 'orders', arn, declared: { logicalId: 'Bus' } });
    expect(flow.route(order).channel).toBe(bus);
    expect(flow.route(order, { channel: 'orders' }).channel).toBe(bus);
    expect(flow.route(order, { channel: arn }).channel).toBe(bus);
  });

  it('routes on the default bus only what its rules take', () => {
    const flow = shop((resources) => {
      const { EventBusName: _, ...properties } = resources.Rule.Properties;
      add(resources, 'Default', { ...resources.Rule, Properties: properties });
    });
    const { hops } = flow.route(order, { channel: 'default' });
    expect(hops.map(({ rule }) => [rule.logicalId, rule.arn])).toEqual([
      ['Default', 'arn:aws:events:eu-west-1:111122223333:rule/⟨Shop/Default⟩'],
    ]);
    // The queue's policy names the other rule, and its dead-letter queue's the rules of the bus
    // `orders`.
    expect(hops[0]?.verdict).toBe('lost');
  });

  it('refuses a bus that the flow does not have, and to guess among several', () => {
    const flow = shop((resources) =>
      add(resources, 'Second', { Type: 'AWS::Events::EventBus', Properties: { Name: 'b' } }),
    );
    const known = 'orders (arn:aws:events:eu-west-1:111122223333:event-bus/orders), b (';
    expect(() => flow.route(order, { channel: 'order' })).toThrow(
      'channel: "order"; expected the name or ARN of one of the flow\'s buses: orders (arn',
    );
    expect(() => flow.route(order)).toThrow(`channel: not given; expected`);
    expect(() => flow.route(order)).toThrow(known);
  });
});

describe('Flow.route of a message', () => {
  const arn = 'arn:aws:sns:eu-west-1:111122223333:orders';

  it('routes on the only topic, and on a topic by name or ARN', () => {
    const flow = topicShop();
    const [topic] = flow.channels;
    expect(topic).toMatchObject({ type: 'topic', name: 'orders', arn, fifo: 'no' });
    expect(flow.route(placed).channel).toBe(topic);
    expect(flow.route(placed, { channel: 'orders' }).channel).toBe(topic);
    expect(flow.route(placed, { channel: arn }).channel).toBe(topic);
  });

  it('tells buses and topics apart by the event, whatever their names', () => {
    const flow = topicShop((resources) =>
      add(resources as never, 'Bus', {
        Type: 'AWS::Events::EventBus',
        Properties: { Name: 'orders' },
      }),
    );
    expect(flow.route(placed).channel.type).toBe('topic');
    expect(flow.route(order).channel.type).toBe('classicBus');
    expect(flow.route(order, { channel: 'orders' }).channel.type).toBe('classicBus');
    expect(() => flow.route(order, { channel: arn })).toThrow("one of the flow's buses: orders (");
    expect(() => shop().route(placed)).toThrow("one of the flow's topics: it has none");
  });
});

describe('Flow.of, topics', () => {
  it('reads subscriptions with their settings', () => {
    const flow = topicShop(
      subscription({ FilterPolicy: { a: ['b'] }, FilterPolicyScope: 'MessageBody' }),
    );
    const [queue, deadLetters] = flow.queues;
    expect(flow.subscriptions).toMatchObject([
      {
        kind: 'subscription',
        arn: 'arn:aws:sns:eu-west-1:111122223333:orders:⟨subscription id of Subscription in Shop⟩',
        path: 'Shop/Seattle/Subscription',
        channel: 'arn:aws:sns:eu-west-1:111122223333:orders',
        protocol: 'sqs',
        endpoint: queue?.arn,
        filterPolicy: { a: ['b'] },
        filterPolicyScope: 'MessageBody',
        rawMessageDelivery: 'yes',
        admission: { to: queue },
        deadLetter: { to: deadLetters },
      },
    ]);
  });

  it('reads a subscription that stands inside its topic', () => {
    const flow = topicShop(({ Topic, Subscription }) => {
      const { Endpoint, Protocol } = Subscription.Properties;
      Topic.Properties.Subscription = [{ Endpoint, Protocol }, 'odd'];
      Subscription.Type = 'AWS::CloudFormation::WaitConditionHandle';
    });
    const { hops } = flow.route(placed);
    expect(hops).toMatchObject([
      { verdict: 'delivered', subscription: { logicalId: 'Topic', rawMessageDelivery: 'no' } },
      { verdict: 'unknown', subscription: { logicalId: 'Topic' } },
    ]);
    expect(hops[0]).not.toHaveProperty('deadLetter');
  });

  it('does not take the policy of one topic for that of another, whatever its name may be', () => {
    const flow = topicShop((resources) => {
      const named = { Type: 'AWS::SNS::Topic', Properties: { TopicName: { Ref: 'Name' } } };
      const properties = { Topics: [{ Ref: 'Other' }], PolicyDocument: {} };
      add(resources as never, 'Other', named);
      add(resources as never, 'Policy', { Type: 'AWS::SNS::TopicPolicy', Properties: properties });
    });
    const policies = flow.channels.map((topic) => topic.type === 'topic' && topic.policies);
    expect(policies).toEqual([[], [{ name: 'Shop/Policy', document: {} }]]);
  });

  it.each([
    ['orders', { TopicName: 'orders' }, 'no'],
    ['orders.fifo', { TopicName: 'orders.fifo', FifoTopic: 'true' }, 'yes'],
    ['⟨Shop/Topic⟩', { TopicName: undefined }, 'no'],
    ['⟨Shop/Topic⟩.fifo', { TopicName: undefined, FifoTopic: true }, 'yes'],
  ])('names a topic %s', (name, properties, fifo) => {
    const [topic] = topicShop(({ Topic }) => Object.assign(Topic.Properties, properties)).channels;
    expect(topic).toMatchObject({ name, fifo, arn: `arn:aws:sns:eu-west-1:111122223333:${name}` });
  });

  it.each([
    ['arn:aws:sns:eu-west-1:1:theirs', 'theirs', 'no'],
    ['arn:aws:sns:eu-west-1:1:theirs.fifo', 'theirs.fifo', 'yes'],
    [{ 'Fn::ImportValue': 'Theirs' }, '⟨export Theirs⟩', 'unknown'],
  ])('reads a topic that only a subscription names, %j', (TopicArn, name, fifo) => {
    const flow = topicShop((resources) => {
      drop(resources as never, 'Topic');
      subscription({ TopicArn })(resources);
    });
    expect(flow.channels).toMatchObject([{ type: 'topic', name, fifo, policies: [] }]);
    expect(flow.channels[0]).not.toHaveProperty('declared');
  });
});

describe('Flow.of', () => {
  it('reads queues with their key, policies and dead-letter queue', () => {
    const flow = shop(({ Queue }) => {
      Object.assign(Queue.Properties, {
        QueueName: 'seattle',
        RedrivePolicy: { deadLetterTargetArn: deadLettersArn, maxReceiveCount: '5' },
      });
    });
    expect(flow.queues[0]).toMatchObject({
      kind: 'queue',
      stack: 'Shop',
      logicalId: 'Queue',
      name: 'seattle',
      arn: 'arn:aws:sqs:eu-west-1:111122223333:seattle',
      url: 'https://sqs.eu-west-1.amazonaws.com/111122223333/seattle',
      key: 'arn:aws:kms:eu-west-1:111122223333:key/⟨key id of Key in Shop⟩',
      policies: [{ name: 'Shop/QueuePolicy' }],
      deadLetterQueue: {
        arn: 'arn:aws:sqs:eu-west-1:111122223333:⟨Shop/DeadLetters⟩',
        maxReceiveCount: 5,
      },
    });
  });

  it('leaves out what the template does not set, or not as a number', () => {
    const flow = shop(({ Queue, Rule }) => {
      const policy = { deadLetterTargetArn: deadLettersArn, maxReceiveCount: { Ref: 'Count' } };
      Queue.Properties = { RedrivePolicy: policy };
      delete Rule.Properties.Targets[0]?.DeadLetterConfig;
    });
    const [queue, deadLetters] = flow.queues;
    expect(queue?.deadLetterQueue?.maxReceiveCount).toBeUndefined();
    expect(queue).not.toHaveProperty('key');
    expect(deadLetters).not.toHaveProperty('deadLetterQueue');
    const target = flow.rules[0]?.targets[0];
    expect(target).not.toHaveProperty('retry');
    expect(target).not.toHaveProperty('deadLetter');
  });

  it('reads rules with their bus, path, pattern and targets', () => {
    const flow = shop(({ Rule }) => {
      Object.assign(Rule.Properties.Targets[0] ?? {}, {
        RetryPolicy: { MaximumEventAgeInSeconds: 86400, MaximumRetryAttempts: 185 },
      });
    });
    expect(flow.rules).toMatchObject([
      {
        kind: 'rule',
        arn: 'arn:aws:events:eu-west-1:111122223333:rule/orders/⟨Shop/Rule⟩',
        channel: 'arn:aws:events:eu-west-1:111122223333:event-bus/orders',
        path: 'Shop/Seattle/Rule',
        state: 'ENABLED',
        pattern: { source: ['shop.checkout'] },
        targets: [
          {
            id: 'Queue',
            admission: { to: { logicalId: 'Queue' } },
            deadLetter: { to: { logicalId: 'DeadLetters' } },
            inputPath: '$.detail',
            retry: { maximumEventAgeInSeconds: 86400, maximumRetryAttempts: 185 },
          },
        ],
      },
    ]);
  });
});

describe('Flow.of, buses', () => {
  it('reads a bus that only a rule names', () => {
    const flow = shop((resources) => {
      drop(resources, 'Bus');
      resources.Rule.Properties.EventBusName =
        'arn:aws:events:eu-west-1:444455556666:event-bus/theirs';
    });
    expect(flow.channels).toEqual([
      {
        kind: 'channel',
        type: 'classicBus',
        name: 'theirs',
        arn: 'arn:aws:events:eu-west-1:444455556666:event-bus/theirs',
      },
    ]);
  });

  it('reads nothing from templates without resources', () => {
    const flow = Flow.of({ Empty: {}, Odd: { Resources: { A: null, B: { Type: 5 } } } });
    expect([flow.channels, flow.queues, flow.rules]).toEqual([[], [], []]);
  });
});

const notTemplates: [name: string, template: unknown, message: string][] = [
  ['a text', '{}', 'template of Shop: string; expected the parsed JSON'],
  ['an array', [], 'template of Shop: an array; expected the parsed JSON'],
  ['null', null, 'template of Shop: null; expected the parsed JSON'],
  [
    'one nested too deep',
    JSON.parse(`${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`),
    'template of Shop: nested deeper than 100 levels',
  ],
];

describe('Flow.of with bad input', () => {
  test.each(notTemplates)('refuses a template that is %s', (_, template, message) => {
    expect(() => Flow.of({ Shop: template as object }, environment)).toThrow(message);
  });

  it('refuses a template that holds itself', () => {
    const template: { Resources?: unknown } = {};
    template.Resources = template;
    expect(() => Flow.of({ Shop: template })).toThrow('or in itself');
  });
});
