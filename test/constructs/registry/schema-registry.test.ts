import { App, Aspects, type CfnResource, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { CfnEventBus } from 'aws-cdk-lib/aws-events';
import { Key } from 'aws-cdk-lib/aws-kms';
import {
  ClassicBus,
  EventContract,
  SchemaFormat,
  SchemaRegistry,
  type SchemaRegistryProps,
} from '../../../lib';
import { placed as undescribed } from '../../support/contracts';
import { counts, env, resource, resources, stack } from '../../support/stacks';

const schema = {
  type: 'object',
  required: ['orderId'],
  properties: { orderId: { type: 'string' } },
};
const shop = { source: 'shop.checkout', owner: 'checkout', schema };
const placedProps = {
  ...shop,
  eventType: 'order.placed.v1',
  summary: 'A customer bought something.',
};
const placed = EventContract.of(placedProps);
const cancelled = EventContract.of({ ...shop, eventType: 'order.cancelled.v1' });

const registryOf = (props: SchemaRegistryProps = {}, of = stack({ env })) => ({
  of,
  registry: new SchemaRegistry(of, 'Schemas', { contracts: [placed, cancelled], ...props }),
});
const numbered = (many: number) =>
  Array.from({ length: many }, (_, n) =>
    EventContract.of({ ...shop, eventType: `order.n${n}.v1` }),
  );

describe('SchemaRegistry', () => {
  it('makes a registry and a schema for each contract, nothing else', () => {
    const { of, registry } = registryOf({ description: 'What the shop tells' });
    expect(counts(of)).toEqual({
      'AWS::EventSchemas::Registry': 1,
      'AWS::EventSchemas::Schema': 2,
    }); // no policy: nobody else was allowed
    expect(registry.registryName).toMatch(/^Stack-Schemas-/);
    expect(resource(of, 'AWS::EventSchemas::Registry').Properties).toEqual({
      RegistryName: registry.registryName,
      Description: 'What the shop tells',
    });
  });

  it('names a schema as AWS names those that it discovers, tells its owner and waits for the registry', () => {
    const { of, registry } = registryOf({ contracts: [placed] });
    const { Properties, DependsOn } = resource(of, 'AWS::EventSchemas::Schema');
    expect(Properties).toEqual({
      RegistryName: registry.registryName,
      SchemaName: 'shop.checkout@order.placed.v1',
      Type: 'OpenApi3',
      Content: expect.stringMatching(/^\{"components":\{"schemas":\{"AWSEvent":\{/),
      Description: 'A customer bought something.',
      Tags: [{ Key: 'owner', Value: 'checkout' }],
    });
    expect(DependsOn).toEqual([expect.stringMatching(/^Schemas/)]);
    expect(JSON.parse(Properties.Content).components.schemas.OrderPlacedV1Data).toEqual(schema);
  });

  it('registers in draft-04 on request', () => {
    const format = SchemaFormat.JSON_SCHEMA_DRAFT_4;
    const { of } = registryOf({ contracts: [placed], format });
    const { Type, Content } = resource(of, 'AWS::EventSchemas::Schema').Properties;
    expect(Type).toBe('JSONSchemaDraft4');
    expect(JSON.parse(Content)).toMatchObject({
      $schema: 'http://json-schema.org/draft-04/schema#',
      'x-amazon-events-source': 'shop.checkout',
      'x-amazon-events-detail-type': 'order.placed.v1',
    });
  });

  it('makes no second schema of a contract that comes again, also as another object', () => {
    const { of, registry } = registryOf({ contracts: [placed] });
    const { properties, required, type } = schema;
    registry.register(
      placed,
      EventContract.of({ ...placedProps, schema: { required, properties, type } }),
      cancelled,
    );
    expect(counts(of)['AWS::EventSchemas::Schema']).toBe(2);
  });

  it('goes with its stack unless it is told to stay: it holds no events', () => {
    const { of } = registryOf();
    const kept = registryOf({ removalPolicy: RemovalPolicy.RETAIN });
    const policies = (one: Stack) =>
      ['AWS::EventSchemas::Registry', 'AWS::EventSchemas::Schema'].flatMap((type) =>
        Object.values(resources(one, type)).map(({ DeletionPolicy, UpdateReplacePolicy }) =>
          [DeletionPolicy, UpdateReplacePolicy].join(),
        ),
      );
    expect(policies(of)).toEqual(['Delete,Delete', 'Delete,Delete', 'Delete,Delete']);
    expect(policies(kept.of)).toEqual(['Retain,Retain', 'Retain,Retain', 'Retain,Retain']);
  });

  it('turns what a tag or a description does not take', () => {
    const odd = { owner: 'checkout (Berlin) *', summary: 'x'.repeat(300) };
    const contract = EventContract.of({ ...shop, ...odd, eventType: 'order.placed.v1' });
    const { of } = registryOf({ contracts: [contract] });
    const { Tags, Description } = resource(of, 'AWS::EventSchemas::Schema').Properties;
    expect(Tags).toEqual([{ Key: 'owner', Value: 'checkout -Berlin- -' }]);
    expect(Description).toHaveLength(256);
  });

  it('gives a source that is a URI a name that AWS takes', () => {
    const contract = EventContract.of({
      ...shop,
      source: 'https://shop.example/checkout?x=1',
      eventType: 'order.placed.v1',
    });
    const { of } = registryOf({ contracts: [contract] });
    const { SchemaName } = resource(of, 'AWS::EventSchemas::Schema').Properties;
    expect(SchemaName).toBe('https-shop.example-checkout-x-1@order.placed.v1');
  });

  it('has another name in another stack, and in another place of one', () => {
    const names = ['Green', 'Blue'].map(
      (stackName) => registryOf({}, stack({ stackName })).registry.registryName,
    );
    const of = stack();
    const others = ['One', 'Two'].map((id) => new SchemaRegistry(of, id).registryName);
    expect(new Set([...names, ...others]).size).toBe(4);
    expect([...names, ...others].every((name) => name.length <= 64)).toBe(true);
  });

  it('keeps a name of the user', () => {
    expect(registryOf({ registryName: 'shop.events' }).registry.registryName).toBe('shop.events');
  });

  it('says which contracts it has, and no others, for the command line', () => {
    const { registry } = registryOf({ contracts: [placed], contractsDirectory: 'contracts' });
    registry.register(cancelled);
    const [entry, ...more] = registry.node.metadata.filter(
      ({ type }) => type === 'spillway:contracts',
    );
    expect(more).toEqual([]);
    expect(entry?.data).toMatchObject({ directory: 'contracts' });
    expect(JSON.stringify(entry?.data)).toContain('order.placed.v1');
    expect(JSON.stringify(entry?.data)).not.toContain('order.cancelled.v1');
  });

  it('says nothing where it has none of its own', () => {
    const { metadata } = new SchemaRegistry(stack(), 'Schemas').node;
    expect(metadata.filter(({ type }) => type === 'spillway:contracts')).toEqual([]);
  });
});

describe('SchemaRegistry.allowAccount', () => {
  it('makes one policy that lets these accounts read and nothing else', () => {
    const { of, registry } = registryOf({ registryName: 'shop' });
    for (const id of ['333333333333', '222222222222', '333333333333']) registry.allowAccount(id);
    const { Properties, DependsOn } = resource(of, 'AWS::EventSchemas::RegistryPolicy');
    const arn = (path: string) => ({
      'Fn::Join': [
        '',
        ['arn:', { Ref: 'AWS::Partition' }, `:schemas:eu-west-1:111111111111:${path}`],
      ],
    });
    const root = (account: string) => ({
      'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:iam::${account}:root`]],
    });
    expect(Properties).toEqual({
      RegistryName: 'shop',
      Policy: {
        Version: '2012-10-17',
        Statement: [
          {
            Sid: 'OtherAccountsRead',
            Effect: 'Allow',
            Principal: { AWS: [root('222222222222'), root('333333333333')] },
            Action: [
              'schemas:DescribeCodeBinding',
              'schemas:DescribeRegistry',
              'schemas:DescribeSchema',
              'schemas:GetCodeBindingSource',
              'schemas:ListSchemaVersions',
              'schemas:ListSchemas',
              'schemas:SearchSchemas',
            ],
            Resource: [arn('registry/shop'), arn('schema/shop/*')],
          },
        ],
      },
    });
    expect(DependsOn).toEqual([expect.stringMatching(/^Schemas/)]);
  });

  test.each([
    ['no id', '', '"" given'],
    ['a name', 'partner', '"partner" given'],
    ['the own account', '111111111111', '"111111111111" given'],
  ])('refuses %s', (_, id, message) => {
    const { registry } = registryOf();
    expect(() => registry.allowAccount(id)).toThrow(message);
    expect(() => registry.allowAccount(id)).toThrow('[spillway:account-id]');
  });
});

describe('SchemaRegistry, what it discovers', () => {
  it('has the schemas of a bus inferred, of events of other accounts too', () => {
    const of = stack({ env });
    const bus = new ClassicBus(of, 'Bus');
    const { registry } = registryOf({ discover: bus }, of);
    expect(registry.discoverer).toBeDefined();
    expect(resource(of, 'AWS::EventSchemas::Discoverer').Properties).toEqual({
      SourceArn: { 'Fn::GetAtt': [expect.stringMatching(/^BusBus|^Bus/), 'Arn'] },
      CrossAccount: true,
      Description: 'Infers schemas from the events of the bus',
    });
  });

  it('discovers nothing unless it is asked to', () => {
    expect(registryOf().registry.discoverer).toBeUndefined();
  });

  test.each([
    ['of the account', (of: Stack) => ClassicBus.defaultBus(of, 'Bus')],
    [
      'of another app',
      (of: Stack) =>
        ClassicBus.fromAttributes(of, 'Bus', {
          busName: 'orders',
          deadLetterQueueArn: 'arn:aws:sqs:eu-west-1:111111111111:dead-letters',
        }),
    ],
  ])('takes a bus %s', (_, make) => {
    const of = stack({ env });
    registryOf({ discover: make(of) }, of);
    expect(Template.fromStack(of).findResources('AWS::EventSchemas::Discoverer')).not.toEqual({});
  });

  it('refuses a bus under a customer-managed key', () => {
    const of = stack({ env });
    const discover = new ClassicBus(of, 'Bus', { encryptionKey: new Key(of, 'Key') });
    expect(() => registryOf({ discover }, of)).toThrow(
      'discover: Stack/Bus given, a bus under Stack/Key; AWS discovers no schemas on a bus with a customer-managed key. Leave discover out, or take the key from the bus. [spillway:registry-discoverer]',
    );
  });

  it('refuses a key that an Aspect gives the bus later', () => {
    const app = new App();
    const of = stack({ env }, app);
    registryOf({ discover: ClassicBusWithKeyLater(of) }, of);
    expect(() => app.synth()).toThrow('[spillway:registry-discoverer]');
  });

  it('refuses a bus of another region', () => {
    const app = new App();
    const elsewhere = new Stack(app, 'Elsewhere', { env: { ...env, region: 'us-east-1' } });
    const discover = new ClassicBus(elsewhere, 'Bus');
    expect(() => registryOf({ discover }, stack({ env }, app))).toThrow('[spillway:environment]');
  });
});

/** A bus without a key of its own, which an Aspect puts under one. */
function ClassicBusWithKeyLater(of: Stack): ClassicBus {
  const bus = new ClassicBus(of, 'Bus');
  Aspects.of(of).add({
    visit: (node) => {
      if (node instanceof CfnEventBus) {
        node.addPropertyOverride('KmsKeyIdentifier', 'arn:aws:kms:eu-west-1:111111111111:key/k');
      }
    },
  });
  return bus;
}

describe('SchemaRegistry, near the quotas of AWS', () => {
  const warningsOf = (of: Stack, id: string) =>
    Annotations.fromStack(of).findWarning('*', Match.stringLikeRegexp(id));

  it('warns at 9 registries of an app in one place, once', () => {
    const app = new App();
    const elsewhere = new Stack(app, 'Elsewhere', { env: { ...env, region: 'us-east-1' } });
    new SchemaRegistry(elsewhere, 'Schemas');
    const stacks = ['One', 'Two'].map((id) => new Stack(app, id, { env })) as [Stack, Stack];
    for (let n = 1; n <= 8; n += 1) new SchemaRegistry(stacks[0], `Schemas${n}`);
    expect(warningsOf(stacks[0], 'spillway:many-registries')).toHaveLength(0);
    new SchemaRegistry(stacks[1], 'Schemas9');
    new SchemaRegistry(stacks[1], 'Schemas10');
    const [warning, ...more] = warningsOf(stacks[1], 'spillway:many-registries');
    expect(more).toEqual([]);
    expect(warning?.entry.data).toContain('registries: 9 given; an account takes 10 in a region');
  });

  it('warns at 90 schemas, once', () => {
    const { of, registry } = registryOf({ contracts: numbered(89) });
    expect(warningsOf(of, 'spillway:many-schemas')).toHaveLength(0);
    registry.register(placed);
    registry.register(cancelled);
    const again = registryOf({ contracts: [...numbered(89), placed, cancelled] });
    const [warning, ...more] = warningsOf(again.of, 'spillway:many-schemas');
    expect(more).toEqual([]);
    expect(warning?.entry.data).toContain('contracts: 91 given; a registry takes 100 schemas');
  });
});

describe('SchemaRegistry refuses', () => {
  const long = 'x'.repeat(100_000);
  const of = (props: object) =>
    EventContract.of({ ...shop, eventType: 'order.placed.v1', ...props });

  test.each<[string, SchemaRegistryProps, string]>([
    [
      'a name of AWS',
      { registryName: 'aws.events' },
      '"aws.events" given; a registry\'s name is 1 to 64 letters',
    ],
    [
      'the name of what AWS discovers',
      { registryName: 'discovered-schemas' },
      '[spillway:registry-name]',
    ],
    ['a name with a space', { registryName: 'my shop' }, '[spillway:registry-name]'],
    ['an empty name', { registryName: '' }, '[spillway:registry-name]'],
    ['a name of 65 characters', { registryName: 'x'.repeat(65) }, '[spillway:registry-name]'],
    [
      'a description of 257 characters',
      { description: 'x'.repeat(257) },
      'description: 257 characters given',
    ],
    ['a snapshot', { removalPolicy: RemovalPolicy.SNAPSHOT }, '[spillway:removal-policy]'],
    [
      'a contract without a schema',
      { contracts: [undescribed] },
      'shop.checkout order.placed.v1 has no schema; a registry keeps schemas',
    ],
    [
      'a schema beyond 100,000 characters',
      { contracts: [of({ schema: { type: 'object', description: long } })] },
      'a registry takes 100000 characters a schema, with the envelope around it',
    ],
    [
      'two contracts of one name',
      { contracts: [of({ source: 'shop/checkout' }), of({ source: 'shop:checkout' })] },
      'shop:checkout order.placed.v1 given beside shop/checkout order.placed.v1; both would be called shop-checkout@order.placed.v1',
    ],
    [
      'two schemas of one contract',
      { contracts: [placed, of({ schema: { type: 'object' } })] },
      'shop.checkout order.placed.v1 given twice, with different schemas',
    ],
  ])('%s', (_, props, message) => {
    expect(() => registryOf(props)).toThrow(message);
  });

  it('all of a registration where one can not be: none is made', () => {
    const { of: within, registry } = registryOf({ contracts: [] });
    expect(() => registry.register(placed, undescribed)).toThrow('[spillway:registry-schema]');
    expect(counts(within)['AWS::EventSchemas::Schema']).toBeUndefined();
  });

  it('a registry that an escape hatch renames', () => {
    const app = new App();
    const { registry } = registryOf({}, stack({ env }, app));
    const resourceOf = registry.node.defaultChild as CfnResource;
    resourceOf.addPropertyOverride('RegistryName', 'another');
    expect(() => app.synth()).toThrow(
      'registryName: the registry was given another name after it was made',
    );
  });
});

describe('SchemaRegistry.fromRegistryName', () => {
  it('adds schemas to a registry that stands already', () => {
    const of = stack({ env });
    const registry = SchemaRegistry.fromRegistryName(of, 'Schemas', 'shop', {
      contracts: [placed],
    });
    registry.register(cancelled, placed);
    expect(counts(of)).toEqual({ 'AWS::EventSchemas::Schema': 2 });
    const made = Object.values(resources(of, 'AWS::EventSchemas::Schema'));
    expect(made.map(({ Properties }) => Properties.RegistryName)).toEqual(['shop', 'shop']);
    expect(made.map(({ DependsOn }) => DependsOn)).toEqual([undefined, undefined]);
  });

  it('refuses to add to those of AWS', () => {
    const registry = SchemaRegistry.fromRegistryName(stack(), 'Schemas', 'discovered-schemas');
    expect(() => registry.register(placed)).toThrow('which puts the schemas there itself');
  });

  it('refuses an ARN', () => {
    const arn = 'arn:aws:schemas:eu-west-1:111111111111:registry/shop';
    expect(() => SchemaRegistry.fromRegistryName(stack(), 'Schemas', arn)).toThrow(
      'Give the name of the registry, not its ARN. [spillway:registry-name]',
    );
  });
});

describe('SchemaRegistry.none', () => {
  it('registers nothing', () => {
    expect(() => SchemaRegistry.none().register(placed, undescribed)).not.toThrow();
    expect(SchemaRegistry.none().registryName).toBe('');
  });
});
