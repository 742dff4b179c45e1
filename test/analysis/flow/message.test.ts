import type { TopicMessage } from '../../../lib/analysis';
import { topicShop } from './topic-template';

const refused: [name: string, message: unknown, reason: string][] = [
  [
    'a message without a text',
    { message: '' },
    'event: message: ""; expected a text of at least one character, or what is written as JSON',
  ],
  ['a message that is a number', { message: 5 }, 'event: message: number; expected'],
  ['an empty subject', { message: 'a', subject: '' }, 'event: subject: ""; expected'],
  ['an empty group', { message: 'a', messageGroupId: '' }, 'event: messageGroupId: ""; expected'],
  [
    'attributes in a list',
    { message: 'a', messageAttributes: [] },
    'event: messageAttributes: an array; expected an object',
  ],
  [
    'an attribute without a type',
    { message: 'a', messageAttributes: { one: { StringValue: 'a' }, two: 'b' } },
    'messageAttributes.one: expected a DataType, and a StringValue or a BinaryValue; messageAttributes.two: expected',
  ],
  [
    'an attribute without a value',
    { message: 'a', messageAttributes: { one: { DataType: 'String' } } },
    'messageAttributes.one: expected a DataType, and a StringValue or a BinaryValue',
  ],
];

describe('published', () => {
  test.each(refused)('refuses %s', (_, message, reason) => {
    expect(() => topicShop().route(message as TopicMessage)).toThrow(TypeError);
    expect(() => topicShop().route(message as TopicMessage)).toThrow(reason);
  });

  it('refuses a message that JSON can not hold', () => {
    const message: { self?: unknown } = {};
    message.self = message;
    expect(() => topicShop().route({ message })).toThrow("event.message can't be written");
  });

  it('refuses a message without a group for a FIFO topic', () => {
    const flow = topicShop(({ Topic }) => {
      Object.assign(Topic.Properties, { FifoTopic: true, TopicName: 'orders.fifo' });
    });
    expect(() => flow.route({ message: 'a' })).toThrow(
      'event: messageGroupId: undefined; expected a text of at least one character: the topic is FIFO',
    );
    expect(flow.route({ message: 'a', messageGroupId: 'b' }).hops).toHaveLength(1);
  });
});
