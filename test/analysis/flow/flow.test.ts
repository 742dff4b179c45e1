import { Flow } from '../../../lib/analysis';
import { add, deadLettersArn, drop, environment, order, shop } from './shop-template';

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
