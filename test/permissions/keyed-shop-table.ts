import type { Row } from './compare';
import { around, batch } from './contexts';

/** The keyed shop: who may do what. Every cell that no row names is denied. */

const placed = ['shop.checkout', 'order.placed.v1'] as const;
const cancelled = ['shop.checkout', 'order.cancelled.v1'] as const;
const shipped = ['shop.shipping', 'order.shipped.v1'] as const;
const returned = ['shop.returns', 'order.returned.v1'] as const;

export const batches = [
  ...around('order placed', placed),
  ...around('order cancelled', cancelled),
  ...around('order shipped', shipped),
  ...around('order returned', returned),
  batch('the source of placed with the type of shipped', ['shop.checkout', 'order.shipped.v1']),
  batch('the source of shipped with the type of placed', ['shop.shipping', 'order.placed.v1']),
  batch('placed and cancelled in one batch', placed, cancelled),
  batch('placed and shipped in one batch', placed, shipped),
  batch('a batch with one foreign entry', placed, ['somebody.else', 'order.placed.v1']),
];

const receive =
  'sqs:ReceiveMessage sqs:DeleteMessage sqs:ChangeMessageVisibility sqs:GetQueueAttributes sqs:GetQueueUrl';
const redrive =
  'sqs:StartMessageMoveTask sqs:CancelMessageMoveTask sqs:ListMessageMoveTasks sqs:ReceiveMessage sqs:DeleteMessage sqs:GetQueueAttributes';

const events = 'events.amazonaws.com';
const tasks = 'ecs-tasks.amazonaws.com';

const publish: Row[] = [
  ['Producer', 'events:PutEvents', 'OrdersBus', 'order placed, order cancelled, order shipped'],
  ['Producer', 'events:PutEvents', 'OrdersBus', 'placed and cancelled in one batch'],
  ['Checkout', 'events:PutEvents', 'OrdersBus', 'order placed'],
  ['ReturnsDesk', 'events:PutEvents', 'ReturnsBus', 'order returned'],
  ['Importer', 'events:PutEvents', 'DefaultBus', 'order returned'],
  ['PartnerAccountAdministrator', 'events:PutEvents', 'OrdersBus', 'order placed, order shipped'],
  ['PartnerAccountRoot', 'events:PutEvents', 'OrdersBus', 'order placed, order shipped'],
];

const consume: Row[] = [
  ['Packer', receive, 'PackingQueue', 'over TLS'],
  ['Packer', 'kms:Decrypt', 'Key', 'for PackingQueue'],
  ['Cashier', receive, 'RefundQueue', 'over TLS'],
  ['Auditor', receive, 'AuditQueue', 'over TLS'],
];

/** A message that was set aside is still under the encryption context of its first queue. */
const setAside: Row[] = [
  ['Supervisor', redrive, 'PackingDeadLetters', 'over TLS'],
  ['Supervisor', 'sqs:SendMessage', 'PackingQueue', 'over TLS'],
  [
    'Supervisor',
    'kms:Decrypt kms:GenerateDataKey',
    'Key',
    'for PackingDeadLetters, for PackingQueue',
  ],
];

const deliver: Row[] = [
  [events, 'sqs:SendMessage', 'PackingQueue', 'by PackingRule'],
  [events, 'sqs:SendMessage', 'RefundQueue', 'by RefundRule'],
  [events, 'sqs:SendMessage', 'AuditQueue', 'by AuditRule'],
];

/** Any rule of the bus; on the account's own bus each rule has a queue of its own. */
const undelivered: Row[] = [
  [
    events,
    'sqs:SendMessage',
    'OrdersBusDeadLetters',
    'by PackingRule, by a later rule of OrdersBus',
  ],
  [events, 'sqs:SendMessage', 'OrdersBusEncryptionFailures', 'by OrdersBus'],
  [events, 'sqs:SendMessage', 'ReturnsDeadLetters', 'by RefundRule, by a later rule of ReturnsBus'],
  [events, 'sqs:SendMessage', 'AuditRuleDeadLetters', 'by AuditRule'],
];

/** The key is open to EventBridge for any queue of this account, and for this one bus. */
const anyOwnQueue = [
  'for OrdersBusDeadLetters, for OrdersBusEncryptionFailures, for PackingQueue, for PackingDeadLetters',
  'for ReturnsDeadLetters, for RefundQueue, for RefundDeadLetters',
  'for AuditQueue, for AuditDeadLetters, for AuditRuleDeadLetters, for OtherQueue',
].join(', ');
const withoutContext = 'plainly, for a queue of another account, for a topic';
const anyBus = 'for ReturnsBus, for OtherBus, for DefaultBus';
const generateForQueues =
  'kms:GenerateDataKeyPair kms:GenerateDataKeyWithoutPlaintext kms:GenerateDataKeyPairWithoutPlaintext';

const key: Row[] = [
  [events, 'kms:Decrypt kms:GenerateDataKey', 'Key', `${anyOwnQueue}, for OrdersBus`],
  [events, generateForQueues, 'Key', anyOwnQueue],
  [events, 'kms:ReEncryptFrom kms:ReEncryptTo', 'Key', 'for OrdersBus'],
  [events, 'kms:DescribeKey', 'Key', `${withoutContext}, ${anyOwnQueue}, for OrdersBus, ${anyBus}`],
];

const assume: Row[] = [
  [tasks, 'sts:AssumeRole', 'Producer', 'plainly'],
  [tasks, 'sts:AssumeRole', 'Checkout', 'plainly'],
  [tasks, 'sts:AssumeRole', 'Packer', 'plainly'],
  [tasks, 'sts:AssumeRole', 'Supervisor', 'plainly'],
  [tasks, 'sts:AssumeRole', 'ReturnsDesk', 'plainly'],
  [tasks, 'sts:AssumeRole', 'Cashier', 'plainly'],
  [tasks, 'sts:AssumeRole', 'Importer', 'plainly'],
  [tasks, 'sts:AssumeRole', 'Auditor', 'plainly'],
];

const ownQueues = [
  'OrdersBusDeadLetters, OrdersBusEncryptionFailures, PackingQueue, PackingDeadLetters',
  'ReturnsDeadLetters, RefundQueue, RefundDeadLetters',
  'AuditQueue, AuditDeadLetters, AuditRuleDeadLetters',
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
  ...key,
  ...assume,
  ...administer,
];
