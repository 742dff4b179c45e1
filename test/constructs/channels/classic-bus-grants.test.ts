import type { Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { ClassicBus, type IClassicBus, OrderIngestion, PolicyOwner } from '../../../lib';
import { cancelled, placed, shipped } from '../../support/contracts';
import { env, resource, resources, stack } from '../../support/stacks';

const role = (of: Stack, id = 'Role') =>
  new Role(of, id, { assumedBy: new ServicePrincipal('ecs-tasks.amazonaws.com') });

const busArn = {
  'Fn::Join': [
    '',
    ['arn:', { Ref: 'AWS::Partition' }, ':events:eu-west-1:111111111111:event-bus/orders'],
  ],
};

const publishing = (source: string, types: string[]) => ({
  Effect: 'Allow',
  Action: 'events:PutEvents',
  Resource: busArn,
  Condition: {
    'ForAllValues:StringEquals': { 'events:source': source, 'events:detail-type': types },
    Null: { 'events:source': 'false', 'events:detail-type': 'false' },
  },
});

const busIn = (of: Stack, policyOwner?: PolicyOwner) =>
  new ClassicBus(of, 'Orders', {
    busName: 'orders',
    contracts: [placed, cancelled, shipped],
    policyOwner,
  });

const statementsOf = (of: Stack, idPrefix = '') =>
  resource(of, 'AWS::IAM::Policy', idPrefix).Properties.PolicyDocument.Statement;

describe('grants.publish', () => {
  it('makes one statement a source, with both keys required and no other value allowed', () => {
    const of = stack({ env });
    busIn(of).grants.publish(role(of), placed, shipped);
    expect(statementsOf(of)).toEqual([
      publishing('shop.checkout', ['order.placed.v1']),
      publishing('shop.warehouse', ['order.shipped.v1']),
    ]);
  });

  it('merges the calls for one grantee and source', () => {
    const of = stack({ env });
    const { grants } = busIn(of);
    const checkout = role(of);
    for (const contract of [placed, cancelled, placed]) grants.publish(checkout, contract);
    expect(statementsOf(of)).toEqual([
      publishing('shop.checkout', ['order.placed.v1', 'order.cancelled.v1']),
    ]);
  });

  it('keeps the grants of two grantees apart', () => {
    const of = stack({ env });
    const { grants } = busIn(of);
    grants.publish(role(of, 'One'), placed);
    grants.publish(role(of, 'Two'), cancelled);
    expect(statementsOf(of, 'One')).toEqual([publishing('shop.checkout', ['order.placed.v1'])]);
    expect(statementsOf(of, 'Two')).toEqual([publishing('shop.checkout', ['order.cancelled.v1'])]);
  });

  const elsewhere: [string, (of: Stack) => IClassicBus, string][] = [
    ['the default bus', (of) => ClassicBus.defaultBus(of, 'Default'), 'event-bus/default'],
    [
      'a bus of another app',
      (of) =>
        ClassicBus.fromAttributes(of, 'Orders', {
          busName: 'orders',
          deadLetterQueueArn: 'arn:aws:sqs:eu-west-1:111111111111:q',
        }),
      'event-bus/orders',
    ],
  ];

  test.each(elsewhere)('works on %s', (_name, bus, arn) => {
    const of = stack({ env });
    bus(of).grants.publish(role(of), placed);
    const [statement] = statementsOf(of);
    expect(statement.Condition).toEqual(publishing('shop.checkout', ['order.placed.v1']).Condition);
    expect(JSON.stringify(statement.Resource)).toContain(arn);
  });

  test.each([
    ['no contract', [], 'spillway:contract-none'],
    ['a contract that the bus does not carry', [shipped], 'spillway:contract-foreign'],
  ])('refuses %s', (_name, contracts, id) => {
    const of = stack();
    const bus = new ClassicBus(of, 'Orders', { contracts: [placed] });
    expect(() => bus.grants.publish(role(of), ...contracts)).toThrow(id);
  });

  it('refuses a contract that the ingestion does not take in, whatever its channel carries', () => {
    const of = stack();
    const orders = new OrderIngestion(of, 'Orders', {
      contracts: [placed],
      channel: new ClassicBus(of, 'Bus'),
    });
    expect(() => orders.grants.publish(role(of), shipped)).toThrow('spillway:contract-foreign');
  });

  it('refuses a role that takes no statements, or tells its owner what to add, merged', () => {
    const of = stack({ env });
    const arn = 'arn:aws:iam::111111111111:role/checkout';
    const imported = Role.fromRoleArn(of, 'Role', arn, { mutable: false });
    expect(() => busIn(stack({ env })).grants.publish(imported, placed)).toThrow(
      'spillway:policy-elsewhere',
    );
    const bus = busIn(of, PolicyOwner.ELSEWHERE);
    bus.grants.publish(imported, placed);
    bus.grants.publish(imported, cancelled);
    expect(bus.requiredStatements()).toHaveLength(1);
    const [required] = bus.requiredStatements();
    expect(required?.policyOf).toBe(arn);
    expect(of.resolve(required?.statement.toStatementJson())).toEqual(
      publishing('shop.checkout', ['order.placed.v1', 'order.cancelled.v1']),
    );
    expect(resources(of, 'AWS::IAM::Policy')).toEqual({});
  });
});
