import type { Row } from './compare';

/** The topic shop: who may do what. Every cell that no row names is denied. */

/** No bus, so no batches of events. */
export const batches = [];

const receive =
  'sqs:ReceiveMessage sqs:DeleteMessage sqs:ChangeMessageVisibility sqs:GetQueueAttributes sqs:GetQueueUrl';
const redrive =
  'sqs:StartMessageMoveTask sqs:CancelMessageMoveTask sqs:ListMessageMoveTasks sqs:ReceiveMessage sqs:DeleteMessage sqs:GetQueueAttributes';

const sns = 'sns.amazonaws.com';
const tasks = 'ecs-tasks.amazonaws.com';

const anyOwnQueue = [
  'for OrdersDeadLetters, for SeattleQueue, for SeattleDeadLetters',
  'for BostonQueue, for BostonDeadLetters',
  'for ReturnsDeadLetters, for RefundQueue, for RefundDeadLetters, for OtherQueue',
].join(', ');
const decryptAndGenerate = [
  'kms:Decrypt kms:GenerateDataKey kms:GenerateDataKeyWithoutPlaintext',
  'kms:GenerateDataKeyPair kms:GenerateDataKeyPairWithoutPlaintext',
].join(' ');

/** The grant on the key is for messages of the topic, not of the queues under the same key. */
const publish: Row[] = [
  ['Checkout', 'sns:Publish', 'OrdersTopic', 'over TLS'],
  ['Checkout', decryptAndGenerate, 'TopicKey', 'for OrdersTopic'],
  ['ReturnsDesk', 'sns:Publish', 'ReturnsTopic', 'over TLS'],
];

const consume: Row[] = [
  ['SeattlePacker', receive, 'SeattleQueue', 'over TLS'],
  ['SeattlePacker', 'kms:Decrypt', 'TopicKey', 'for SeattleQueue'],
  ['BostonPacker', receive, 'BostonQueue', 'over TLS'],
  ['BostonPacker', 'kms:Decrypt', 'OwnKey', 'for BostonQueue'],
  ['Cashier', receive, 'RefundQueue', 'over TLS'],
];

/** A message that was set aside is still under the encryption context of its first queue. */
const setAside: Row[] = [
  ['SeattleSupervisor', redrive, 'SeattleDeadLetters', 'over TLS'],
  ['SeattleSupervisor', 'sqs:SendMessage', 'SeattleQueue', 'over TLS'],
  [
    'SeattleSupervisor',
    'kms:Decrypt kms:GenerateDataKey',
    'TopicKey',
    'for SeattleDeadLetters, for SeattleQueue',
  ],
  ['BostonSupervisor', redrive, 'BostonDeadLetters', 'over TLS'],
  ['BostonSupervisor', 'sqs:SendMessage', 'BostonQueue', 'over TLS'],
  [
    'BostonSupervisor',
    'kms:Decrypt kms:GenerateDataKey',
    'OwnKey',
    'for BostonDeadLetters, for BostonQueue',
  ],
  ['RefundSupervisor', redrive, 'RefundDeadLetters', 'over TLS'],
  ['RefundSupervisor', 'sqs:SendMessage', 'RefundQueue', 'over TLS'],
];

const deliver: Row[] = [
  [sns, 'sqs:SendMessage', 'SeattleQueue, BostonQueue', 'by OrdersTopic'],
  [sns, 'sqs:SendMessage', 'RefundQueue', 'by ReturnsTopic'],
];

const undelivered: Row[] = [
  [sns, 'sqs:SendMessage', 'OrdersDeadLetters', 'by OrdersTopic'],
  [sns, 'sqs:SendMessage', 'ReturnsDeadLetters', 'by ReturnsTopic'],
];

/**
 * Both keys are open to SNS for any queue of this account (the queues' policies name the topic), and
 * the topic's for any topic of it.
 */
const byAnyTopic = [
  'by OrdersTopic for OtherQueue, by OrdersTopic of another account for OtherQueue',
  'by ReturnsTopic for OtherQueue, by ReturnsTopic of another account for OtherQueue',
].join(', ');

const keys: Row[] = [
  [sns, decryptAndGenerate, 'TopicKey, OwnKey', `${anyOwnQueue}, ${byAnyTopic}`],
  [sns, decryptAndGenerate, 'TopicKey', 'for OrdersTopic, for ReturnsTopic, for a topic'],
];

const assume: Row[] = [
  [tasks, 'sts:AssumeRole', 'Checkout, ReturnsDesk', 'plainly'],
  [tasks, 'sts:AssumeRole', 'SeattlePacker, BostonPacker, Cashier', 'plainly'],
  [tasks, 'sts:AssumeRole', 'SeattleSupervisor, BostonSupervisor, RefundSupervisor', 'plainly'],
];

const ownQueues = [
  'OrdersDeadLetters, SeattleQueue, SeattleDeadLetters, BostonQueue, BostonDeadLetters',
  'ReturnsDeadLetters, RefundQueue, RefundDeadLetters',
].join(', ');

/** What can be asked of a topic, beside sns:Publish. */
const manageTopic = [
  'sns:CreateTopic sns:DeleteTopic sns:GetTopicAttributes sns:SetTopicAttributes',
  'sns:AddPermission sns:RemovePermission sns:GetDataProtectionPolicy sns:PutDataProtectionPolicy',
  'sns:Subscribe sns:ConfirmSubscription sns:Unsubscribe sns:ListSubscriptionsByTopic',
  'sns:GetSubscriptionAttributes sns:SetSubscriptionAttributes',
  'sns:ListTagsForResource sns:TagResource sns:UntagResource',
].join(' ');

/** In plaintext not even an administrator reaches a queue or publishes; a topic can be managed. */
const administer: Row[] = [
  ['Administrator', 'sqs:*', ownQueues, 'over TLS'],
  ['Administrator', 'sqs:*', 'OtherQueue', 'over TLS, in plaintext'],
  ['Administrator', 'sns:Publish', 'OrdersTopic, ReturnsTopic', 'over TLS'],
  ['Administrator', manageTopic, 'OrdersTopic, ReturnsTopic', 'over TLS, in plaintext'],
  ['Administrator', 'sns:*', 'OtherTopic', 'over TLS, in plaintext'],
];

export const rows: Row[] = [
  ...publish,
  ...consume,
  ...setAside,
  ...deliver,
  ...undelivered,
  ...keys,
  ...assume,
  ...administer,
];
