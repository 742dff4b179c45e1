import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import fc from 'fast-check';
import { AttributeFiltersStack, messageOf } from '../../examples/attribute-filters-stack';
import { EventContract, FifoTopic, StandardTopic, Subscription } from '../../lib';
import { Flow } from '../../lib/analysis';
import { type CloudEvent, toPublishInput } from '../../lib/runtime';
import { findings } from '../compliance/findings';
import { counts, resources } from '../support/stacks';

const topicArn = 'arn:aws:sns:eu-west-1:111111111111:orders';
const eventOf = (data: unknown): CloudEvent => ({
  specversion: '1.0',
  id: 'o-1',
  source: 'shop.checkout',
  type: 'order.placed.v1',
  partitionkey: 'o-1',
  data,
});

/** Which of the queues get what is published, each by the id of its subscription. */
const receivers = (flow: Flow, { Message, MessageAttributes, MessageGroupId }: Published) =>
  flow
    .route({
      message: Message,
      messageAttributes: MessageAttributes,
      messageGroupId: MessageGroupId,
    })
    .hops.filter(({ verdict }) => verdict === 'delivered')
    .map(({ to }) => /"logicalId":"([A-Za-z]\w+?)Queue/.exec(JSON.stringify(to))?.[1]);

type Published = ReturnType<typeof toPublishInput>;

const flowOf = (of: Stack): Flow => Flow.of({ Shop: Template.fromStack(of).toJSON() });

describe('AttributeFiltersStack', () => {
  const app = new App();
  const of = new AttributeFiltersStack(app, 'Shop');

  it('is a topic with its dead-letter queue, and five resources a subscription', () => {
    expect(counts(of)).toEqual({
      'AWS::IAM::Policy': 2,
      'AWS::IAM::Role': 2,
      'AWS::SNS::Subscription': 3,
      'AWS::SNS::Topic': 1,
      'AWS::SNS::TopicPolicy': 1,
      'AWS::SQS::Queue': 7,
      'AWS::SQS::QueuePolicy': 7,
    });
  });

  it('filters on attributes', () => {
    const ofAll = { source: ['shop.checkout'], type: ['order.placed.v1'] };
    const subscriptions = Object.values(resources(of, 'AWS::SNS::Subscription'));
    expect(
      subscriptions.map(({ Properties: { FilterPolicyScope, FilterPolicy } }) => [
        FilterPolicyScope,
        FilterPolicy,
      ]),
    ).toEqual([
      ['MessageAttributes', { ...ofAll, 'shipTo.country': ['US'] }],
      [
        'MessageAttributes',
        { ...ofAll, $or: [{ express: [true] }, { total: [{ numeric: ['>=', 500] }] }] },
      ],
      ['MessageAttributes', ofAll],
    ]);
  });

  it('leaves the nag packs only what a user has to say of a role', () => {
    expect(findings(app).map((one) => one.split(' ').at(-1))).toEqual(
      expect.arrayContaining(['HIPAA.Security-IAMNoInlinePolicy']),
    );
    expect(findings(app).filter((one) => !one.includes('IAMNoInlinePolicy'))).toEqual([]);
  });

  test.each([
    ['to the US', { shipTo: { country: 'US' }, total: 20 }, ['Seattle', 'Audit']],
    ['to Canada', { shipTo: { country: 'CA' }, total: 20 }, ['Audit']],
    [
      'express to Canada',
      { shipTo: { country: 'CA' }, total: 20, express: true },
      ['Priority', 'Audit'],
    ],
    [
      'of much to the US',
      { shipTo: { country: 'US' }, total: 500, express: false },
      ['Seattle', 'Priority', 'Audit'],
    ],
    ['to nobody knows where', { total: 499.99 }, ['Audit']],
  ])('routes an order %s, as its producer publishes it', (_, data, queues) => {
    expect(receivers(flowOf(of), messageOf(eventOf(data), topicArn))).toEqual(queues);
  });

  it('routes nothing to a filter on a field that the producer does not publish', () => {
    const forgotten = toPublishInput(eventOf({ shipTo: { country: 'US' } }), { topicArn });
    expect(receivers(flowOf(of), forgotten)).toEqual(['Audit']);
  });
});

const placed = EventContract.of({
  source: 'shop.checkout',
  eventType: 'order.placed.v1',
  owner: 'checkout',
});

const filterAttributes = ['shipTo.country', 'total', 'express', 'coupon', 'tags', 'client.ip'];

/** A subscription a filter; each operator that both scopes take stands in one. */
const filters: Readonly<Record<string, object>> = {
  Text: { shipTo: { country: ['US', 'CA'] } },
  Numeric: { total: [{ numeric: ['>', 0, '<=', 99.5] }] },
  Number: { total: [0, 12.5] },
  True: { express: [true] },
  False: { express: [false, null] },
  Null: { coupon: [null] },
  Empty: { coupon: [''] },
  Present: { coupon: [{ exists: true }] },
  Absent: { coupon: [{ exists: false }], express: [{ exists: false }] },
  Prefix: { shipTo: { country: [{ prefix: 'U' }] }, tags: ['gift'] },
  Suffix: { coupon: [{ suffix: '10' }] },
  Folded: { tags: [{ 'equals-ignore-case': 'GIFT' }] },
  Wildcard: { coupon: [{ wildcard: 'S*0' }] },
  AnythingBut: { tags: [{ 'anything-but': ['gift'] }] },
  NotPrefix: { shipTo: { country: [{ 'anything-but': { prefix: 'U' } }] } },
  Cidr: { client: { ip: [{ cidr: '10.0.0.0/24' }] } },
  Either: { $or: [{ express: [true] }, { total: [{ numeric: ['>=', 50] }] }] },
  EitherInside: { $or: [{ shipTo: { country: ['US'] } }, { client: { ip: [{ exists: true }] } }] },
};

function shop(Topic: typeof StandardTopic | typeof FifoTopic, onAttributes: boolean): Flow {
  const of = new Stack(new App(), 'Shop');
  const from = new Topic(of, 'Orders', onAttributes ? { filterAttributes } : {});
  for (const [id, pattern] of Object.entries(filters)) {
    new Subscription(of, id, { from, events: [placed.where(pattern)] });
  }
  return flowOf(of);
}

const text = fc.constantFrom(
  'US',
  'CA',
  'USA',
  '',
  'gift',
  'GIFT',
  'SAVE10',
  'a"b',
  'a\\b',
  '12.5',
);
const number = fc.oneof(fc.constantFrom(0, 12.5, 50, 99.5), fc.integer({ min: -9, max: 200 }));
const scalar = fc.oneof(text, number, fc.boolean(), fc.constant(null));
const value = fc.oneof(scalar, fc.array(scalar, { maxLength: 3 }));
const ip = fc.oneof(fc.constantFrom('10.0.0.7', '10.0.1.7', '10.0.0'), value);
const of = (fields: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record(fields, { requiredKeys: [] });
const order = of({
  shipTo: fc.oneof(of({ country: value, city: value }), scalar),
  total: fc.oneof(number, value),
  express: fc.oneof(fc.boolean(), value),
  coupon: value,
  tags: fc.oneof(fc.array(text, { maxLength: 3 }), value),
  client: of({ ip }),
});

/** Between them these orders go to every queue. */
const reaching: [unknown][] = [
  [
    {
      shipTo: { country: 'US' },
      total: 50,
      express: true,
      coupon: 'SAVE10',
      tags: ['gift'],
      client: { ip: '10.0.0.7' },
    },
  ],
  [{ shipTo: { country: 'CA' }, total: 0, express: false, coupon: null, tags: ['fragile'] }],
  [{ coupon: '' }],
  [{}],
];

describe('filterAttributes', () => {
  test.each([
    ['StandardTopic', StandardTopic, topicArn],
    ['FifoTopic', FifoTopic, `${topicArn}.fifo`],
  ])('for every order, deliver on a %s to the queues that body filters deliver to', (...each) => {
    const [, Topic, arn] = each;
    const [onBody, onAttributes] = [shop(Topic, false), shop(Topic, true)];
    const reached = new Set<string | undefined>();
    fc.assert(
      fc.property<[unknown]>(order, (data) => {
        const plain = toPublishInput(eventOf(data), { topicArn: arn });
        const options = { topicArn: arn, dataAttributes: filterAttributes };
        const queues = receivers(onBody, plain);
        for (const queue of queues) reached.add(queue);
        expect(receivers(onAttributes, toPublishInput(eventOf(data), options))).toEqual(queues);
      }),
      { numRuns: 300, examples: reaching },
    );
    expect([...reached].sort()).toEqual(Object.keys(filters).sort());
  });
});
