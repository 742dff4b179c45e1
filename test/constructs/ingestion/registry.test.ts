import { App, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import {
  ClassicBus,
  EventContract,
  FifoTopic,
  type IChannel,
  OrderIngestion,
  type OrderIngestionProps,
  SchemaRegistry,
  StandardTopic,
  WorkQueue,
} from '../../../lib';
import { cancelled as undescribed } from '../../support/contracts';
import { counts, resource, resources, stack } from '../../support/stacks';

const schema = { type: 'object', properties: { orderId: { type: 'string' } } };
const shop = { source: 'shop.checkout', owner: 'checkout', schema };
const placed = EventContract.of({ ...shop, eventType: 'order.placed.v1' });
const shipped = EventContract.of({ ...shop, eventType: 'order.shipped.v1' });

const ingestion = (props: Partial<OrderIngestionProps> = {}, of = stack()) => ({
  of,
  orders: new OrderIngestion(of, 'Orders', { contracts: [placed, undescribed], ...props }),
});
const registered = (of: Stack): string[] =>
  Object.values(resources(of, 'AWS::EventSchemas::Schema')).map(
    ({ Properties }) => Properties.SchemaName,
  );

describe('OrderIngestion, where its contracts are registered', () => {
  it('makes one registry for those that have a schema', () => {
    const { of, orders } = ingestion();
    expect(registered(of)).toEqual(['shop.checkout@order.placed.v1']);
    expect(counts(of)['AWS::EventSchemas::Registry']).toBe(1);
    expect(orders.registry?.registryName).toMatch(/^Stack-Orders-Registry-/);
    expect(orders.node.findChild('Registry')).toBe(orders.registry);
  });

  it('makes nothing where none has a schema', () => {
    const { of, orders } = ingestion({ contracts: [undescribed] });
    expect(orders.registry).toBeUndefined();
    expect(JSON.stringify(Template.fromStack(of))).not.toContain('EventSchemas');
  });

  it('makes nothing where it is told so', () => {
    const registry = SchemaRegistry.none();
    const { of, orders } = ingestion({ registry });
    expect(orders.registry).toBe(registry);
    expect(ingestion({ registry, contracts: [undescribed] }).orders.registry).toBe(registry);
    expect(JSON.stringify(Template.fromStack(of))).not.toContain('EventSchemas');
  });

  it('adds them to a registry of another stack, which it does not refer to', () => {
    const app = new App();
    const [shared, one, two] = ['Shared', 'One', 'Two'].map((id) => new Stack(app, id)) as [
      Stack,
      Stack,
      Stack,
    ];
    const registry = new SchemaRegistry(shared, 'Schemas');
    ingestion({ registry }, one);
    ingestion({ registry, contracts: [placed, shipped] }, two);
    expect(registered(shared)).toEqual([
      'shop.checkout@order.placed.v1',
      'shop.checkout@order.shipped.v1',
    ]);
    for (const other of [one, two]) {
      expect(JSON.stringify(Template.fromStack(other))).not.toContain('EventSchemas');
      expect(other.dependencies).toEqual([]);
    }
  });

  it('shares no name between two stacks of one account', () => {
    const names = ['Green', 'Blue'].map(
      (stackName) => ingestion({}, stack({ stackName })).orders.registry?.registryName,
    );
    expect(new Set(names).size).toBe(2);
  });

  test.each<[string, (of: Stack) => IChannel]>([
    ['the default bus', (of) => ClassicBus.defaultBus(of, 'Channel')],
    ['a StandardTopic', (of) => new StandardTopic(of, 'Channel')],
    ['a FifoTopic', (of) => new FifoTopic(of, 'Channel')],
    ['a WorkQueue', (of) => new WorkQueue(of, 'Channel')],
  ])('registers them on %s too', (_, make) => {
    const of = stack();
    ingestion({ channel: make(of) }, of);
    expect(registered(of)).toEqual(['shop.checkout@order.placed.v1']);
  });

  it('goes with its stack, which holds no events of it, or stays as the rest of the ingestion', () => {
    const policyOf = (of: Stack) => resource(of, 'AWS::EventSchemas::Registry').DeletionPolicy;
    const busOf = (of: Stack) => resource(of, 'AWS::Events::EventBus').DeletionPolicy;
    const { of } = ingestion();
    expect([policyOf(of), busOf(of)]).toEqual(['Delete', 'RetainExceptOnCreate']);
    const kept = ingestion({ removalPolicy: RemovalPolicy.RETAIN }).of;
    expect([policyOf(kept), busOf(kept)]).toEqual(['Retain', 'Retain']);
  });

  it('says for the command line which contracts it takes in, and where their versions are kept', () => {
    const declared = (contractsDirectory?: string) =>
      ingestion({ contractsDirectory }).orders.node.metadata.filter(
        ({ type }) => type === 'spillway:contracts',
      );
    const [entry, ...more] = declared('contracts');
    expect(more).toEqual([]);
    expect(entry?.data).toMatchObject({
      contracts: [
        expect.stringContaining('order.placed.v1'),
        expect.stringContaining('order.cancelled.v1'),
      ],
      directory: 'contracts',
    });
    expect(declared()[0]?.data.directory).toBeUndefined();
  });

  it('counts them among what a stack holds: with 46 resources of the registry it warns at 80 subscriptions', () => {
    const contracts = Array.from({ length: 45 }, (_, n) =>
      EventContract.of({ ...shop, eventType: `order.n${n}.v1` }),
    );
    const { of, orders } = ingestion({ contracts });
    const [first] = contracts;
    const events = first ? [first.all()] : [];
    for (let n = 1; n <= 82; n += 1) orders.subscribe(`Warehouse${n}`, { events });
    const warned = Annotations.fromStack(of).findWarning('/Stack/Orders', Match.anyValue());
    expect(warned.map(({ entry }) => entry.data)).toEqual([
      expect.stringContaining(
        '80 subscriptions of 400 resources given, beside 46 of its registry; a stack holds 500',
      ),
    ]);
  });

  test.each([
    [
      'a registry where no contract has a schema',
      () => {
        const of = stack();
        const registry = new SchemaRegistry(of, 'Schemas', { registryName: 'shop' });
        return ingestion({ registry, contracts: [undescribed] }, of);
      },
      'registry: "shop" given; it cannot take effect where no contract has a schema',
    ],
    [
      'a subscription called as its registry',
      () => ingestion().orders.subscribe('Registry', { events: [placed.all()] }),
      'id: "Registry" is taken by a SchemaRegistry',
    ],
  ])('refuses %s', (_, refused, message) => {
    expect(refused).toThrow(message);
  });
});
