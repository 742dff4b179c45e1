/**
 * A template by hand: the bus `orders`, who may put what on it, and who takes what from it into a
 * queue. Tests add what they are about.
 */
import type { Assembly, DeclaredContract } from '../../../lib/analysis/assembly';
import { type CatalogueEvent, readCatalogue } from '../../../lib/analysis/catalogue';

type Resources = Record<string, object>;

const busArn = {
  'Fn::Sub': 'arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:event-bus/orders',
};

export const placed: DeclaredContract = {
  ...{ source: 'shop.checkout', eventType: 'order.placed.v1', owner: 'checkout' },
  ...{ examples: [], compatibility: 'FULL_TRANSITIVE', policy: 'lenient', place: 'Shop/Orders' },
};

export const cancelled: DeclaredContract = { ...placed, eventType: 'order.cancelled.v1' };

export const bus = { Orders: { Type: 'AWS::Events::EventBus', Properties: { Name: 'orders' } } };

/** What lets exactly these types of the shop's checkout through. */
export const onlyTypes = (...types: string[]) => ({
  'ForAllValues:StringEquals': { 'events:source': 'shop.checkout', 'events:detail-type': types },
  Null: { 'events:source': 'false', 'events:detail-type': 'false' },
});

export function role(id: string, statements: object[], service = 'ecs-tasks.amazonaws.com') {
  const trust = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: service } };
  const document = { Statement: statements };
  const policy = { PolicyName: 'Own', PolicyDocument: document };
  const properties = { AssumeRolePolicyDocument: { Statement: [trust] }, Policies: [policy] };
  return { [id]: { Type: 'AWS::IAM::Role', Properties: properties } };
}

export const mayPut = (condition?: object) => ({
  ...{ Effect: 'Allow', Action: 'events:PutEvents', Resource: busArn },
  ...(condition && { Condition: condition }),
});

export const may = (action: string, resource: object) => ({
  ...{ Effect: 'Allow', Action: action, Resource: resource },
});

export const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });

export function queue(id: string, service: string, source: object) {
  const statement = {
    ...{ Effect: 'Allow', Principal: { Service: service }, Action: 'sqs:SendMessage' },
    ...{ Resource: arnOf(id), Condition: { ArnEquals: { 'aws:SourceArn': source } } },
  };
  const properties = { Queues: [{ Ref: id }], PolicyDocument: { Statement: [statement] } };
  return {
    [id]: { Type: 'AWS::SQS::Queue' },
    [`${id}Policy`]: { Type: 'AWS::SQS::QueuePolicy', Properties: properties },
  };
}

/** A rule with a queue of its name. */
export function rule(id: string, pattern: object, more: object = {}) {
  const targets = [{ Id: 'Queue', Arn: arnOf(`${id}Queue`), InputPath: '$.detail' }];
  const properties = { EventBusName: 'orders', EventPattern: pattern, Targets: targets, ...more };
  return {
    [`${id}Rule`]: { Type: 'AWS::Events::Rule', Properties: properties },
    ...queue(`${id}Queue`, 'events.amazonaws.com', arnOf(`${id}Rule`)),
  };
}

export const fromCheckout = (...types: string[]) => ({
  ...{ source: ['shop.checkout'], 'detail-type': types },
});

export const assemblyOf = (
  resources: Resources,
  contracts: readonly DeclaredContract[] = [placed],
): Assembly => ({ stacks: [{ name: 'Shop', template: { Resources: resources } }], contracts });

/** The only event of a stack. */
export function eventOf(resources: Resources, contract = placed): CatalogueEvent {
  const [event] = readCatalogue(assemblyOf(resources, [contract]), () => []).events;
  if (event === undefined) throw new Error('no event');
  return event;
}
