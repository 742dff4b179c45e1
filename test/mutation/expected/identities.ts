import type { Fields } from '../template';
import { foreignKey, keyArn } from './arns';

export interface ExpectedRole {
  readonly place: string;
  readonly trusts: string;
  /** Whom of that service. @default - all */
  readonly onlyFor?: Fields;
  readonly may: readonly Fields[];
}

const busArn = 'arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:event-bus';
const ecsTasks = 'ecs-tasks.amazonaws.com';
const lambda = 'lambda.amazonaws.com';
const placed = 'order.placed.v1';
const cancelled = 'order.cancelled.v1';

/** Who may do what; whoever is not here may do nothing. */
export const roles: readonly ExpectedRole[] = [
  {
    place: 'RetailerOrders/Checkout',
    trusts: ecsTasks,
    may: [publish('RetailerOrders-Bus-1A67D5BB', 'retailer.checkout', placed, cancelled)],
  },
  {
    place: 'RetailerOrders/PartnerApiRole',
    trusts: 'apigateway.amazonaws.com',
    may: [publish('RetailerOrders-Bus-1A67D5BB', 'retailer.checkout', placed)],
  },
  {
    place: 'RetailerOrders/Partner',
    trusts: ecsTasks,
    may: [
      allow(
        ['execute-api:Invoke'],
        'arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${RetailerOrders/PartnerApi}/${RetailerOrders/PartnerApiDeploymentStageprod}/POST/order.placed.v1',
      ),
    ],
  },
  consumer('RetailerOrders/FraudReviewer', 'RetailerOrders/OrdersFraudReview'),
  consumer('RetailerOrders/Analyst', 'RetailerOrders/OrdersAnalytics'),
  ...['Daventry', 'Rotterdam', 'Barcelona', 'Malmo'].flatMap((city) => [
    consumer(`RetailerWarehouses/${city}Packer`, `RetailerWarehouses/${city}`),
    supervisor(`RetailerWarehouses/${city}Supervisor`, `RetailerWarehouses/${city}`),
  ]),
  {
    place: 'Sealed/Checkout',
    trusts: ecsTasks,
    may: [publish('Sealed-Bus-1DC27903', 'shop.checkout', placed)],
  },
  consumer('Sealed/Packer', 'Sealed/Orders', 'Sealed/Key'),
  supervisor('Sealed/Supervisor', 'Sealed/Orders', 'Sealed/Key'),
  // No key tells one event type from another on a topic: who may publish there may publish anything.
  {
    place: 'Fanout/Checkout',
    trusts: ecsTasks,
    may: [allow(['sns:Publish'], '${Fanout/OpenTopic}')],
  },
  publisher('Fanout/Partner', 'Fanout/Secret', 'Fanout/TopicKey'),
  consumer('Fanout/Clerk', 'Fanout/Review', 'Fanout/TopicKey'),
  supervisor('Fanout/Supervisor', 'Fanout/Review', 'Fanout/TopicKey'),
  publisher('Ordered/Publisher', 'Ordered/Ledger', 'Ordered/LedgerKey'),
  consumer('Ordered/Bookkeeper', 'Ordered/Booking', 'Ordered/LedgerKey'),
  sender('Worked/Dispatcher', 'Worked/Tasks', 'Worked/TasksKey'),
  { ...consumer('Worked/Picker', 'Worked/Tasks', 'Worked/TasksKey'), trusts: lambda },
  supervisor('Worked/Foreman', 'Worked/Tasks', 'Worked/TasksKey'),
  sender('Worked/Router', 'Worked/Lanes'),
  consumer('Worked/Driver', 'Worked/Lanes'),
  mover('InTurn/HandlingOneAtATimeRole', 'InTurn/Handling', 'InTurn/TurnKey'),
  { ...consumer('InTurn/Handler', 'InTurn/HandlingOneAtATime', 'InTurn/TurnKey'), trusts: lambda },
  {
    place: 'InTurn/Caretaker',
    trusts: ecsTasks,
    may: [
      ...supervisor('', 'InTurn/HandlingOneAtATime', 'InTurn/TurnKey').may,
      ...supervisor('', 'InTurn/Handling', 'InTurn/TurnKey').may,
    ],
  },
  consumer('InTurn/Reader', 'InTurn/Mirror', foreignKey),
  schemaReader('Registered/Reader'),
  schemaReader('Registered/Developer', 'schemas:PutCodeBinding'),
];

function publish(bus: string, source: string, ...eventTypes: string[]): Fields {
  return {
    ...allow(['events:PutEvents'], `${busArn}/${bus}`),
    Condition: publishing(source, ...eventTypes),
  };
}

/** Of these contracts only, and not by a request that leaves the keys out. */
export function publishing(source: string, ...eventTypes: string[]): Fields {
  return {
    'ForAllValues:StringEquals': { 'events:source': source, 'events:detail-type': eventTypes },
    Null: { 'events:source': 'false', 'events:detail-type': 'false' },
  };
}

/** On a topic, and on a key for the messages of that topic. */
function publisher(place: string, topic: string, key: string): ExpectedRole {
  const topicArn = `\${${topic}Topic}`;
  const use = {
    ...allow(['kms:Decrypt', 'kms:GenerateDataKey*'], `\${${key}.Arn}`),
    Condition: { StringEquals: { 'kms:EncryptionContext:aws:sns:topicArn': topicArn } },
  };
  return { place, trusts: ecsTasks, may: [allow(['sns:Publish'], topicArn), use] };
}

/** Into a work queue: a sender receives nothing. */
function sender(place: string, workQueue: string, key?: string): ExpectedRole {
  return { place, trusts: ecsTasks, may: sending(`\${${workQueue}Queue.Arn}`, key) };
}

function sending(queue: string, key?: string): Fields[] {
  const underKey = key ? [use(key, ['kms:Decrypt', 'kms:GenerateDataKey'], queue)] : [];
  return [allow(['sqs:SendMessage'], queue), ...underKey];
}

/** The pipe from a subscription's first queue to that which keeps an order. */
function mover(place: string, subscription: string, key: string): ExpectedRole {
  const arrivals = `\${${subscription}Queue.Arn}`;
  const pipes = 'arn:${AWS::Partition}:pipes:${AWS::Region}:${AWS::AccountId}:pipe/*';
  return {
    place,
    trusts: 'pipes.amazonaws.com',
    onlyFor: {
      ArnLike: { 'aws:SourceArn': pipes },
      StringEquals: { 'aws:SourceAccount': '${AWS::AccountId}' },
    },
    may: [
      allow(['sqs:DeleteMessage', 'sqs:GetQueueAttributes', 'sqs:ReceiveMessage'], arrivals),
      use(key, ['kms:Decrypt'], arrivals),
      ...sending(`\${${subscription}OneAtATimeQueue.Arn}`, key),
    ],
  };
}

function consumer(place: string, subscription: string, key?: string): ExpectedRole {
  const actions = [
    'sqs:ChangeMessageVisibility',
    'sqs:DeleteMessage',
    'sqs:GetQueueAttributes',
    'sqs:GetQueueUrl',
    'sqs:ReceiveMessage',
  ];
  const queue = `\${${subscription}Queue.Arn}`;
  const underKey = key ? [use(key, ['kms:Decrypt'], queue)] : [];
  return { place, trusts: ecsTasks, may: [allow(actions, queue), ...underKey] };
}

/** Moves what was set aside back into the queue. */
function supervisor(place: string, subscription: string, key?: string): ExpectedRole {
  const actions = [
    'sqs:CancelMessageMoveTask',
    'sqs:DeleteMessage',
    'sqs:GetQueueAttributes',
    'sqs:ListMessageMoveTasks',
    'sqs:ReceiveMessage',
    'sqs:StartMessageMoveTask',
  ];
  const queue = `\${${subscription}Queue.Arn}`;
  const deadLetters = `\${${subscription}DeadLetters.Arn}`;
  const may = [
    allow(actions, deadLetters),
    allow(['sqs:SendMessage'], queue),
    ...(key ? [use(key, ['kms:Decrypt', 'kms:GenerateDataKey'], queue, deadLetters)] : []),
  ];
  return { place, trusts: ecsTasks, may };
}

/** Finds schemas and downloads bindings; a developer has them made, too. */
function schemaReader(place: string, ...more: string[]): ExpectedRole {
  const schemas = 'arn:${AWS::Partition}:schemas:${AWS::Region}:${AWS::AccountId}';
  const registry = 'Registered-Schemas-B6AD5059';
  const listing = ['schemas:ListSchemas', 'schemas:SearchSchemas'];
  const reading = [
    ...['schemas:DescribeCodeBinding', 'schemas:DescribeSchema', 'schemas:GetCodeBindingSource'],
    ...['schemas:ListSchemaVersions', ...listing, ...more],
  ];
  const may = [
    allow(['schemas:DescribeRegistry', ...listing], `${schemas}:registry/${registry}`),
    allow(reading, `${schemas}:schema/${registry}/*`),
  ];
  return { place, trusts: ecsTasks, may };
}

function use(key: string, actions: readonly string[], ...queueArns: string[]): Fields {
  return {
    ...allow(actions, keyArn(key)),
    Condition: { StringEquals: { 'kms:EncryptionContext:aws:sqs:arn': queueArns } },
  };
}

function allow(Action: readonly string[], Resource: string): Fields {
  return { Effect: 'Allow', Action, Resource };
}
