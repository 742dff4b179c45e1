import { Arn, ArnFormat, Token } from 'aws-cdk-lib';
import { type Place, type PropRule, show } from '../../validation';

/** What an ARN that was given says of the place of a channel, as far as it is known. */
export function placeOf(arn: unknown): Place {
  if (typeof arn !== 'string' || Token.isUnresolved(arn) || !standing.test(arn)) return {};
  const { account, region } = Arn.split(arn, ArnFormat.NO_RESOURCE_NAME);
  return { account, region };
}

const standing = /^arn:[^:]+:(sqs|sns):[^:]+:\d{12}:[^:/]+$/;

/** SQS and SNS give the ending to a FIFO queue and topic and to no other. */
const isOf = (service: 'sqs' | 'sns', arn: unknown, fifo: boolean): boolean =>
  standing.exec(String(arn))?.[1] === service && String(arn).endsWith('.fifo') === fifo;

const kindOf = (fifo: boolean): string => (fifo ? 'FIFO' : 'standard');

export function keyRule(arn?: string): PropRule {
  return {
    id: 'spillway:key',
    prop: 'encryptionKeyArn',
    value: arn,
    wrong: (value: unknown) => !/^arn:[^:]+:kms:[^:]+:\d{12}:key\/.+$/.test(String(value)),
    expected: 'the ARN of a customer-managed key itself: a policy can allow nothing by an alias',
    fix: "Take encryptionKeyArn of the owner's attributes, or leave it out where there is no key.",
  };
}

export function deadLetterQueueRule(arn: string | undefined, fifo = false): PropRule {
  return {
    id: 'spillway:dead-letter-queue-arn',
    prop: 'deadLetterQueueArn',
    value: arn ?? null,
    wrong: (value: unknown) => !isOf('sqs', value, fifo),
    expected: `the ARN of a ${kindOf(fifo)} SQS queue: no other takes what could not be delivered`,
    fix: "Take deadLetterQueueArn of the owner's attributes, from an output of its stack.",
  };
}

/** On a queue for all subscriptions SQS would drop what two of them did not get. */
export function noDeadLetterQueueRule(arn?: string): PropRule {
  return {
    id: 'spillway:option-without-effect',
    prop: 'deadLetterQueueArn',
    value: arn !== undefined || undefined,
    wrong: () => true,
    given: `${show(arn)} given`,
    expected: 'each subscription of a FIFO topic has a queue of its own for what is not delivered',
    fix: 'Leave it out.',
  };
}

/** The ARN tells the kind too, unless it is known only when it is deployed. */
export function topicKindRule(given: boolean | undefined, fifo: boolean): PropRule {
  const [asked, other] = fifo ? ['FifoTopic', 'StandardTopic'] : ['StandardTopic', 'FifoTopic'];
  return {
    id: 'spillway:topic-arn',
    prop: 'fifo',
    value: given,
    wrong: (value: boolean) => value !== fifo,
    expected: `${asked}.fromAttributes imports a ${kindOf(fifo)} topic`,
    fix: `Take ${other}.fromAttributes: a topic delivers to queues of its own kind.`,
  };
}

export function topicRule(arn: string, fifo: boolean): PropRule {
  return {
    id: 'spillway:topic-arn',
    prop: 'topicArn',
    value: arn ?? null,
    wrong: (value: unknown) => !isOf('sns', value, fifo),
    expected: `the ARN of a ${kindOf(fifo)} SNS topic`,
    fix: "Take topicArn of the owner's attributes, from an output of its stack.",
  };
}

export function queueRule(arn: string, fifo: boolean): PropRule {
  return {
    id: 'spillway:queue-arn',
    prop: 'queueArn',
    value: arn ?? null,
    wrong: (value: unknown) => !isOf('sqs', value, fifo),
    expected: `the ARN of a ${kindOf(fifo)} SQS queue`,
    fix: "Take queueArn and fifo of the owner's attributes, from an output of its stack.",
  };
}
