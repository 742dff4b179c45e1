import { Flow, type Hop, type Route, type TopicMessage } from '../../../lib/analysis';
import { add, allowEvents, environment, order, shopTemplate } from './shop-template';
import {
  placed,
  subscription,
  subscriptionHop,
  type TopicRow,
  topicArn,
  topicShop,
  topicTemplate,
} from './topic-template';

const rows: TopicRow[] = [
  [
    'the subscription may not exist',
    ({ Subscription }) => {
      Subscription.Condition = 'IsProduction';
    },
    'unknown',
    'the subscription: it exists only if the condition IsProduction holds',
  ],
  [
    'the topic may not exist',
    ({ Topic }) => {
      Topic.Condition = 'IsProduction';
    },
    'unknown',
    'the topic: it exists only if the condition IsProduction holds',
  ],
  [
    'the subscription may not exist, and takes other messages',
    (resources) => {
      resources.Subscription.Condition = 'IsProduction';
      subscription({ FilterPolicy: { type: ['x'] } })(resources);
    },
    'filtered',
    'the filter policy does not match',
  ],
  [
    'the topic has a DataProtectionPolicy, which may stop or change a message',
    ({ Topic }) => {
      Topic.Properties.DataProtectionPolicy = { Statement: [] };
    },
    'unknown',
    'the topic has a DataProtectionPolicy, which is not read',
  ],
  [
    'the endpoint is a function',
    subscription({ Protocol: 'lambda', Endpoint: 'arn:aws:lambda:eu-west-1:1:function:f' }),
    'unknown',
    'what becomes of it at lambda arn:aws:lambda:eu-west-1:1:function:f is not read',
  ],
  [
    'the endpoint is an address',
    subscription({ Protocol: 'email', Endpoint: 'orders@example.com' }),
    'unknown',
    'what becomes of it at email orders@example.com is not read',
  ],
  [
    'the endpoint is a function, and takes other messages',
    subscription({ Protocol: 'lambda', FilterPolicy: { type: ['x'] } }),
    'filtered',
    'the filter policy does not match',
  ],
  [
    'the protocol is a parameter',
    subscription({ Protocol: { Ref: 'Protocol' } }),
    'unknown',
    'what becomes of it at ⟨parameter Protocol of Shop⟩',
  ],
];

const attributes = (count: number): TopicMessage['messageAttributes'] =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [`a${at}`, { DataType: 'String', StringValue: 'x' }]),
  );

const many: [
  name: string,
  count: number,
  settings: { [name: string]: unknown },
  verdict: string,
][] = [
  ['ten attributes, raw', 10, {}, 'delivered'],
  ['eleven, raw, and a dead-letter queue', 11, {}, 'unknown'],
  ['eleven, raw', 11, { RedrivePolicy: undefined }, 'lost'],
  ['eleven, not raw', 11, { RawMessageDelivery: false }, 'delivered'],
  [
    'eleven, raw by a parameter, and no dead-letter queue',
    11,
    { RawMessageDelivery: { Ref: 'Raw' }, RedrivePolicy: undefined },
    'unknown',
  ],
];

describe('routeMessage', () => {
  test.each(rows)('the verdict where %s', (_, change, verdict, reason) => {
    const hop = subscriptionHop(topicShop(change));
    expect(hop).toMatchObject({ verdict, reason: expect.stringContaining(reason) });
    expect(hop.delivers).toBeUndefined();
  });

  test.each(many)('the verdict on %s', (_, count, settings, verdict) => {
    const flow = topicShop(subscription(settings));
    const hop = subscriptionHop(flow, { message: 'a', messageAttributes: attributes(count) });
    expect(hop.verdict).toBe(verdict);
  });

  it('says of a message that no queue can get why it is lost', () => {
    const flow = topicShop(subscription({ RedrivePolicy: undefined }));
    const hop = subscriptionHop(flow, { message: 'a', messageAttributes: attributes(11) });
    expect(hop.reason).toBe(
      'the message has 11 attributes, and a raw one takes 10; the subscription has no dead-letter queue',
    );
  });

  it('names the topic, the subscription and the queue', () => {
    const flow = topicShop();
    const route = flow.route(placed);
    const [hop] = route.hops;
    expect(route).toMatchObject({ event: placed, unmatched: false });
    expect(route.channel).toBe(flow.channels[0]);
    expect(hop?.from).toBe(flow.channels[0]);
    expect(hop?.subscription).toBe(flow.subscriptions[0]);
    expect(hop?.to).toBe(flow.queues[0]);
    expect(hop).toMatchObject({
      pattern: 'matched',
      target: { verdict: 'delivered' },
      deadLetter: { verdict: 'delivered', to: flow.queues[1] },
    });
  });

  it('is unmatched where every subscription filters, or there is none', () => {
    const filtered = topicShop(subscription({ FilterPolicy: { type: ['x'] } }));
    expect(filtered.route(placed)).toMatchObject({
      unmatched: true,
      hops: [{ pattern: 'filtered' }],
    });
    const none = topicShop((resources) => {
      delete (resources as { Subscription?: object }).Subscription;
    });
    expect(none.route(placed)).toMatchObject({ unmatched: true, hops: [] });
  });

  it('has a hop for a subscription that may be to the topic', () => {
    const flow = topicShop(subscription({ TopicArn: { Ref: 'TopicArn' } }));
    const { hops, unmatched } = flow.route(placed, { channel: 'orders' });
    expect(hops).toMatchObject([
      {
        verdict: 'unknown',
        reason: "the subscription's topic may be another one: ⟨parameter TopicArn of Shop⟩",
      },
    ]);
    expect(unmatched).toBe(false);
  });
});

/** A bus whose rule publishes to the topic of the other template, in its stack. */
function routeToTopic(
  target: object,
  settings: object = {},
  topic: object = {},
  event: object = {},
): Route {
  const shop = shopTemplate();
  Object.assign(shop.Resources.Rule.Properties.Targets[0] ?? {}, target, {
    Arn: { 'Fn::ImportValue': 'Orders:Topic' },
  });
  const orders = topicTemplate();
  add(orders.Resources as never, 'TopicPolicy', {
    Type: 'AWS::SNS::TopicPolicy',
    Properties: {
      Topics: [topicArn],
      PolicyDocument: {
        Statement: [{ ...allowEvents('sns:Publish', topicArn, {}), Condition: undefined }],
      },
    },
  });
  Object.assign(orders.Resources.Subscription.Properties, settings);
  Object.assign(orders.Resources.Topic.Properties, topic);
  const outputs = { Topic: { Value: topicArn, Export: { Name: 'Orders:Topic' } } };
  const templates = { Shop: shop, Orders: { ...orders, Outputs: outputs } };
  return Flow.of(JSON.parse(JSON.stringify(templates)), environment).route({
    ...order,
    ...event,
  });
}

function busToTopic(target: object, settings?: object): Hop {
  const [hop, ...others] = routeToTopic(target, settings).hops;
  if (!hop || others.length > 0) throw new Error('expected one hop');
  return hop;
}

const body = (FilterPolicy: object) => ({ FilterPolicyScope: 'MessageBody', FilterPolicy });

const onward: [name: string, target: object, settings: object, verdict: string, reason: string][] =
  [
    ['no filter policy', {}, {}, 'delivered', 'Orders/QueuePolicy allows sns.amazonaws.com'],
    ['one on the body', {}, body({ data: { country: ['US'] } }), 'delivered', ''],
    ['one on another body', {}, body({ data: { country: ['CA'] } }), 'filtered', 'does not match'],
    [
      'one on attributes, of which an event has none',
      {},
      { FilterPolicy: { type: [{ exists: false }] } },
      'filtered',
      'the message has no attributes',
    ],
    [
      'one on the time, which EventBridge sets',
      { InputPath: undefined },
      body({ time: [{ prefix: '2026' }] }),
      'unknown',
      'the filter policy asks for time, which no template tells',
    ],
    [
      'one on the time and another source',
      { InputPath: undefined },
      body({ time: [{ prefix: '2026' }], source: ['shop.returns'] }),
      'filtered',
      'the filter policy does not match',
    ],
    [
      'one on the whole event',
      { InputPath: undefined },
      body({ 'detail-type': ['order.placed.v1'], account: ['111122223333'] }),
      'delivered',
      '',
    ],
    [
      'one on an element that only a deployment tells',
      { InputPath: undefined, Input: { 'Fn::Sub': '{"ids": ["${AWS::StackId}"], "a": 1}' } },
      body({ ids: ['x'], a: [2] }),
      'unknown',
      'the filter policy asks for ids, which no template tells',
    ],
    [
      'one on what stands beside it',
      { InputPath: undefined, Input: { 'Fn::Sub': '{"ids": ["${AWS::StackId}"], "a": 1}' } },
      body({ a: [1] }),
      'delivered',
      '',
    ],
    [
      'one on a name that only a deployment tells',
      { InputPath: undefined, Input: { 'Fn::Sub': '{"${AWS::StackId}": 1}' } },
      body({ a: [1] }),
      'unknown',
      'the filter policy asks for names, which no template tells',
    ],
    [
      'one on a body that no page tells',
      {
        InputPath: undefined,
        InputTransformer: { InputTemplate: '{"event": <aws.events.event>}' },
      },
      body({ a: [1] }),
      'unknown',
      'the filter policy asks for a body that is not known: how <aws.events.event> spells',
    ],
  ];

describe('routeEvent to a topic', () => {
  test.each(onward)('a subscription with %s', (_, target, settings, verdict, reason) => {
    const hop = busToTopic(target, settings);
    expect(hop).toMatchObject({
      verdict: 'delivered',
      to: 'arn:aws:sns:eu-west-1:111122223333:orders',
    });
    expect(hop.onward?.hops).toMatchObject([
      { verdict, reason: expect.stringContaining(reason), from: { name: 'orders' } },
    ]);
    const unmatched = verdict === 'filtered';
    expect(hop.onward?.unmatched).toBe(unmatched);
    expect(routeToTopic(target, settings).unmatched).toBe(unmatched);
  });

  it.each<[string, number, object, string, string]>([
    ['as much as it takes', 262_144, {}, 'delivered', ''],
    ['more than that', 262_145, {}, 'deadLettered', 'Orders/Topic takes at most 262144 bytes; its'],
    ['as much as it is set to take', 1_024, { MaximumMessageSize: 1024 }, 'delivered', ''],
    ['more', 1_025, { MaximumMessageSize: '1024' }, 'deadLettered', ': 1025 bytes; Orders/Topic'],
    [
      'what a parameter may allow',
      1_025,
      { MaximumMessageSize: { Ref: 'Size' } },
      'unknown',
      'the MaximumMessageSize of Orders/Topic is not known; the message has 1025 bytes',
    ],
  ])('publishes %s', (_, bytes, topic, verdict, reason) => {
    const detail = { a: 'x'.repeat(bytes - 8) };
    const [hop] = routeToTopic({}, {}, topic, { detail }).hops;
    expect(hop).toMatchObject({ verdict, reason: expect.stringContaining(reason) });
    expect(hop?.onward !== undefined).toBe(verdict === 'delivered');
  });

  it('tells what the consumer finds', () => {
    const raw = busToTopic({});
    expect(raw.delivers).toEqual({ body: order.detail });
    expect(raw.onward?.event).toEqual({ message: JSON.stringify(order.detail) });
    expect(raw.onward?.hops[0]?.delivers).toEqual({ body: order.detail });
    const wrapped = busToTopic({}, { RawMessageDelivery: false });
    expect(wrapped.onward?.hops[0]?.delivers).toMatchObject({
      body: { Type: 'Notification', Message: JSON.stringify(order.detail) },
    });
    const template = '{"event": <aws.events.event>}';
    const open = busToTopic({
      InputPath: undefined,
      InputTransformer: { InputTemplate: template },
    });
    expect(open.onward).not.toHaveProperty('event');
    expect(open.onward?.hops[0]).toMatchObject({
      verdict: 'delivered',
      delivers: { unknown: expect.stringContaining('how <aws.events.event> spells') },
    });
  });
});
