import { keyArn } from '../expected/arns';
import {
  consumed,
  type ExpectedSender,
  queues,
  undelivered,
  unprocessed,
} from '../expected/queues';
import type { Fields, Templates } from '../template';
import { has, resourceAt, same, statementsAre, type Violations } from './compare';

/** The most that SQS keeps a message, in seconds. */
const fourteenDays = 14 * 24 * 60 * 60;

export function everyQueueKeepsItsMessagesFor14Days(templates: Templates): Violations {
  const MessageRetentionPeriod = fourteenDays;
  return queues.flatMap(({ place }) => has(templates, place, { MessageRetentionPeriod }));
}

/** SQS encrypts a queue with its own key where nothing else is said; its data keys last 300 s. */
export function everyQueueIsEncryptedUnderItsKey(templates: Templates): Violations {
  return queues.flatMap(({ place, key }) => {
    const { Properties } = resourceAt(templates, place);
    const { KmsMasterKeyId, KmsDataKeyReusePeriodSeconds = 300 } = Properties;
    const { SqsManagedSseEnabled = key === undefined } = Properties;
    return [
      ...same(`${place} key`, KmsMasterKeyId, key && keyArn(key)),
      ...same(`${place} SSE-SQS`, SqsManagedSseEnabled, key === undefined),
      ...same(`${place} data key`, KmsDataKeyReusePeriodSeconds, 300),
    ];
  });
}

/** One that holds, after as many as SQS counts. */
export function everyQueueOfAConsumerSetsAsideAfter5ReceivesOr1000(
  templates: Templates,
): Violations {
  return consumed.flatMap(({ place, setsAsideIn, receives = 5 }) =>
    has(templates, place, {
      RedrivePolicy: { deadLetterTargetArn: `\${${setsAsideIn}.Arn}`, maxReceiveCount: receives },
    }),
  );
}

/** A message is hidden for as long as it is worked on: unasked, SQS does so for 30 seconds. */
export function everyQueueOfAConsumerIsPolledFor20Seconds(templates: Templates): Violations {
  return consumed.flatMap(({ place, hiddenFor = 30 }) => {
    const { VisibilityTimeout = 30 } = resourceAt(templates, place).Properties;
    return [
      ...has(templates, place, { ReceiveMessageWaitTimeSeconds: 20 }),
      ...same(`${place} VisibilityTimeout`, VisibilityTimeout, hiddenFor),
    ];
  });
}

/** Of each group a queue has the throughput of a group, and tells duplicates in it. */
const ofEachGroup = {
  FifoQueue: true,
  DeduplicationScope: 'messageGroup',
  FifoThroughputLimit: 'perMessageGroupId',
};
const inNoOrder = {
  FifoQueue: undefined,
  DeduplicationScope: undefined,
  FifoThroughputLimit: undefined,
};

/** An order that somebody keeps on the way is lost in a queue that is not FIFO. */
export function everyQueueKeepsTheOrderThatItIsGivenAndNoOther(templates: Templates): Violations {
  return queues.flatMap(({ place, fifo }) => {
    const { Properties } = resourceAt(templates, place);
    const { FifoQueue, DeduplicationScope, FifoThroughputLimit } = Properties;
    const found = { FifoQueue, DeduplicationScope, FifoThroughputLimit };
    const { ContentBasedDeduplication = false } = Properties;
    return [
      ...same(`${place} order`, found, fifo ? ofEachGroup : inNoOrder),
      ...same(`${place} duplicates by body`, ContentBasedDeduplication, fifo === 'body'),
    ];
  });
}

/** Unasked, SQS lets every queue of the account use another as its dead-letter queue. */
export function everyDeadLetterQueueTakesFromAnyQueue(templates: Templates): Violations {
  return [...unprocessed, ...undelivered].flatMap(({ place }) => {
    const { RedriveAllowPolicy } = resourceAt(templates, place).Properties;
    const given = RedriveAllowPolicy as { redrivePermission?: string } | undefined;
    // An object without the permission is refused by SQS.
    const permission = given === undefined ? 'allowAll' : given.redrivePermission;
    return same(`${place} redrivePermission`, permission, 'allowAll');
  });
}

const policies = queues.map(({ place, sender }) => {
  const queue = `\${${place}.Arn}`;
  const withoutTls = {
    Effect: 'Deny',
    Principal: { AWS: '*' },
    Action: 'sqs:*',
    Resource: queue,
    Condition: { Bool: { 'aws:SecureTransport': 'false' } },
  };
  return { place, statements: [withoutTls, ...(sender ? [admission(queue, sender)] : [])] };
});

export function everyQueueHasOnePolicyThatDeniesWithoutTlsAndAdmitsItsSenderOnly(
  templates: Templates,
): Violations {
  return policies.flatMap(({ place, statements }) => {
    const policy = `${place}Policy`;
    const { PolicyDocument, Queues } = resourceAt(templates, policy).Properties;
    return [
      ...same(`${policy} Queues`, Queues, [`\${${place}}`]),
      ...statementsAre(policy, PolicyDocument, statements),
    ];
  });
}

function admission(queue: string, { service, condition }: ExpectedSender): Fields {
  return {
    Effect: 'Allow',
    Principal: { Service: service },
    Action: 'sqs:SendMessage',
    Resource: queue,
    Condition: { ...condition, StringEquals: { 'aws:SourceAccount': '${AWS::AccountId}' } },
  };
}

/** What a queue has besides may delay, refuse or order what is sent to it. */
export function noQueueHasASettingThatNoAssertionNames(templates: Templates): Violations {
  const named = [
    'ContentBasedDeduplication',
    'DeduplicationScope',
    'FifoQueue',
    'FifoThroughputLimit',
    'KmsDataKeyReusePeriodSeconds',
    'KmsMasterKeyId',
    'MessageRetentionPeriod',
    'ReceiveMessageWaitTimeSeconds',
    'RedriveAllowPolicy',
    'RedrivePolicy',
    'SqsManagedSseEnabled',
    'VisibilityTimeout',
  ];
  return queues.flatMap(({ place }) => {
    const found = Object.keys(resourceAt(templates, place).Properties);
    return same(
      `${place} settings`,
      found.filter((name) => !named.includes(name)),
      [],
    );
  });
}
