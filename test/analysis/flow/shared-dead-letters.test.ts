import type { SubscriptionHop } from '../../../lib/analysis';
import { type TopicResources, topicShop } from './topic-template';

const attributeOf = (value: string) => ({ kind: { DataType: 'String', StringValue: value } });

/** A FIFO topic with a second subscription, whose queue lets nobody in. */
function hopsOf(change: (resources: TopicResources, other: object) => void = () => {}) {
  const flow = topicShop((resources) => {
    Object.assign(resources.Topic.Properties, { FifoTopic: true, TopicName: 'orders.fifo' });
    Object.assign(resources.DeadLetters.Properties, { FifoQueue: true });
    const Endpoint = { 'Fn::GetAtt': ['Closed', 'Arn'] };
    const other = { ...resources.Subscription.Properties, Endpoint };
    change(resources, other);
    const Closed = { Type: 'AWS::SQS::Queue', Properties: {} };
    Object.assign(resources, {
      Closed,
      Other: { ...resources.Subscription, Properties: other },
    });
  });
  const event = { message: 'order-1', messageGroupId: 'a', messageAttributes: attributeOf('x') };
  return flow.route(event).hops;
}

const closeBoth = (resources: TopicResources) => {
  Object.assign(resources.QueuePolicy.Properties.PolicyDocument, { Statement: [] });
};

const keepsOne =
  '2 subscriptions that get the message share Shop/DeadLetters: of copies with one deduplication id within five minutes it keeps one';
const verdicts = (hops: readonly SubscriptionHop[]) => hops.map(({ verdict }) => verdict);
const warned = (hops: readonly SubscriptionHop[]) =>
  hops.map(({ deadLetter }) => deadLetter?.reason.includes(keepsOne));

describe('shareDeadLetters', () => {
  it('says of both subscriptions what their FIFO queue keeps', () => {
    const hops = hopsOf();
    expect(verdicts(hops)).toEqual(['delivered', 'deadLettered']);
    expect(warned(hops)).toEqual([true, true]);
    expect(hops[1]?.reason).toMatch(new RegExp(`its dead-letter queue: .*; ${keepsOne}$`));
    expect(hops[0]?.reason).not.toContain(keepsOne);
  });

  it('leaves open whose copy is left where both set it aside', () => {
    const hops = hopsOf(closeBoth);
    expect(verdicts(hops)).toEqual(['unknown', 'unknown']);
    for (const { reason } of hops) expect(reason).toContain(keepsOne);
  });

  it.each<[string, (resources: TopicResources, other: object) => void, string[]]>([
    [
      'each subscription has a queue of its own',
      (resources, other) => {
        const deadLetterTargetArn = { 'Fn::GetAtt': ['More', 'Arn'] };
        Object.assign(other, { RedrivePolicy: { deadLetterTargetArn } });
        const { DeadLetters, DeadLettersPolicy } = resources;
        const [statement] = DeadLettersPolicy.Properties.PolicyDocument.Statement;
        const Statement = [{ ...statement, Resource: '*' }];
        const Properties = { Queues: [{ Ref: 'More' }], PolicyDocument: { Statement } };
        Object.assign(resources, { More: DeadLetters, MorePolicy: { ...DeadLettersPolicy } });
        Object.assign((resources as unknown as { MorePolicy: object }).MorePolicy, { Properties });
      },
      ['delivered', 'deadLettered'],
    ],
    [
      'only one has a queue',
      (_, other) => Object.assign(other, { RedrivePolicy: undefined }),
      ['delivered', 'lost'],
    ],
    [
      'the filter of one does not take the message',
      ({ Subscription }) => {
        Object.assign(Subscription.Properties, { FilterPolicy: { kind: ['y'] } });
      },
      ['filtered', 'deadLettered'],
    ],
  ])('says nothing where %s', (_, change, expected) => {
    const hops = hopsOf(change);
    expect(verdicts(hops)).toEqual(expected);
    expect(warned(hops)).not.toContain(true);
    for (const { reason } of hops) expect(reason).not.toContain('share');
  });

  it('says nothing of a third that filters the message', () => {
    const hops = hopsOf((resources) => {
      const Properties = { ...resources.Subscription.Properties, FilterPolicy: { kind: ['y'] } };
      Object.assign(resources, { Third: { ...resources.Subscription, Properties } });
    });
    expect(verdicts(hops)).toEqual(['delivered', 'filtered', 'deadLettered']);
    expect(warned(hops)).toEqual([true, false, true]);
  });

  it('says nothing where the queue is one of no template', () => {
    const deadLetterTargetArn = 'arn:aws:sqs:eu-west-1:111122223333:elsewhere.fifo';
    const hops = hopsOf((resources, other) => {
      for (const properties of [resources.Subscription.Properties, other]) {
        Object.assign(properties, { RedrivePolicy: { deadLetterTargetArn } });
      }
    });
    expect(verdicts(hops)).toEqual(['delivered', 'unknown']);
    expect(warned(hops)).toEqual([false, false]);
  });

  it('says nothing of a standard queue', () => {
    const hops = hopsOf((resources) => {
      closeBoth(resources);
      Object.assign(resources.Topic.Properties, { FifoTopic: undefined, TopicName: 'orders' });
      Object.assign(resources.DeadLetters.Properties, { FifoQueue: undefined });
    });
    expect(verdicts(hops)).toEqual(['deadLettered', 'deadLettered']);
    expect(warned(hops)).toEqual([false, false]);
  });
});
