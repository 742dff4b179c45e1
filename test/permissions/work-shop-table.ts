import type { Row } from './compare';

/** The work shop: who may do what. Every cell that no row names is denied. */

/** No bus, so no batches of events. */
export const batches = [];

const receive =
  'sqs:ReceiveMessage sqs:DeleteMessage sqs:ChangeMessageVisibility sqs:GetQueueAttributes sqs:GetQueueUrl';
const redrive =
  'sqs:StartMessageMoveTask sqs:CancelMessageMoveTask sqs:ListMessageMoveTasks sqs:ReceiveMessage sqs:DeleteMessage sqs:GetQueueAttributes';

const sns = 'sns.amazonaws.com';
const tasks = 'ecs-tasks.amazonaws.com';
const lambda = 'lambda.amazonaws.com';
const pipes = 'pipes.amazonaws.com';

/** A sender receives nothing, not even what it sent. */
const send: Row[] = [
  ['Dispatcher', 'sqs:SendMessage', 'TasksQueue', 'over TLS'],
  ['Dispatcher', 'kms:Decrypt kms:GenerateDataKey', 'ShopKey', 'for TasksQueue'],
  ['Router', 'sqs:SendMessage', 'LanesQueue', 'over TLS'],
  ['Publisher', 'sns:Publish', 'LedgerTopic', 'over TLS'],
];

/** The pipe takes from the one queue and puts into the other: all that it ever may. */
const order: Row[] = [
  [
    'PickingOneAtATimeRole',
    'sqs:ReceiveMessage sqs:DeleteMessage sqs:GetQueueAttributes',
    'TasksQueue',
    'over TLS',
  ],
  ['PickingOneAtATimeRole', 'kms:Decrypt', 'ShopKey', 'for TasksQueue'],
  ['PickingOneAtATimeRole', 'sqs:SendMessage', 'PickingOneAtATimeQueue', 'over TLS'],
  [
    'PickingOneAtATimeRole',
    'kms:Decrypt kms:GenerateDataKey',
    'ShopKey',
    'for PickingOneAtATimeQueue',
  ],
];

/** The function receives what the pipe has put in order, and nothing from before it. */
const consume: Row[] = [
  ['Picker', receive, 'PickingOneAtATimeQueue', 'over TLS'],
  ['Picker', 'kms:Decrypt', 'ShopKey', 'for PickingOneAtATimeQueue'],
  ['Driver', receive, 'LanesQueue', 'over TLS'],
  ['Bookkeeper', receive, 'BookingQueue', 'over TLS'],
];

const setAside: Row[] = [
  ['Foreman', redrive, 'TasksDeadLetters, PickingOneAtATimeDeadLetters', 'over TLS'],
  ['Foreman', 'sqs:SendMessage', 'TasksQueue, PickingOneAtATimeQueue', 'over TLS'],
  [
    'Foreman',
    'kms:Decrypt kms:GenerateDataKey',
    'ShopKey',
    'for TasksQueue, for TasksDeadLetters, for PickingOneAtATimeQueue, for PickingOneAtATimeDeadLetters',
  ],
];

/** To a work queue no service sends. */
const deliver: Row[] = [
  [sns, 'sqs:SendMessage', 'BookingQueue, BookingUndelivered', 'by LedgerTopic'],
];

const anyhow = [
  'plainly',
  'by PickingOneAtATimePipe',
  'by PickingOneAtATimePipe without account',
  'by PickingOneAtATimePipe for another account',
  'by PickingOneAtATimePipe of another account',
  'by OtherPipe',
  'for the own account',
].join(', ');

const assume: Row[] = [
  [tasks, 'sts:AssumeRole', 'Dispatcher, Router, Publisher', anyhow],
  [tasks, 'sts:AssumeRole', 'Driver, Bookkeeper, Foreman', anyhow],
  [lambda, 'sts:AssumeRole', 'Picker', anyhow],
  [pipes, 'sts:AssumeRole', 'PickingOneAtATimeRole', 'by PickingOneAtATimePipe, by OtherPipe'],
];

const ownQueues = [
  'TasksQueue, TasksDeadLetters, PickingOneAtATimeQueue, PickingOneAtATimeDeadLetters',
  'LanesQueue, LanesDeadLetters, BookingQueue, BookingDeadLetters, BookingUndelivered',
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
  ['Administrator', 'sns:Publish', 'LedgerTopic', 'over TLS'],
  ['Administrator', manageTopic, 'LedgerTopic', 'over TLS, in plaintext'],
  ['Administrator', 'sns:*', 'OtherTopic', 'over TLS, in plaintext'],
];

export const rows: Row[] = [
  ...send,
  ...order,
  ...consume,
  ...setAside,
  ...deliver,
  ...assume,
  ...administer,
];
