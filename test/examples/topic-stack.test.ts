import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { TopicStack } from '../../examples/topic-stack';
import { Flow } from '../../lib/analysis';
import { findings } from '../compliance/findings';
import { counts, resources } from '../support/stacks';

describe('TopicStack', () => {
  const app = new App();
  const of = new TopicStack(app, 'Topic');

  it('is a topic with its dead-letter queue, and five resources a subscription', () => {
    expect(counts(of)).toEqual({
      'AWS::IAM::Policy': 2,
      'AWS::IAM::Role': 2,
      'AWS::SNS::Subscription': 2,
      'AWS::SNS::Topic': 1,
      'AWS::SNS::TopicPolicy': 1,
      'AWS::SQS::Queue': 5,
      'AWS::SQS::QueuePolicy': 5,
    });
  });

  it('gives one its share and the other everything', () => {
    const ofAll = { source: ['shop.checkout'], type: ['order.placed.v1'] };
    const filters = Object.values(resources(of, 'AWS::SNS::Subscription')).map(
      ({ Properties }) => Properties.FilterPolicy,
    );
    expect(filters).toEqual([{ ...ofAll, data: { shipTo: { country: ['US'] } } }, ofAll]);
  });

  it('leaves the nag packs only what a user has to say of a role', () => {
    expect(findings(app).map((one) => one.split(' ').at(-1))).toEqual(
      expect.arrayContaining(['HIPAA.Security-IAMNoInlinePolicy']),
    );
    expect(findings(app).filter((one) => !one.includes('IAMNoInlinePolicy'))).toEqual([]);
  });

  test.each([
    ['US', ['delivered', 'delivered']],
    ['CA', ['delivered', 'filtered']],
  ])('routes an order to %s through its template', (country, verdicts) => {
    const flow = Flow.of({ Topic: Template.fromStack(of).toJSON() });
    const message = {
      specversion: '1.0',
      id: 'o-1',
      source: 'shop.checkout',
      type: 'order.placed.v1',
      data: { shipTo: { country } },
    };
    const { hops } = flow.route({ message });
    const byQueue = hops.map(({ to, verdict }) => [JSON.stringify(to).includes('Audit'), verdict]);
    expect(byQueue.sort().reverse()).toEqual([
      [true, verdicts[0]],
      [false, verdicts[1]],
    ]);
  });
});
