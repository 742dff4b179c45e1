import type { Row } from './compare';
import { around, batch } from './contexts';

/** The retailer's app: who may do what. Every cell that no row names is denied. */

const placed = ['retailer.checkout', 'order.placed.v1'] as const;
const cancelled = ['retailer.checkout', 'order.cancelled.v1'] as const;

export const batches = [
  ...around('order placed', placed),
  ...around('order cancelled', cancelled),
  batch('placed and cancelled in one batch', placed, cancelled),
  batch('a batch with one foreign entry', placed, ['somebody.else', 'order.placed.v1']),
];

const receive =
  'sqs:ReceiveMessage sqs:DeleteMessage sqs:ChangeMessageVisibility sqs:GetQueueAttributes sqs:GetQueueUrl';
const redrive =
  'sqs:StartMessageMoveTask sqs:CancelMessageMoveTask sqs:ListMessageMoveTasks sqs:ReceiveMessage sqs:DeleteMessage sqs:GetQueueAttributes';

const events = 'events.amazonaws.com';
const tasks = 'ecs-tasks.amazonaws.com';

const publish: Row[] = [
  [
    'Checkout',
    'events:PutEvents',
    'OrdersBus',
    'order placed, order cancelled, placed and cancelled in one batch',
  ],
  ['PartnerApiRole', 'events:PutEvents', 'OrdersBus', 'order placed'],
  ['Partner', 'execute-api:Invoke', 'POST /order.placed.v1', 'plainly'],
];

const consume: Row[] = [
  ['FraudReviewer', receive, 'OrdersFraudReviewQueue', 'over TLS'],
  ['Analyst', receive, 'OrdersAnalyticsQueue', 'over TLS'],
  ['DaventryPacker', receive, 'DaventryQueue', 'over TLS'],
  ['RotterdamPacker', receive, 'RotterdamQueue', 'over TLS'],
  ['BarcelonaPacker', receive, 'BarcelonaQueue', 'over TLS'],
  ['MalmoPacker', receive, 'MalmoQueue', 'over TLS'],
];

const setAside: Row[] = [
  ['DaventrySupervisor', redrive, 'DaventryDeadLetters', 'over TLS'],
  ['DaventrySupervisor', 'sqs:SendMessage', 'DaventryQueue', 'over TLS'],
  ['RotterdamSupervisor', redrive, 'RotterdamDeadLetters', 'over TLS'],
  ['RotterdamSupervisor', 'sqs:SendMessage', 'RotterdamQueue', 'over TLS'],
  ['BarcelonaSupervisor', redrive, 'BarcelonaDeadLetters', 'over TLS'],
  ['BarcelonaSupervisor', 'sqs:SendMessage', 'BarcelonaQueue', 'over TLS'],
  ['MalmoSupervisor', redrive, 'MalmoDeadLetters', 'over TLS'],
  ['MalmoSupervisor', 'sqs:SendMessage', 'MalmoQueue', 'over TLS'],
];

const deliver: Row[] = [
  [events, 'sqs:SendMessage', 'OrdersFraudReviewQueue', 'by OrdersFraudReviewRule'],
  [events, 'sqs:SendMessage', 'OrdersAnalyticsQueue', 'by OrdersAnalyticsRule'],
  [events, 'sqs:SendMessage', 'DaventryQueue', 'by DaventryRule'],
  [events, 'sqs:SendMessage', 'RotterdamQueue', 'by RotterdamRule'],
  [events, 'sqs:SendMessage', 'BarcelonaQueue', 'by BarcelonaRule'],
  [events, 'sqs:SendMessage', 'MalmoQueue', 'by MalmoRule'],
];

/** Any rule of the bus, also one of another app that is not made yet. */
const undelivered: Row[] = [
  [
    events,
    'sqs:SendMessage',
    'OrdersBusDeadLetters',
    'by OrdersFraudReviewRule, by OrdersAnalyticsRule',
  ],
  [
    events,
    'sqs:SendMessage',
    'OrdersBusDeadLetters',
    'by DaventryRule, by RotterdamRule, by BarcelonaRule, by MalmoRule',
  ],
  [events, 'sqs:SendMessage', 'OrdersBusDeadLetters', 'by a later rule of OrdersBus'],
];

const assume: Row[] = [
  ['apigateway.amazonaws.com', 'sts:AssumeRole', 'PartnerApiRole', 'plainly'],
  [tasks, 'sts:AssumeRole', 'Checkout', 'plainly'],
  [tasks, 'sts:AssumeRole', 'Partner', 'plainly'],
  [tasks, 'sts:AssumeRole', 'FraudReviewer', 'plainly'],
  [tasks, 'sts:AssumeRole', 'Analyst', 'plainly'],
  [tasks, 'sts:AssumeRole', 'DaventryPacker', 'plainly'],
  [tasks, 'sts:AssumeRole', 'DaventrySupervisor', 'plainly'],
  [tasks, 'sts:AssumeRole', 'RotterdamPacker', 'plainly'],
  [tasks, 'sts:AssumeRole', 'RotterdamSupervisor', 'plainly'],
  [tasks, 'sts:AssumeRole', 'BarcelonaPacker', 'plainly'],
  [tasks, 'sts:AssumeRole', 'BarcelonaSupervisor', 'plainly'],
  [tasks, 'sts:AssumeRole', 'MalmoPacker', 'plainly'],
  [tasks, 'sts:AssumeRole', 'MalmoSupervisor', 'plainly'],
];

const ownQueues = [
  'OrdersFraudReviewQueue, OrdersFraudReviewDeadLetters, OrdersAnalyticsQueue',
  'OrdersAnalyticsDeadLetters, OrdersBusDeadLetters, DaventryQueue, DaventryDeadLetters',
  'RotterdamQueue, RotterdamDeadLetters, BarcelonaQueue, BarcelonaDeadLetters',
  'MalmoQueue, MalmoDeadLetters',
].join(', ');

/** Not even an administrator in plaintext; but a queue without that statement would allow it. */
const administer: Row[] = [
  ['Administrator', 'sqs:*', ownQueues, 'over TLS'],
  ['Administrator', 'sqs:*', 'OtherQueue', 'over TLS, in plaintext'],
  ['Administrator', 'sns:*', 'OtherTopic', 'over TLS, in plaintext'],
];

export const rows: Row[] = [
  ...publish,
  ...consume,
  ...setAside,
  ...deliver,
  ...undelivered,
  ...assume,
  ...administer,
];
