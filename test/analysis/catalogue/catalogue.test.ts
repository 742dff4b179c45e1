import { readCatalogue } from '../../../lib/analysis/catalogue';
import {
  arnOf,
  assemblyOf,
  bus,
  cancelled,
  eventOf,
  fromCheckout,
  may,
  mayPut,
  onlyTypes,
  placed,
  queue,
  role,
  rule,
} from './shop';

const shopOrders = { id: 'Shop/Orders', type: 'classicBus', name: 'orders' };

describe('readCatalogue', () => {
  it('holds every contract, in the assembly’s order, and what it travels on', () => {
    const resources = {
      ...bus,
      ...rule('All', fromCheckout('order.placed.v1', 'order.cancelled.v1')),
    };
    const { events, channels } = readCatalogue(
      assemblyOf(resources, [cancelled, placed]),
      () => [],
    );

    expect(events.map(({ eventType }) => eventType)).toEqual([
      'order.cancelled.v1',
      'order.placed.v1',
    ]);
    expect(channels).toEqual([{ ...shopOrders, address: 'orders', stack: 'Shop' }]);
    expect(events[1]).toMatchObject({ ...placed, channels: ['Shop/Orders'] });
  });

  it('tells no directory of accepted versions: reports are the same on every machine', () => {
    const contract = { ...placed, directory: 'somewhere/contracts' };

    expect(eventOf(bus, contract)).not.toHaveProperty('directory');
  });

  describe('producers', () => {
    it('are the roles whose policies let this source and type through', () => {
      const resources = {
        ...bus,
        ...role('Checkout', [mayPut(onlyTypes('order.placed.v1'))]),
        ...role('Support', [mayPut(onlyTypes('order.cancelled.v1'))]),
        ...role('Reader', [may('sqs:ReceiveMessage', { Ref: 'AWS::StackId' })]),
      };

      expect(eventOf(resources).producers).toEqual([
        {
          ...{ name: 'Shop/Checkout', stack: 'Shop', channel: 'Shop/Orders' },
          ...{ services: ['ecs-tasks.amazonaws.com'], named: true, certain: true },
          reason: expect.stringContaining('allows Shop/Checkout events:PutEvents'),
        },
      ]);
      expect(eventOf(resources, cancelled).producers).toMatchObject([{ name: 'Shop/Support' }]);
    });

    it('are not named by a permission that lets everything through', () => {
      const resources = {
        ...bus,
        ...role('Free', [mayPut()]),
        ...role('Checkout', [mayPut(onlyTypes('order.placed.v1'))]),
      };

      expect(eventOf(resources).producers).toMatchObject([
        { name: 'Shop/Free', named: false },
        { name: 'Shop/Checkout', named: true },
      ]);
    });

    it('are not named where the condition only excludes others', () => {
      const others = { StringNotEquals: { 'events:source': 'shop.other' } };
      const resources = { ...bus, ...role('Broad', [mayPut(others)]) };

      expect(eventOf(resources).producers).toMatchObject([{ name: 'Shop/Broad', named: false }]);
      expect(eventOf(resources, { ...placed, source: 'shop.other' }).producers).toEqual([]);
    });

    it('leave out whom a statement denies it', () => {
      const deny = { ...mayPut(), Effect: 'Deny' };
      const resources = {
        ...bus,
        ...role('Checkout', [mayPut(onlyTypes('order.placed.v1')), deny]),
      };

      expect(eventOf(resources).producers).toEqual([]);
    });

    it('are not certain where a condition is known at run time only', () => {
      const condition = { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } };
      const resources = {
        ...bus,
        ...role('Checkout', [mayPut({ ...onlyTypes('order.placed.v1'), ...condition })]),
      };

      expect(eventOf(resources).producers).toMatchObject([{ certain: false, named: true }]);
    });

    it('are other accounts that the bus policy lets in, not its own', () => {
      const letIn = (id: string, principal: object | string, condition?: object) => ({
        [id]: {
          Type: 'AWS::Events::EventBusPolicy',
          Properties: {
            ...{ EventBusName: { Ref: 'Orders' }, StatementId: id },
            Statement: {
              ...{ Effect: 'Allow', Action: 'events:PutEvents', Principal: principal },
              ...{ Resource: arnOf('Orders'), ...(condition && { Condition: condition }) },
            },
          },
        },
      });
      const own = { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root' };
      const resources = {
        ...bus,
        ...letIn('Own', { AWS: own }),
        ...letIn(
          'Partner',
          { AWS: 'arn:aws:iam::222222222222:root' },
          onlyTypes('order.placed.v1'),
        ),
        ...letIn('Other', { AWS: '333333333333' }, onlyTypes('order.cancelled.v1')),
      };

      expect(eventOf(resources).producers).toMatchObject([
        { name: 'account 222222222222', services: [], named: true, certain: true },
      ]);
    });

    it('stay named where a policy may let everybody of an organization put anything', () => {
      const resources = {
        ...bus,
        ...role('Checkout', [mayPut(onlyTypes('order.placed.v1'))]),
        Everybody: {
          Type: 'AWS::Events::EventBusPolicy',
          Properties: {
            ...{ EventBusName: { Ref: 'Orders' }, StatementId: 'Everybody' },
            Statement: {
              ...{ Effect: 'Allow', Action: 'events:PutEvents', Principal: '*' },
              ...{ Resource: arnOf('Orders') },
              Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } },
            },
          },
        },
      };

      expect(eventOf(resources).producers).toMatchObject([
        { name: 'Shop/Checkout', named: true, certain: true },
        { name: 'anybody', named: false, certain: false },
      ]);
    });

    it('are all who may publish, on a topic', () => {
      const resources = {
        Topic: { Type: 'AWS::SNS::Topic' },
        ...role('Checkout', [may('sns:Publish', { Ref: 'Topic' })], 'lambda.amazonaws.com'),
        ...role('Other', [may('sns:Subscribe', { Ref: 'Topic' })]),
      };

      expect(eventOf(resources).producers).toMatchObject([
        { name: 'Shop/Checkout', services: ['lambda.amazonaws.com'], named: false },
      ]);
    });
  });

  describe('consumers', () => {
    it('are told with the filter of this event, as it stands in the template', () => {
      const resources = {
        ...bus,
        ...rule('Seattle', {
          source: ['shop.checkout'],
          $or: [
            {
              'detail-type': ['order.placed.v1'],
              detail: { data: { shipTo: { country: ['US'] } } },
            },
            { 'detail-type': ['order.cancelled.v1'], version: [{ exists: true }] },
          ],
        }),
        ...role('Packer', [may('sqs:ReceiveMessage', arnOf('SeattleQueue'))]),
      };
      const common = {
        ...{ name: 'Shop/Seattle', stack: 'Shop', channel: 'Shop/Orders', delivery: 'pull' },
        ...{ queue: 'Shop/Seattle', receivers: ['Shop/Packer'], named: true },
      };

      expect(eventOf(resources).consumers).toEqual([
        { ...common, filters: [{ of: 'data', pattern: { shipTo: { country: ['US'] } } }] },
      ]);
      expect(eventOf(resources, cancelled).consumers).toEqual([{ ...common, filters: [] }]);
    });

    it('leave out who can’t take the event', () => {
      const resources = {
        ...bus,
        ...rule('Refunds', fromCheckout('order.cancelled.v1')),
        ...rule('Elsewhere', { source: ['shop.warehouse'] }),
        ...rule('Audit', { source: [{ prefix: 'shop.' }] }),
      };

      expect(eventOf(resources).consumers).toMatchObject([{ name: 'Shop/Audit', filters: [] }]);
    });

    it('say what the filter is about where it is more than the data', () => {
      const pattern = { ...fromCheckout('order.placed.v1'), account: ['111111111111'] };

      expect(eventOf({ ...bus, ...rule('Own', pattern) }).consumers).toMatchObject([
        { filters: [{ of: 'event', pattern: { account: ['111111111111'] } }] },
      ]);
    });

    it('say that a rule is disabled, and that a queue refuses it', () => {
      const shut = rule('Shut', fromCheckout('order.placed.v1'));
      const { ShutQueuePolicy: _, ...withoutPolicy } = shut as Record<string, object>;
      const resources = {
        ...bus,
        ...rule('Off', fromCheckout('order.placed.v1'), { State: 'DISABLED' }),
        ...withoutPolicy,
      };

      expect(eventOf(resources).consumers).toMatchObject([
        { name: 'Shop/Off', problem: 'the rule is disabled' },
        { name: 'Shop/Shut', problem: 'no queue policy names Shop/ShutQueue' },
      ]);
    });

    it('are the functions that Lambda calls with what is in the queue', () => {
      const resources = {
        ...bus,
        ...rule('Fraud', fromCheckout('order.placed.v1')),
        ...role('CheckRole', [
          may('sqs:ReceiveMessage', arnOf('FraudQueue')),
          may('sqs:DeleteMessage', arnOf('FraudQueue')),
          may('sqs:GetQueueAttributes', arnOf('FraudQueue')),
        ]),
        Check: { Type: 'AWS::Lambda::Function', Properties: { Role: arnOf('CheckRole') } },
        Mapping: {
          Type: 'AWS::Lambda::EventSourceMapping',
          Properties: { EventSourceArn: arnOf('FraudQueue'), FunctionName: { Ref: 'Check' } },
        },
      };

      expect(eventOf(resources).consumers).toMatchObject([
        { name: 'Shop/Fraud', delivery: 'push', receivers: ['Shop/Check'] },
      ]);
    });

    it('are those behind a pipe', () => {
      const target = queue('Ordered', 'pipes.amazonaws.com', { Ref: 'AWS::StackId' });
      const resources = {
        ...bus,
        ...rule('Slow', fromCheckout('order.placed.v1')),
        ...target,
        ...role('Worker', [may('sqs:ReceiveMessage', arnOf('Ordered'))]),
        ...role('PipeRole', [
          may('sqs:*', arnOf('SlowQueue')),
          may('sqs:SendMessage', arnOf('Ordered')),
        ]),
        Pipe: {
          Type: 'AWS::Pipes::Pipe',
          Properties: {
            ...{ Source: arnOf('SlowQueue'), Target: arnOf('Ordered') },
            RoleArn: arnOf('PipeRole'),
          },
        },
      };

      expect(eventOf(resources).consumers).toMatchObject([
        { name: 'Shop/Slow', delivery: 'pipe', receivers: ['Shop/Worker'] },
      ]);
    });

    it('are targets that are no queues', () => {
      const targets = [{ Id: 'Function', Arn: arnOf('Handler') }];
      const resources = {
        ...bus,
        Handler: { Type: 'AWS::Lambda::Function', Properties: {} },
        DirectRule: {
          Type: 'AWS::Events::Rule',
          Properties: {
            ...{ EventBusName: 'orders', Targets: targets },
            EventPattern: fromCheckout('order.placed.v1'),
          },
        },
      };

      const [consumer] = eventOf(resources).consumers;
      expect(consumer).toMatchObject({
        ...{ name: 'Shop/Direct', delivery: 'direct', receivers: ['Shop/Handler'] },
      });
      expect(consumer).not.toHaveProperty('problem');
    });

    it('are called by their construct paths where the template has them', () => {
      const { SeattleRule, ...others } = rule('Seattle', fromCheckout('order.placed.v1'));
      const Metadata = { 'aws:cdk:path': 'Shop/Orders/Seattle/Rule/Resource' };
      const resources = { ...bus, ...others, SeattleRule: { ...SeattleRule, Metadata } };

      expect(eventOf(resources).consumers).toMatchObject([{ name: 'Shop/Orders/Seattle' }]);
    });
  });

  describe('channels', () => {
    const subscription = (properties: object) => ({
      Type: 'AWS::SNS::Subscription',
      Properties: {
        ...{ TopicArn: { Ref: 'Topic' }, Protocol: 'sqs', Endpoint: arnOf('Box') },
        ...properties,
      },
    });

    it('are topics whose filters name the event, in the body or in attributes', () => {
      const filter = { source: ['shop.checkout'], type: ['order.placed.v1'] };
      const resources = {
        ...bus,
        Topic: { Type: 'AWS::SNS::Topic' },
        ...queue('Box', 'sns.amazonaws.com', { Ref: 'Topic' }),
        Body: subscription({
          FilterPolicy: { ...filter, data: { total: [{ numeric: ['>', 5] }] } },
          FilterPolicyScope: 'MessageBody',
        }),
        Attributes: subscription({ FilterPolicy: { ...filter, 'shipTo.country': ['US'] } }),
        Other: subscription({ FilterPolicy: { type: ['order.cancelled.v1'] } }),
      };

      expect(eventOf(resources)).toMatchObject({
        channels: ['Shop/Topic'],
        consumers: [
          { filters: [{ of: 'data', pattern: { total: [{ numeric: ['>', 5] }] } }] },
          { filters: [{ of: 'attributes', pattern: { 'shipTo.country': ['US'] } }] },
        ],
      });
    });

    it('go on to the topic that a rule publishes to', () => {
      const resources = {
        ...bus,
        Topic: { Type: 'AWS::SNS::Topic' },
        ...queue('Box', 'sns.amazonaws.com', { Ref: 'Topic' }),
        Everything: subscription({}),
        FanRule: {
          Type: 'AWS::Events::Rule',
          Properties: {
            ...{ EventBusName: 'orders', EventPattern: fromCheckout('order.placed.v1') },
            Targets: [{ Id: 'Topic', Arn: { Ref: 'Topic' } }],
          },
        },
      };

      const others = rule('Refunds', fromCheckout('order.cancelled.v1'));

      expect(eventOf(resources).channels).toEqual(['Shop/Orders', 'Shop/Topic']);
      expect(eventOf({ ...resources, ...others }, cancelled).channels).toEqual(['Shop/Orders']);
    });

    it('are the queues that nothing else fills, where nothing names the event', () => {
      const resources = {
        Failed: { Type: 'AWS::SQS::Queue' },
        Jobs: {
          Type: 'AWS::SQS::Queue',
          Properties: {
            FifoQueue: true,
            RedrivePolicy: { deadLetterTargetArn: arnOf('Failed'), maxReceiveCount: 3 },
          },
        },
        ...role('Worker', [may('sqs:ReceiveMessage', arnOf('Jobs'))]),
        ...role('Sender', [may('sqs:SendMessage', arnOf('Jobs'))]),
      };

      expect(eventOf(resources)).toMatchObject({
        channels: ['Shop/Jobs'],
        producers: [{ name: 'Shop/Sender', named: false }],
        consumers: [{ name: 'Shop/Jobs', receivers: ['Shop/Worker'], filters: [], named: false }],
      });
    });

    it.each([
      ['two regions', [{ region: 'eu-west-1' }, { region: 'us-east-1' }]],
      ['two stages', [{}, {}]],
    ])('are told apart where %s have a stack of one name', (_, places) => {
      const template = { Resources: { ...bus, ...rule('All', fromCheckout('order.placed.v1')) } };
      const stacks = places.map((place) => ({ ...place, name: 'Shop', template }));
      const { events } = readCatalogue({ stacks, contracts: [placed] }, () => []);

      expect(events[0]?.consumers).toHaveLength(2);
    });
  });
});
