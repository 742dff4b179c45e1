import type { Hop, PipeHop, QueueMessage, TopicMessage } from '../../../lib/analysis';
import { pipeHop, type QueueChange, routeOf, set } from './queue-template';
import { type Change, hopOf, shop } from './shop-template';
import { subscription, subscriptionHop, type TopicChange, topicShop } from './topic-template';

const MiB = 1_048_576;
const text = (bytes: number) => 'x'.repeat(bytes);
const attribute = (StringValue: string) => ({ kind: { DataType: 'String', StringValue } });
const limited = (MaximumMessageSize: unknown) => ({ MaximumMessageSize });
const named = { Ref: 'Size' };

const sent =
  (body: string | object, properties: object = {}, messageAttributes?: object) =>
  () =>
    routeOf(set('Work', { ...properties }), { body, messageAttributes } as QueueMessage);

const accepted: [name: string, route: () => unknown][] = [
  ['1 MiB', sent(text(MiB))],
  ['as much as the queue takes', sent(text(2048), limited(2048))],
  ['as much with the attributes', sent(text(2034), limited('2048'), attribute('xxxx'))],
  ['what a parameter may allow', sent(text(MiB), limited(named))],
  ['tabs, line breaks and all planes', sent('\t\n\r ~\uD7FF\uE000\uFFFD\u{1F6D2}\u{10FFFF}')],
  ['a NUL in JSON, which escapes it', sent({ a: '\u0000' })],
];

const atMost = (bytes: number) => `expected at most ${bytes} bytes`;
const size = (bytes: number) => `event: the message with its attributes: ${bytes} bytes; `;

const refused: [name: string, route: () => unknown, error: string][] = [
  ['a byte over 1 MiB', sent(text(MiB + 1)), size(MiB + 1) + atMost(MiB)],
  ['2 MB of JSON', sent({ a: text(2_000_000) }), size(2_000_008) + atMost(MiB)],
  ['a byte over what the queue takes', sent(text(1025), limited(1024)), size(1025) + atMost(1024)],
  ['what any parameter refuses', sent(text(MiB + 1), limited(named)), atMost(MiB)],
  ['bytes, not characters', sent('é'.repeat(513), limited(1024)), size(1026)],
  [
    'a byte over with the attributes: name, type and value',
    sent(text(1011), limited(1024), attribute('xxxx')),
    size(1025),
  ],
  [
    'bytes of an attribute',
    sent(text(1000), limited(1024), {
      b: { DataType: 'Binary', BinaryValue: new Uint8Array(18) },
    }),
    size(1025),
  ],
  ['a NUL', sent('a\u0000'), 'event: body: the character U+0000; expected the tab, the line'],
  ['a control character', sent('a\u001F'), 'the character U+001F'],
  ['half a pair', sent('a\uD800'), 'the character U+D800'],
  ['U+FFFE', sent('a\uFFFE'), 'the character U+FFFE'],
  [
    'a NUL in an attribute',
    sent('a', {}, attribute('b\u0000')),
    'event: messageAttributes.kind: the character U+0000',
  ],
];

describe('What SendMessage takes', () => {
  test.each(accepted)('is %s', (_, route) => {
    expect(route).not.toThrow();
  });

  test.each(refused)('refuses %s', (_, route, error) => {
    expect(route).toThrow(TypeError);
    expect(route).toThrow(error);
  });
});

const publish = (event: TopicMessage, properties: object) => () =>
  topicShop(({ Topic }) => void Object.assign(Topic.Properties, properties)).route(event);

describe('What Publish takes', () => {
  it.each<[string, () => unknown]>([
    ['256 KiB', publish({ message: text(262_144) }, {})],
    ['as much as the topic takes', publish({ message: text(MiB) }, limited(MiB))],
    ['a NUL, which no page refuses', publish({ message: '\u0000' }, {})],
  ])('is %s', (_, route) => {
    expect(route).not.toThrow();
  });

  it.each<[string, () => unknown, string]>([
    ['a byte over 256 KiB', publish({ message: text(262_145) }, {}), size(262_145)],
    ['a byte over what the topic takes', publish({ message: text(1025) }, limited(1024)), '1024'],
    [
      'a byte over with the attributes',
      publish({ message: text(1011), messageAttributes: attribute('xxxx') }, limited(1024)),
      size(1025) + atMost(1024),
    ],
  ])('refuses %s', (_, route, error) => {
    expect(route).toThrow(TypeError);
    expect(route).toThrow(error);
  });
});

describe('What Publish takes for a topic of no template', () => {
  const channel = 'arn:aws:sns:eu-west-1:111122223333:elsewhere';
  const route = (bytes: number) => () =>
    topicShop(subscription({ TopicArn: channel })).route({ message: text(bytes) }, { channel });

  it('is what any topic may take', () => {
    expect(route(MiB)).not.toThrow();
    expect(route(MiB + 1)).toThrow(size(MiB + 1) + atMost(MiB));
  });
});

const targetOf = (queue: object, deadLetters: object = {}): Change => {
  return ({ Queue, DeadLetters }) => {
    Object.assign(Queue.Properties, queue);
    Object.assign(DeadLetters.Properties, deadLetters);
  };
};

/** The rule hands the detail on: `{"a":"..."}`, 8 bytes more than its text. */
const byRule = (bytes: number, change: Change): Hop =>
  hopOf(shop(change), { detail: { a: text(bytes - 8) } });

describe('What a rule puts into a queue', () => {
  it.each<[string, number, Change, string, string]>([
    ['is as much as it takes', 1024, targetOf(limited(1024)), 'delivered', ''],
    [
      'is more than it takes',
      5120,
      targetOf(limited(1024)),
      'deadLettered',
      'the message with its attributes: 5120 bytes; Shop/Queue takes at most 1024 bytes; its dead-letter queue: ',
    ],
    [
      'is more than both queues take',
      5120,
      targetOf(limited(1024), limited(1024)),
      'lost',
      'Shop/Queue takes at most 1024 bytes; its dead-letter queue: the message with its attributes: at least ',
    ],
    [
      'may be too much for the dead-letter queue with the attributes of EventBridge',
      5120,
      targetOf(limited(1024), limited(8192)),
      'unknown',
      'and more where it is not known; Shop/DeadLetters takes at most 8192 bytes',
    ],
    [
      'may be more than a parameter allows',
      1025,
      targetOf(limited(named)),
      'unknown',
      'the MaximumMessageSize of Shop/Queue is not known; the message has 1025 bytes',
    ],
    ['is less than any parameter allows', 1024, targetOf(limited(named)), 'delivered', ''],
  ])('%s', (_, bytes, change, verdict, reason) => {
    const hop = byRule(bytes, change);
    expect(hop).toMatchObject({ verdict, reason: expect.stringContaining(reason) });
    expect(hop.delivers !== undefined && 'body' in hop.delivers).toBe(verdict === 'delivered');
  });

  it('is open where the event holds what EventBridge sets', () => {
    const whole: Change = (resources, template) => {
      targetOf(limited(1024))(resources, template);
      Object.assign(resources.Rule.Properties.Targets[0] ?? {}, { InputPath: undefined });
    };
    expect(hopOf(shop(whole))).toMatchObject({
      verdict: 'unknown',
      reason: expect.stringMatching(
        /^the message has at least \d+ bytes, and more where it is not known; Shop\/Queue takes/,
      ),
    });
    expect(hopOf(shop(targetOf(limited(65_536))), {}).verdict).toBe('delivered');
  });

  it('says nothing of the size where it fits', () => {
    const hop = hopOf(shop());
    expect(hop.reason).toBe(hop.target?.reason);
  });

  it.each([
    [4_104, 'delivered'],
    [4_103, 'unknown'],
  ])('holds up to 4,096 bytes for what a deployment tells: %s are taken', (bytes, verdict) => {
    const Input = { 'Fn::Sub': '{"a":"${AWS::StackId}"}' };
    const change: Change = (resources, template) => {
      targetOf(limited(bytes))(resources, template);
      Object.assign(resources.Rule.Properties.Targets[0] ?? {}, { InputPath: undefined, Input });
    };
    expect(hopOf(shop(change)).verdict).toBe(verdict);
  });

  it('is judged for the dead-letter queue where the queue lets nobody in', () => {
    const denied =
      (deadLetters: object): Change =>
      (resources, template) => {
        targetOf({}, deadLetters)(resources, template);
        Object.assign(resources, { QueuePolicy: undefined });
      };
    expect(byRule(5120, denied({})).verdict).toBe('deadLettered');
    expect(byRule(5120, denied(limited(1024))).verdict).toBe('lost');
  });
});

const ofTopic = (queue: object, deadLetters: object = {}, settings: object = {}): TopicChange => {
  return (resources) => {
    Object.assign(resources.Queue.Properties, queue);
    Object.assign(resources.DeadLetters.Properties, deadLetters);
    subscription({ ...settings })(resources);
  };
};

describe('What a topic puts into a queue', () => {
  const hop = (change: TopicChange, message: TopicMessage = { message: text(5120) }) =>
    subscriptionHop(topicShop(change), message);
  const small = limited(1024);
  const wrapped = { RawMessageDelivery: false };

  it.each<[string, TopicChange, string, string]>([
    ['is as much as it takes', ofTopic(limited(5120)), 'delivered', ''],
    [
      'is more than it takes',
      ofTopic(limited(5119)),
      'deadLettered',
      'the message with its attributes: 5120 bytes; Shop/Queue takes at most 5119 bytes; its dead-letter queue: ',
    ],
    [
      'is more than it takes, without a dead-letter queue',
      ofTopic(small, {}, { RedrivePolicy: undefined }),
      'lost',
      'the subscription has no dead-letter queue',
    ],
    ['is more than both take', ofTopic(small, small), 'lost', 'Shop/DeadLetters takes at most'],
    ['may be too much for the other', ofTopic(small, limited(6000)), 'unknown', 'more where'],
    ['is with the JSON of SNS more than it takes', ofTopic(small, {}, wrapped), 'deadLettered', ''],
    ['may be so', ofTopic(limited(5120), {}, wrapped), 'deadLettered', 'at least 5'],
    ['has room for the JSON of SNS', ofTopic(limited(65_536), {}, wrapped), 'delivered', ''],
    ['may not', ofTopic(limited(9_216), {}, wrapped), 'unknown', 'and more where it is not known'],
    [
      'may be raw or not',
      ofTopic(small, {}, { RawMessageDelivery: { Ref: 'Raw' } }),
      'delivered',
      '',
    ],
  ])('%s', (_, change, verdict, reason) => {
    expect(hop(change)).toMatchObject({ verdict, reason: expect.stringContaining(reason) });
  });

  it('counts the attributes of a raw message', () => {
    const message = { message: text(1011), messageAttributes: attribute('xxxx') };
    expect(hop(ofTopic(small), message).verdict).toBe('deadLettered');
    expect(hop(ofTopic(limited(1025)), message).verdict).toBe('delivered');
  });

  it('may hold no NUL, in either queue', () => {
    const message = { message: 'a\u0000' };
    expect(hop(ofTopic({}, {}, wrapped), message).verdict).toBe('delivered'); // JSON escapes it
    expect(hop(ofTopic({}), message)).toMatchObject({
      verdict: 'lost',
      reason: expect.stringMatching(/^body: the character U\+0000; Shop\/Queue takes the tab/),
    });
  });
});

describe('What a pipe puts into a queue', () => {
  const hop = (change: QueueChange, bytes = 5120): PipeHop =>
    pipeHop(change, { body: { partitionkey: 'a', a: text(bytes - 27) } });

  it.each<[string, QueueChange, string, string]>([
    ['is as much as it takes', set('Fifo', limited(5120)), 'delivered', ''],
    [
      'is more than it takes',
      set('Fifo', limited(1024)),
      'deadLettered',
      "the message with its attributes: 5120 bytes; Shop/Fifo takes at most 1024 bytes; the queue's dead-letter queue: ",
    ],
    [
      'may be more than a parameter allows',
      set('Fifo', limited(named)),
      'unknown',
      'the MaximumMessageSize of Shop/Fifo is not known',
    ],
    [
      'is lost without a dead-letter queue',
      (resources) => {
        set('Fifo', limited(1024))(resources);
        set('Work', { RedrivePolicy: undefined })(resources);
      },
      'lost',
      'Shop/Fifo takes at most 1024 bytes',
    ],
  ])('%s', (_, change, verdict, reason) => {
    expect(hop(change)).toMatchObject({ verdict, reason: expect.stringContaining(reason) });
  });

  it('goes no further than a queue that is too small', () => {
    expect(hop(set('Fifo', limited(1024)))).not.toHaveProperty('onward');
  });
});
