import type { Delivered, TopicMessage } from '../../../lib/analysis';
import {
  placed,
  subscription,
  subscriptionHop,
  type TopicChange,
  topicShop,
} from './topic-template';

const arn = 'arn:aws:sns:eu-west-1:111122223333:orders';

const around = {
  Type: 'Notification',
  MessageId: '⟨message id⟩',
  TopicArn: arn,
  Timestamp: '⟨time of publishing⟩',
  SignatureVersion: '1',
  Signature: '⟨signature⟩',
  SigningCertURL: '⟨URL of the signing certificate⟩',
  UnsubscribeURL: '⟨URL to unsubscribe⟩',
};

const text = '{"a": 1.0}';

type Row = [name: string, raw: unknown, message: TopicMessage, delivers: Delivered];

const rows: Row[] = [
  ['the message itself', true, { message: text }, { body: { a: 1 } }],
  ['an object', 'true', { message: { a: [1] } }, { body: { a: [1] } }],
  ['a text that is no JSON', true, { message: 'hello' }, { body: 'hello', text: 'hello' }],
  [
    'its attributes',
    true,
    { message: text, messageAttributes: placed.messageAttributes, subject: 'not there' },
    { body: { a: 1 }, messageAttributes: placed.messageAttributes },
  ],
  [
    'its group',
    true,
    { message: text, messageGroupId: 'customer-1' },
    { body: { a: 1 }, messageGroupId: 'customer-1' },
  ],
  ['JSON around the text', false, { message: text }, { body: { ...around, Message: text } }],
  [
    'JSON around it by default',
    undefined,
    { message: 'hello' },
    { body: { ...around, Message: 'hello' } },
  ],
  [
    'JSON with attributes and subject',
    undefined,
    {
      message: { a: 1 },
      subject: 'Placed',
      messageAttributes: {
        ...placed.messageAttributes,
        photo: { DataType: 'Binary', BinaryValue: new Uint8Array([1, 2, 255]) },
      },
    },
    {
      body: {
        ...around,
        Subject: 'Placed',
        Message: '{"a":1}',
        MessageAttributes: {
          type: { Type: 'String', Value: 'order.placed.v1' },
          total: { Type: 'Number', Value: '20' },
          photo: { Type: 'Binary', Value: 'AQL/' },
        },
      },
    },
  ],
  [
    'what a parameter decides',
    { Ref: 'Raw' },
    { message: text },
    { unknown: 'whether the subscription has RawMessageDelivery is not known' },
  ],
];

describe('deliveredBy', () => {
  test.each(rows)('a consumer finds %s', (_, RawMessageDelivery, message, delivers) => {
    const hop = subscriptionHop(topicShop(subscription({ RawMessageDelivery })), message);
    expect(hop.verdict).toBe('delivered');
    expect(hop.delivers).toEqual(delivers);
  });

  const signedBy = (change: TopicChange) => {
    const hop = subscriptionHop(
      topicShop((resources) => {
        subscription({ RawMessageDelivery: false })(resources);
        change(resources);
      }),
    );
    return (hop.delivers as { body: object }).body;
  };

  it.each([
    ['a FIFO queue of a FIFO topic', true, true, { messageGroupId: 'customer-1' }],
    ['a standard queue of a FIFO topic, which no page tells', true, undefined, {}],
  ])('gives its group to %s', (_, FifoTopic, FifoQueue, group) => {
    const flow = topicShop(({ Topic, Queue }) => {
      Object.assign(Topic.Properties, { FifoTopic });
      Object.assign(Queue.Properties, { FifoQueue });
    });
    const message = { message: 'a', messageGroupId: 'customer-1' };
    expect(subscriptionHop(flow, message).delivers).toEqual({ body: 'a', text: 'a', ...group });
  });

  it('has the signature version of the topic', () => {
    const two = signedBy(({ Topic }) => {
      Topic.Properties.SignatureVersion = '2';
    });
    expect(two).toMatchObject({ SignatureVersion: '2' });
    const elsewhere = signedBy((resources) => {
      delete (resources as { Topic?: object }).Topic;
      subscription({ TopicArn: arn })(resources);
      for (const policy of [resources.QueuePolicy, resources.DeadLettersPolicy]) {
        Object.assign(policy.Properties.PolicyDocument.Statement[0] ?? {}, { Condition: {} });
      }
    });
    expect(elsewhere).toMatchObject({ SignatureVersion: '⟨signature version⟩' });
  });
});
