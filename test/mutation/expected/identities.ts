import type { Fields } from '../template';

export interface ExpectedRole {
  readonly place: string;
  readonly trusts: string;
  readonly may: readonly Fields[];
}

const busArn = 'arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:event-bus';
const ecsTasks = 'ecs-tasks.amazonaws.com';
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
  {
    place: 'Fanout/Partner',
    trusts: ecsTasks,
    may: [
      allow(['sns:Publish'], '${Fanout/SecretTopic}'),
      {
        ...allow(['kms:Decrypt', 'kms:GenerateDataKey*'], '${Fanout/TopicKey.Arn}'),
        Condition: {
          StringEquals: { 'kms:EncryptionContext:aws:sns:topicArn': '${Fanout/SecretTopic}' },
        },
      },
    ],
  },
  consumer('Fanout/Clerk', 'Fanout/Review', 'Fanout/TopicKey'),
  supervisor('Fanout/Supervisor', 'Fanout/Review', 'Fanout/TopicKey'),
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

function use(key: string, actions: readonly string[], ...queueArns: string[]): Fields {
  return {
    ...allow(actions, `\${${key}.Arn}`),
    Condition: { StringEquals: { 'kms:EncryptionContext:aws:sqs:arn': queueArns } },
  };
}

function allow(Action: readonly string[], Resource: string): Fields {
  return { Effect: 'Allow', Action, Resource };
}
