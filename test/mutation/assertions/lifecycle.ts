import { pipes, pushes } from '../expected/consumers';
import { roles } from '../expected/identities';
import { keys } from '../expected/keys';
import { queues } from '../expected/queues';
import { registeredSchemas } from '../expected/registered-schemas';
import { subscriptions } from '../expected/subscriptions';
import { topicSubscriptions } from '../expected/topic-subscriptions';
import { topics } from '../expected/topics';
import type { Templates } from '../template';
import { placesOf, resourceAt, same, type Violations } from './compare';
import { read } from './read';

const buses = ['RetailerOrders/OrdersBus', 'Sealed/Bus'];

/**
 * What the library makes to hold an event, and the log that tells of them; what a failed creation
 * leaves holds none.
 */
const kept = [
  'RetailerOrders/PartnerApiAccessLogs',
  ...buses,
  ...buses.map((bus) => `${bus}Archive`),
  ...topics.map(({ place }) => `${place}Topic`),
  ...queues.map(({ place }) => place),
];

export function everythingThatHoldsAnEventStaysWhenItIsReplacedOrDeleted(
  templates: Templates,
): Violations {
  return kept.flatMap((place) => {
    const { DeletionPolicy, UpdateReplacePolicy } = resourceAt(templates, place);
    return [
      ...same(`${place} DeletionPolicy`, DeletionPolicy, 'RetainExceptOnCreate'),
      ...same(`${place} UpdateReplacePolicy`, UpdateReplacePolicy, 'Retain'),
    ];
  });
}

/** Without its key nothing that was encrypted is ever read again. */
export function everyKeyStaysWhenItIsReplacedOrDeleted(templates: Templates): Violations {
  return keys.flatMap(({ place }) => {
    const { DeletionPolicy, UpdateReplacePolicy } = resourceAt(templates, place);
    return [
      ...same(`${place} DeletionPolicy`, DeletionPolicy, 'Retain'),
      ...same(`${place} UpdateReplacePolicy`, UpdateReplacePolicy, 'Retain'),
    ];
  });
}

const expected: Readonly<Record<string, readonly string[]>> = {
  'AWS::Events::EventBus': buses,
  'AWS::Events::EventBusPolicy': [
    'RetailerOrders/OrdersBusOwnAccount',
    'Sealed/BusAccount7d95ea217b34',
    'Sealed/BusOwnAccount',
  ],
  'AWS::Events::Archive': buses.map((bus) => `${bus}Archive`),
  'AWS::Events::Rule': subscriptions.map(({ place }) => `${place}Rule`),
  'AWS::SQS::Queue': queues.map(({ place }) => place),
  'AWS::SQS::QueuePolicy': queues.map(({ place }) => `${place}Policy`),
  'AWS::SNS::Topic': topics.map(({ place }) => `${place}Topic`),
  'AWS::SNS::TopicPolicy': topics.map(({ place }) => `${place}TopicPolicy`),
  'AWS::SNS::Subscription': topicSubscriptions.map(({ place }) => `${place}TopicSubscription`),
  'AWS::Lambda::EventSourceMapping': pushes.map(({ place }) => place),
  'AWS::Pipes::Pipe': pipes.map(({ place }) => place),
  'AWS::EventSchemas::Registry': ['Registered/Schemas', 'RetailerOrders/OrdersRegistry'],
  'AWS::EventSchemas::RegistryPolicy': ['Registered/SchemasPolicy'],
  'AWS::EventSchemas::Discoverer': ['Registered/SchemasDiscoverer'],
  'AWS::EventSchemas::Schema': registeredSchemas.map(({ place }) => place),
  'AWS::KMS::Key': keys.map(({ place }) => place),
  'AWS::IAM::Role': roles.map(({ place }) => place),
  'AWS::IAM::Policy': roles.map(({ place }) => `${place}DefaultPolicy`),
};

/** A queue, policy or role that no other assertion looks at would be safe by nobody's word. */
export function noChannelQueueRoleOrPolicyIsThereThatNoAssertionNames(
  templates: Templates,
): Violations {
  return Object.entries(expected).flatMap(([type, places]) =>
    same(type, placesOf(templates, type).sort(), [...places].sort()),
  );
}

/** Only the API's resources come in more types. */
export function noTypeOfResourceIsThereThatNoAssertionNames(templates: Templates): Violations {
  const types = [...read(templates).values()].map(({ Type }) => Type);
  const others = types.filter(
    (type) => !(type in expected) && !/^AWS::(ApiGateway|Logs)::/.test(type),
  );
  return same('other types', others, []);
}
