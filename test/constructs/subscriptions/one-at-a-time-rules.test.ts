import { Duration, type Stack } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import {
  Delivery,
  Envelope,
  FifoTopic,
  type OneAtATimeOptions,
  StandardTopic,
  WorkQueue,
} from '../../../lib';
import { pipeOf, seattle } from './one-at-a-time-shop';

describe('oneAtATimeRules', () => {
  describe('its message group', () => {
    test.each([
      ['orderId'],
      ['shipTo.country'],
      ['ship-to.post_code'],
      ['0'],
      ['__proto__'],
      ['x'.repeat(88)],
    ])('is at %s', (messageGroup) => {
      const { SqsQueueParameters } = pipeOf(
        seattle({ options: () => ({ messageGroup }) }).of,
      ).TargetParameters;
      expect(SqsQueueParameters.MessageGroupId).toBe(`$.body.data.${messageGroup}`);
    });

    test.each([
      ['an empty path', ''],
      ['a path from the root', '$.orderId'],
      ['an index', 'lines[0]'],
      ['a wildcard', 'lines.*'],
      ['a step without a name', 'shipTo..country'],
      ['a dot in front', '.orderId'],
      ['a dot at the end', 'orderId.'],
      ['a space', 'order id'],
      ['a slash', 'shipTo/country'],
      ['a letter that is not of ASCII', 'größe'],
      ['two lines', 'orderId\n'],
    ])('is refused: %s', (_, messageGroup) => {
      expect(() => seattle({ options: () => ({ messageGroup }) })).toThrow(
        /Stack\/Seattle: [\s\S]*delivery\.messageGroup: "[\s\S]*given; a pipe finds a field by its path[\s\S]*\[spillway:message-group\]/,
      );
    });

    test.each<[string, OneAtATimeOptions, RegExp]>([
      ['', { messageGroup: 'x'.repeat(89) }, /at most 88 characters/],
      [
        ' in an envelope',
        {
          messageGroup: 'x'.repeat(82),
          delivery: Delivery.pull({ envelope: Envelope.EVENTBRIDGE }),
        },
        /at most 81 characters/,
      ],
    ])('is refused where it is too long for a pipe%s', (_, options, message) => {
      expect(() => seattle({ options: () => options })).toThrow(message);
      expect(() => seattle({ options: () => options })).toThrow('[spillway:message-group]');
    });
  });

  it('refuses another one within', () => {
    const delivery = Delivery.oneAtATime();
    expect(() => seattle({ options: () => ({ delivery }) })).toThrow(
      /delivery\.delivery: "Delivery\.oneAtATime" given; behind the FIFO queue the consumer pulls[\s\S]*\[spillway:delivery\]/,
    );
  });

  it.each([
    ['FifoTopic', (of: Stack) => new FifoTopic(of, 'Orders')],
    ['FIFO WorkQueue', (of: Stack) => new WorkQueue(of, 'Orders', { fifo: true })],
  ])('refuses a %s, which hands over one at a time already', (_, channel) => {
    expect(() => seattle({ channel })).toThrow(
      /delivery: Delivery\.oneAtATime given; a FIFO queue hands over one event a key at a time already[\s\S]*\[spillway:delivery\]/,
    );
  });

  it('refuses a FIFO queue of the user to arrive in', () => {
    const encryption = QueueEncryption.SQS_MANAGED;
    const more = (of: Stack) => ({ queue: new Queue(of, 'Mine', { fifo: true, encryption }) });
    expect(() => seattle({ more })).toThrow('[spillway:queue-fifo]');
  });

  describe('its retention', () => {
    it.each([
      ['a minute', Duration.seconds(60), 1],
      ['as long as setting aside takes', Duration.seconds(300), undefined],
    ])('is refused: %s', (_, retention, maxReceiveCount) => {
      expect(() => seattle({ more: () => ({ retention, maxReceiveCount }) })).toThrow(
        /one prop is wrong:[\s\S]*retention: [15] minutes? given; an event that a pipe can't move is set aside after 300 seconds, 5 receives a minute apart[\s\S]*\[spillway:retention\]/,
      );
    });

    it('is longer than setting aside takes', () => {
      expect(() => seattle({ more: () => ({ retention: Duration.seconds(301) }) })).not.toThrow();
    });

    it('is that of the FIFO queue alone where the queue before it stands already', () => {
      const retention = Duration.seconds(200);
      const channel = (of: Stack) => new WorkQueue(of, 'Orders');
      expect(() => seattle({ channel, more: () => ({ retention }) })).not.toThrow();
      const more = (of: Stack) => ({ retention, queue: new Queue(of, 'Mine') });
      expect(() => seattle({ more })).not.toThrow();
    });
  });

  it('refuses a fair queue behind it, whatever the channel', () => {
    const options = () => ({ delivery: Delivery.pull({ requireFairQueue: true }) });
    const channel = (of: Stack) => new StandardTopic(of, 'Orders');
    expect(() => seattle({ options, channel })).toThrow(
      /one prop is wrong:[\s\S]*delivery\.delivery\.requireFairQueue: true given; the consumer receives from a FIFO queue[\s\S]*\[spillway:fair-queue\]/,
    );
    expect(() => seattle({ options })).toThrow('one prop is wrong:');
  });
});
