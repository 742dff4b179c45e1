import { App, Duration, Stack } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Delivery, StandardTopic, Subscription } from '../../lib';
import { placed, pushTo, role } from './fixture-parts';

const arn = (service: string, resource: string) =>
  `arn:aws:${service}:eu-west-1:111111111111:${resource}`;

/** One event a key at a time, pushed, under a key; and a topic of another app under its own. */
export function inTurn(): Stack {
  const stack = new Stack(new App(), 'InTurn');
  const news = new StandardTopic(stack, 'News', { contracts: [placed] });
  const functionTimeout = Duration.seconds(20);
  const delivery = pushTo(stack, 'Handler', { functionTimeout, batchSize: 1 });
  const handling = new Subscription(stack, 'Handling', {
    from: news,
    events: [placed.all()],
    encryptionKey: new Key(stack, 'TurnKey'),
    delivery: Delivery.oneAtATime({ messageGroup: 'orderId', delivery }),
  });
  handling.grants.redrive(role(stack, 'Caretaker'));
  const foreign = StandardTopic.fromAttributes(stack, 'Foreign', {
    topicArn: arn('sns', 'Foreign'),
    deadLetterQueueArn: arn('sqs', 'ForeignDeadLetters'),
    encryptionKeyArn: arn('kms', 'key/1'),
  });
  const mirror = new Subscription(stack, 'Mirror', { from: foreign, events: [placed.all()] });
  mirror.grants.consume(role(stack, 'Reader'));
  return stack;
}
