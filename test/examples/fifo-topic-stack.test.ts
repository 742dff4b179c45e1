import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { FifoTopicStack } from '../../examples/fifo-topic-stack';
import { Flow } from '../../lib/analysis';
import { findings } from '../compliance/findings';
import { counts, resource, resources } from '../support/stacks';

describe('FifoTopicStack', () => {
  const app = new App();
  const of = new FifoTopicStack(app, 'FifoTopic');

  it('is a topic, and seven resources a subscription', () => {
    expect(counts(of)).toEqual({
      'AWS::IAM::Policy': 3,
      'AWS::IAM::Role': 3,
      'AWS::SNS::Subscription': 2,
      'AWS::SNS::Topic': 1,
      'AWS::SNS::TopicPolicy': 1,
      'AWS::SQS::Queue': 6,
      'AWS::SQS::QueuePolicy': 6,
    });
  });

  it('has FIFO queues only', () => {
    const queues = Object.values(resources(of, 'AWS::SQS::Queue'));
    expect(queues.map(({ Properties }) => Properties.FifoQueue)).toEqual(Array(6).fill(true));
  });

  test.each([
    ['the ledger holds what fails, and what comes after it', 'LedgerQueue', 1000],
    ['Seattle sets it aside', 'SeattleQueue', 5],
  ])('%s', (_, id, maxReceiveCount) => {
    expect(resource(of, 'AWS::SQS::Queue', id).Properties.RedrivePolicy).toMatchObject({
      maxReceiveCount,
    });
  });

  it('gives one everything and the other its share', () => {
    const [ledger, seattle] = Object.values(resources(of, 'AWS::SNS::Subscription')).map(
      ({ Properties }) => Properties.FilterPolicy,
    );
    expect(ledger).toEqual({
      source: ['shop.checkout'],
      type: ['order.placed.v1', 'order.cancelled.v1'],
    });
    expect(seattle).toEqual({
      source: ['shop.checkout'],
      type: ['order.placed.v1'],
      data: { shipTo: { country: ['US'] } },
    });
  });

  it('leaves the nag packs only what a user has to say of a role', () => {
    const ids = findings(app).map((one) => one.split(' ').at(-1));
    expect(new Set(ids)).toEqual(
      new Set([
        'HIPAA.Security-IAMNoInlinePolicy',
        'NIST.800.53.R5-IAMNoInlinePolicy',
        'PCI.DSS.321-IAMNoInlinePolicy',
      ]),
    );
  });

  test.each([
    ['order.placed.v1', 'US', { Ledger: 'delivered', Seattle: 'delivered' }],
    ['order.placed.v1', 'CA', { Ledger: 'delivered', Seattle: 'filtered' }],
    ['order.cancelled.v1', 'US', { Ledger: 'delivered', Seattle: 'filtered' }],
  ])('routes %s to %s through its template', (type, country, verdicts) => {
    const flow = Flow.of({ FifoTopic: Template.fromStack(of).toJSON() });
    const message = {
      specversion: '1.0',
      id: 'o-1',
      source: 'shop.checkout',
      type,
      partitionkey: 'o-1',
      data: { shipTo: { country } },
    };
    const { hops } = flow.route({ message, messageGroupId: 'o-1' });
    const byConsumer = hops.map(({ to, verdict }) => [
      JSON.stringify(to).includes('Ledger') ? 'Ledger' : 'Seattle',
      verdict,
    ]);
    expect(Object.fromEntries(byConsumer)).toEqual(verdicts);
  });
});
