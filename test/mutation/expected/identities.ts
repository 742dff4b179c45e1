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
  consumer('Sealed/Packer', 'Sealed/Orders', [
    underKey(['kms:Decrypt'], '${Sealed/OrdersQueue.Arn}'),
  ]),
  supervisor('Sealed/Supervisor', 'Sealed/Orders', [
    underKey(
      ['kms:Decrypt', 'kms:GenerateDataKey'],
      '${Sealed/OrdersQueue.Arn}',
      '${Sealed/OrdersDeadLetters.Arn}',
    ),
  ]),
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

function consumer(place: string, subscription: string, more: readonly Fields[] = []): ExpectedRole {
  const actions = [
    'sqs:ChangeMessageVisibility',
    'sqs:DeleteMessage',
    'sqs:GetQueueAttributes',
    'sqs:GetQueueUrl',
    'sqs:ReceiveMessage',
  ];
  const may = [allow(actions, `\${${subscription}Queue.Arn}`), ...more];
  return { place, trusts: ecsTasks, may };
}

/** Moves what was set aside back into the queue. */
function supervisor(
  place: string,
  subscription: string,
  more: readonly Fields[] = [],
): ExpectedRole {
  const actions = [
    'sqs:CancelMessageMoveTask',
    'sqs:DeleteMessage',
    'sqs:GetQueueAttributes',
    'sqs:ListMessageMoveTasks',
    'sqs:ReceiveMessage',
    'sqs:StartMessageMoveTask',
  ];
  const may = [
    allow(actions, `\${${subscription}DeadLetters.Arn}`),
    allow(['sqs:SendMessage'], `\${${subscription}Queue.Arn}`),
    ...more,
  ];
  return { place, trusts: ecsTasks, may };
}

function underKey(actions: readonly string[], ...queueArns: string[]): Fields {
  return {
    ...allow(actions, '${Sealed/Key.Arn}'),
    Condition: { StringEquals: { 'kms:EncryptionContext:aws:sqs:arn': queueArns } },
  };
}

function allow(Action: readonly string[], Resource: string): Fields {
  return { Effect: 'Allow', Action, Resource };
}
