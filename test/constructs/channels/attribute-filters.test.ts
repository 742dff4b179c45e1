import { App, CfnParameter, Fn, Lazy, Stack, Token } from 'aws-cdk-lib';
import type { CfnSubscription } from 'aws-cdk-lib/aws-sns';
import {
  EventContract,
  type EventFilter,
  FifoTopic,
  OrderIngestion,
  StandardTopic,
  Subscription,
} from '../../../lib';
import { cancelled, placed } from '../../support/contracts';
import { env, resource, stack } from '../../support/stacks';

const fields = ['shipTo.country', 'shipTo.state', 'total'];
const us = { shipTo: { country: ['US'] } };
const ofPlaced = { source: ['shop.checkout'], type: ['order.placed.v1'] };
const deadLetterQueueArn = `arn:aws:sqs:${env.region}:${env.account}:dead`;

/** The properties of the SNS subscription that filters make on a topic with these fields. */
const subscribed = (events: EventFilter[], filterAttributes: string[] = fields) => {
  const of = stack({ env });
  const from = new StandardTopic(of, 'Orders', { filterAttributes });
  new Subscription(of, 'Seattle', { from, events });
  return resource(of, 'AWS::SNS::Subscription').Properties;
};

const where = (pattern: object, filterAttributes?: string[]) =>
  subscribed([placed.where(pattern)], filterAttributes).FilterPolicy;

const onAttributes = (FilterPolicy: object) => ({
  FilterPolicyScope: 'MessageAttributes',
  FilterPolicy,
});

describe('filterAttributes of a topic', () => {
  it('are left out: the filters look at the body', () => {
    const of = stack({ env });
    new Subscription(of, 'Seattle', {
      from: new StandardTopic(of, 'Orders'),
      events: [placed.where(us)],
    });
    expect(resource(of, 'AWS::SNS::Subscription').Properties).toMatchObject({
      FilterPolicyScope: 'MessageBody',
      FilterPolicy: { ...ofPlaced, data: us },
    });
  });

  it('make the filters look at source, type and these attributes', () => {
    expect(subscribed([placed.where(us)])).toMatchObject(
      onAttributes({ ...ofPlaced, 'shipTo.country': ['US'] }),
    );
  });

  it('may be none: source and type are attributes in any case', () => {
    expect(subscribed([placed.all()], [])).toMatchObject(onAttributes(ofPlaced));
  });

  test.each([
    [
      'a StandardTopic',
      (of: Stack) => new StandardTopic(of, 'Orders', { filterAttributes: fields }),
    ],
    ['a FifoTopic', (of: Stack) => new FifoTopic(of, 'Orders', { filterAttributes: fields })],
    [
      'an ingestion on a topic',
      (of: Stack) => {
        const channel = new StandardTopic(of, 'Topic', { filterAttributes: fields });
        return new OrderIngestion(of, 'Orders', { contracts: [placed], channel });
      },
    ],
    [
      'a standard topic of another app',
      (of: Stack) => {
        const topicArn = `arn:aws:sns:${env.region}:${env.account}:orders`;
        const attributes = { topicArn, deadLetterQueueArn, filterAttributes: fields };
        return StandardTopic.fromAttributes(of, 'Orders', attributes);
      },
    ],
    [
      'a FIFO topic of another app',
      (of: Stack) => {
        const topicArn = `arn:aws:sns:${env.region}:${env.account}:orders.fifo`;
        return FifoTopic.fromAttributes(of, 'Orders', { topicArn, filterAttributes: fields });
      },
    ],
  ])('count on %s', (_, channel) => {
    const of = stack({ env });
    new Subscription(of, 'Seattle', { from: channel(of), events: [placed.where(us)] });
    expect(resource(of, 'AWS::SNS::Subscription').Properties).toMatchObject(
      onAttributes({ ...ofPlaced, 'shipTo.country': ['US'] }),
    );
  });

  test.each([
    ['StandardTopic', StandardTopic],
    ['FifoTopic', FifoTopic],
  ])('are among the attributes that a %s gives to another app', (_, Topic) => {
    const of = stack({ env });
    const { attributes, filterAttributes } = new Topic(of, 'Orders', { filterAttributes: fields });
    expect([attributes.filterAttributes, filterAttributes]).toEqual([fields, fields]);
    expect(new Topic(of, 'Bodies').attributes.filterAttributes).toBeUndefined();
  });

  const most = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

  test.each([
    ['eight fields', most],
    ['256 characters', ['a'.repeat(256)]],
    ['all characters that SNS takes', ['aZ0_-.9', 'awsome', 'Amazonia.x', '__proto__.x']],
  ])('may be %s', (_, filterAttributes) => {
    expect(() => new StandardTopic(stack(), 'Orders', { filterAttributes })).not.toThrow();
  });

  test.each<[string, unknown, string]>([
    ['a text', 'total', 'filterAttributes: "total" given; a list of paths of fields.'],
    ['an empty name', [''], 'filterAttributes[0]: "" given; names of fields joined with dots'],
    ['a space', ['total', 'ship to'], 'filterAttributes[1]: "ship to" given; names of fields'],
    ['a leading dot', ['.a'], 'filterAttributes[0]: ".a" given; names of fields joined'],
    ['a trailing dot', ['a.'], 'filterAttributes[0]: "a." given; names of fields joined'],
    ['two dots', ['a..b'], 'filterAttributes[0]: "a..b" given; names of fields joined'],
    ['a name of AWS', ['AWS.x'], 'filterAttributes[0]: "AWS.x" given; names of fields joined'],
    ['a name of Amazon', ['amazon.x'], 'filterAttributes[0]: "amazon.x" given; names of fields'],
    ['257 characters', ['a'.repeat(257)], 'together at most 256 characters'],
    ['a number', [1], 'filterAttributes[0]: 1 given; names of fields joined with dots'],
    [
      'a token',
      [Fn.ref('Field')],
      'filterAttributes[0]: a value known only when deployed given; names of fields',
    ],
    [
      'source',
      ['source'],
      `filterAttributes[0]: "source" given; a field of the event's data: the event's source is an attribute in any case.`,
    ],
    ['type', ['total', 'type'], `filterAttributes[1]: "type" given; a field of the event's data`],
    [
      'what CDK loses',
      ['__proto__'],
      'filterAttributes[0]: "__proto__" given; a name that CDK writes into a template.',
    ],
    [
      'a field twice',
      ['a', 'b', 'a'],
      'filterAttributes[2]: "a" given a second time; each field is named once.',
    ],
    [
      'nine fields',
      [...most, 'i'],
      'filterAttributes: 9 given; at most 8 fields: a message with more than 10 attributes, source and type among them, SNS discards on its way to a queue.',
    ],
  ])('refuses %s', (_, filterAttributes, message) => {
    const props = { filterAttributes: filterAttributes as string[] };
    expect(() => new StandardTopic(stack(), 'Orders', props)).toThrow(message);
    expect(() => new FifoTopic(stack(), 'Orders', props)).toThrow(/\[spillway:filter-attributes\]/);
    const attributes = {
      topicArn: `arn:aws:sns:${env.region}:${env.account}:orders`,
      deadLetterQueueArn,
      ...props,
    };
    expect(() => StandardTopic.fromAttributes(stack(), 'Orders', attributes)).toThrow(message);
  });

  it('refuses all that is wrong at once, with what to do', () => {
    const filterAttributes = ['source', 'a b'];
    const make = () => new StandardTopic(stack(), 'Orders', { filterAttributes });
    expect(make).toThrow(/^Stack\/Orders: 2 props are wrong:/);
    expect(make).toThrow(
      'Name what producers publish as dataAttributes, or leave filterAttributes out, so that subscriptions filter on the body. [spillway:filter-attributes]',
    );
  });
});

describe('a filter on attributes', () => {
  test.each<[string, unknown, string]>([
    ['an exact number', [0.1234567], '0.1234567'],
    ['a number that is compared', [{ numeric: ['=', 0.1234567] }], '0.1234567'],
    ['the end of a range', [{ numeric: ['>', 1, '<', 1.0000001] }], '1.0000001'],
    ['a number that is not', [{ 'anything-but': [0.000001] }], '0.000001'],
  ])('refuses %s with more digits than a producer may publish', (_, total, shown) => {
    expect(() => where({ total })).toThrow(
      `events: at total, ${shown}; a number from -1000000000 to 1000000000 with at most 5 digits after the decimal point, which is all that SNS compares. Change the filter, or leave filterAttributes out, so that subscriptions filter on the body. [spillway:filter-attributes]`,
    );
  });

  it('takes as many digits as SNS compares', () => {
    const total = [{ numeric: ['>=', 0.12345, '<', 1e9] }];
    expect(where({ total })).toMatchObject({ total });
  });

  test.each<[string, object, object]>([
    ['fields inside a field', { shipTo: { country: ['US'], state: ['WA'] } }, flat('US', 'WA')],
    ['a name with dots', { 'shipTo.country': ['US'] }, { 'shipTo.country': ['US'] }],
    [
      'an operator',
      { total: [{ numeric: ['>=', 500] }, { exists: false }] },
      { total: [{ numeric: ['>=', 500] }, { exists: false }] },
    ],
    [
      '$or',
      { $or: [us, { total: [{ numeric: ['>', 9] }] }] },
      { $or: [{ 'shipTo.country': ['US'] }, { total: [{ numeric: ['>', 9] }] }] },
    ],
    [
      '$or inside a field',
      { shipTo: { $or: [{ country: ['US'] }, { state: ['WA'] }] } },
      { $or: [{ 'shipTo.country': ['US'] }, { 'shipTo.state': ['WA'] }] },
    ],
    [
      '$or inside $or',
      { $or: [{ total: [1] }, { shipTo: { $or: [{ country: ['US'] }, { state: ['WA'] }] } }] },
      {
        $or: [{ total: [1] }, { $or: [{ 'shipTo.country': ['US'] }, { 'shipTo.state': ['WA'] }] }],
      },
    ],
    [
      'every $or inside the one before it',
      {
        $or: [{ total: [1] }, { total: [{ exists: false }] }],
        shipTo: { $or: [{ country: ['US'] }, { state: ['WA'] }] },
      },
      {
        $or: [
          { total: [1], $or: [{ 'shipTo.country': ['US'] }, { 'shipTo.state': ['WA'] }] },
          {
            total: [{ exists: false }],
            $or: [{ 'shipTo.country': ['US'] }, { 'shipTo.state': ['WA'] }],
          },
        ],
      },
    ],
  ])('says %s', (_, pattern, policy) => {
    expect(where(pattern)).toEqual({ ...ofPlaced, ...policy });
  });

  it('joins event types that are filtered alike', () => {
    expect(subscribed([placed.where(us), cancelled.where(us)]).FilterPolicy).toEqual({
      source: ['shop.checkout'],
      type: ['order.placed.v1', 'order.cancelled.v1'],
      'shipTo.country': ['US'],
    });
  });

  it('joins several filters that differ as alternatives', () => {
    expect(subscribed([placed.where(us), cancelled.all()]).FilterPolicy).toEqual({
      source: ['shop.checkout'],
      $or: [
        { type: ['order.placed.v1'], 'shipTo.country': ['US'] },
        { type: ['order.cancelled.v1'] },
      ],
    });
  });

  it('takes 150 combinations of values, which the depth does not count into', () => {
    const values = (count: number) => Array.from({ length: count }, (_, at) => `v${at}`);
    const of = (count: number) => where({ shipTo: { country: values(count) } });
    expect(of(150)['shipTo.country']).toHaveLength(150);
    expect(() => of(151)).toThrow(
      'events: it is too complex: 151 combinations of values; AWS takes at most 150',
    );
  });

  it('takes 5 keys, source and type among them', () => {
    const four = ['a', 'b', 'c', 'd'];
    expect(where({ a: [1], b: [1], c: [1] }, four)).toMatchObject({ a: [1], b: [1], c: [1] });
    expect(() => where({ a: [1], b: [1], c: [1], d: [1] }, four)).toThrow(
      'events: at d, it is one of 6 keys (source, type, a, b, c, d); AWS takes at most 5 keys.',
    );
  });

  test.each<[string, object]>([
    ['shipTo.zip', { shipTo: { country: ['US'], zip: ['98101'] } }],
    ['shipTo', { shipTo: ['US'] }],
    ['shipTo.country.code', { shipTo: { country: { code: ['US'] } } }],
    ['coupon', { $or: [us, { coupon: ['A'] }] }],
    ['source', { source: ['shop.checkout'] }],
    ['constructor', { constructor: ['x'] }],
  ])('refuses the field %s, which is no attribute', (path, pattern) => {
    expect(() => where(pattern)).toThrow(
      `events: at ${path}, a field that this topic does not have as an attribute; its subscriptions filter on source, type, shipTo.country, shipTo.state, total. Name the field in filterAttributes, and in dataAttributes of the producers, or leave filterAttributes out, so that subscriptions filter on the body. [spillway:filter-attributes]`,
    );
  });

  it('refuses every field where there is none', () => {
    expect(() => where(us, [])).toThrow(
      'events: at shipTo.country, a field that this topic does not have as an attribute; its subscriptions filter on source, type.',
    );
  });

  it('refuses a field whose name is a token', () => {
    expect(() => where({ [Fn.ref('Field')]: ['x'] })).toThrow(
      'events: at a value known only when deployed, a field that this topic does not have',
    );
  });

  test.each<[string, object, string]>([
    [
      'with and without dots',
      { 'shipTo.country': ['US'], shipTo: { country: ['CA'] } },
      'shipTo.country',
    ],
    ['beside $or and in it', { total: [1], $or: [{ total: [2] }, us] }, 'total'],
    [
      'in two $or',
      {
        $or: [us, { total: [1] }],
        shipTo: { $or: [{ country: ['US'] }, { state: ['WA'] }] },
      },
      'shipTo.country',
    ],
  ])('refuses a field that is named twice, %s', (_, pattern, path) => {
    expect(() => where(pattern)).toThrow(
      `events: at ${path}, a field that is named twice; in every way through the alternatives of $or a field is named once.`,
    );
  });

  test.each<[string, unknown, string]>([
    ['a quotation mark', 'a"b', 'a\\"b'],
    ['a backslash', 'a\\b', 'a\\\\b'],
    ['a tab', 'a\tb', 'a\\tb'],
    ['a backslash in a wildcard', { wildcard: '\\*a*' }, '\\\\*a*'],
    ['a quotation mark in an exclusion', { 'anything-but': ['a', '"'] }, '\\"'],
  ])('refuses %s', (_, matcher, shown) => {
    expect(() => where({ shipTo: { state: ['WA', matcher] } })).toThrow(
      `events: at shipTo.state, "${shown}"; a text without quotation marks, backslashes and controls: in a filter on attributes SNS takes them for something else. Change the filter, or leave filterAttributes out`,
    );
  });

  it('refuses an event type with a quotation mark', () => {
    const quoted = EventContract.of({ source: 'shop', eventType: 'a"b.v1', owner: 'shop' });
    expect(() => subscribed([quoted.all()])).toThrow('events: at type, "a\\"b.v1"; a text without');
  });

  it('refuses filters with a value in common, of which SNS would drop the second', () => {
    const usOrCa = placed.where({ shipTo: { country: ['US', 'CA'] } });
    const caOrMx = placed.where({ shipTo: { country: ['CA', 'MX'] } });
    expect(() => subscribed([usOrCa, caOrMx])).toThrow(
      'events: an alternative on shipTo.country, source, type that overlaps an earlier one;',
    );
    expect(() => subscribed([usOrCa, caOrMx])).toThrow('[spillway:filter-overlap]');
  });

  it('takes filters with other values, and of other types', () => {
    const canada = placed.where({ shipTo: { country: ['CA'] } });
    expect(subscribed([placed.where(us), canada]).FilterPolicy.$or).toHaveLength(2);
    const all = cancelled.where({ shipTo: { country: ['US', 'CA'] } });
    expect(subscribed([placed.where(us), all]).FilterPolicy.$or).toHaveLength(2);
  });

  it('takes a value that is known when the stack is deployed', () => {
    const of = stack({ env });
    const country = new CfnParameter(of, 'Country').valueAsString;
    const from = new StandardTopic(of, 'Orders', { filterAttributes: fields });
    const events = [placed.where({ shipTo: { country: [country] } }), cancelled.all()];
    new Subscription(of, 'Seattle', { from, events });
    expect(resource(of, 'AWS::SNS::Subscription').Properties.FilterPolicy).toEqual({
      source: ['shop.checkout'],
      $or: [
        { type: ['order.placed.v1'], 'shipTo.country': [{ Ref: 'Country' }] },
        { type: ['order.cancelled.v1'] },
      ],
    });
  });

  test.each<[string, (token: string) => EventFilter[]]>([
    [
      'beside a value',
      (token) => [placed.where({ shipTo: { country: [token] } }), placed.where(us)],
    ],
    [
      'beside another',
      (token) => [
        placed.where({ shipTo: { country: [token] } }),
        placed.where({ shipTo: { country: [Fn.ref('Other')] } }),
      ],
    ],
    [
      'as a list',
      () => [
        placed.where({ shipTo: { country: Lazy.any({ produce: () => ['US'] }) } }),
        placed.where(us),
      ],
    ],
  ])('refuses such a value %s that it may be the same as', (_, events) => {
    expect(() => subscribed(events(Token.asString({ Ref: 'Country' })))).toThrow(
      'an alternative on shipTo.country, source, type that overlaps an earlier one',
    );
  });

  it('refuses alternatives that combine in more ways than AWS takes, in no time', () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
    const hundred = Array.from({ length: 100 }, () => ({ x: [Fn.ref('Value')] }));
    const pattern = Object.fromEntries(names.map((name) => [name, { $or: hundred }]));
    const paths = names.map((name) => `${name}.x`);
    expect(() => where(pattern, paths)).toThrow(
      'events: alternatives that combine in 10000000000000000 ways; AWS takes at most 1000.',
    );
  });
});

function flat(country: string, state: string): object {
  return { 'shipTo.country': [country], 'shipTo.state': [state] };
}

describe('the finished subscription of a topic with filterAttributes', () => {
  const finished = (override: (one: CfnSubscription) => void) => {
    const app = new App();
    const of = new Stack(app, 'Stack', { env });
    const from = new StandardTopic(of, 'Orders', { filterAttributes: fields });
    const subscription = new Subscription(of, 'Seattle', { from, events: [placed.where(us)] });
    override(subscription.node.findChild('TopicSubscription') as CfnSubscription);
    return () => app.synth();
  };

  it('is valid as it was made', () => {
    expect(finished(() => undefined)).not.toThrow();
  });

  test.each<[string, string, unknown, string]>([
    [
      'looks at the body',
      'FilterPolicyScope',
      'MessageBody',
      'no longer looks at the attributes that its filter names after it was made',
    ],
    [
      'has lost its scope, which CloudFormation does not take away',
      'FilterPolicyScope',
      undefined,
      'no longer looks at the attributes that its filter names after it was made',
    ],
    [
      'has a filter that attributes do not take',
      'FilterPolicy',
      { data: us },
      'at data.shipTo.country, it is nested, which a filter policy on message attributes does not',
    ],
  ])('refuses one that %s', (_, property, value, message) => {
    expect(finished((one) => one.addPropertyOverride(property, value))).toThrow(message);
  });
});
