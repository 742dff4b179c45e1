import type { ChannelName } from '../../../examples/retailer/channels';
import { resourcesOf, templates } from './retailer-templates';

const countOf = (channel: ChannelName | undefined, type: string) =>
  resourcesOf(templates(channel), type).length;

describe('the retailer', () => {
  test.each([
    ['no channel named', undefined, { buses: 1, topics: 0, apis: 1 }],
    ['classic', 'classic', { buses: 1, topics: 0, apis: 1 }],
    ['standard', 'standard', { buses: 0, topics: 1, apis: 0 }],
    ['fifo', 'fifo', { buses: 0, topics: 1, apis: 0 }],
  ] as const)(
    'stands on one channel, and takes partners in by HTTP on a bus (%s)',
    (_name, channel, expected) => {
      expect({
        buses: countOf(channel, 'AWS::Events::EventBus'),
        topics: countOf(channel, 'AWS::SNS::Topic'),
        apis: countOf(channel, 'AWS::ApiGateway::RestApi'),
      }).toEqual(expected);
    },
  );

  test.each([
    ['standard', undefined, 13], // two a subscription, and the topic's dead letters
    ['fifo', true, 18], // three a subscription: what SNS could not deliver is its own
  ] as const)('has a topic and queues of one kind (%s)', (channel, fifo, count) => {
    const all = templates(channel);
    const [topic] = resourcesOf(all, 'AWS::SNS::Topic');
    expect(topic?.resource.Properties.FifoTopic).toBe(fifo);
    const queues = resourcesOf(all, 'AWS::SQS::Queue').map(({ resource }) => resource.Properties);
    expect(queues).toHaveLength(count);
    expect(new Set(queues.map(({ FifoQueue }) => FifoQueue))).toEqual(new Set([fifo]));
  });

  test.each(['standard', 'fifo'] as const)(
    'names no partition, account or region (%s)',
    (channel) => {
      expect(JSON.stringify(templates(channel))).not.toMatch(/arn:aws|\d{12}|us-east-1/);
    },
  );

  it('asks for the countries of a warehouse in a filter that SNS takes', () => {
    const [malmo] = resourcesOf(templates('fifo'), 'AWS::SNS::Subscription', 'Malmo');
    // Three fields; values times depth: 1 source x 2 types x 7 countries at depth 3 = 42 of 150.
    expect(malmo?.resource.Properties).toMatchObject({
      FilterPolicyScope: 'MessageBody',
      FilterPolicy: {
        source: ['retailer.checkout'],
        type: ['order.placed.v1', 'order.cancelled.v1'],
        data: {
          shipTo: {
            country: ['Sweden', 'Norway', 'Denmark', 'Finland', 'Iceland', 'Poland', 'Lithuania'],
          },
        },
      },
    });
  });
});
