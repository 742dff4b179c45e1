import { type ChannelNode, Flow, type Grantee, type QueueNode } from '../../../../lib/analysis';

type Resources = Record<string, object>;

const event = { source: 'shop.checkout', detailType: 'order.placed.v1' };
const environment = { account: '111111111111', region: 'eu-west-1', partition: 'aws' };
const arnOf = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const bus = { Orders: { Type: 'AWS::Events::EventBus', Properties: { Name: 'orders' } } };
const onlyThis = {
  'ForAllValues:StringEquals': {
    'events:source': 'shop.checkout',
    'events:detail-type': ['order.placed.v1'],
  },
  Null: { 'events:source': 'false', 'events:detail-type': 'false' },
};

function role(id: string, Action: string, Resource: unknown, more: object = {}) {
  const trust = { Effect: 'Allow', Principal: { Service: ['lambda.amazonaws.com'] } };
  const document = { Statement: [{ Effect: 'Allow', Action, Resource }] };
  const properties = {
    AssumeRolePolicyDocument: { Statement: [trust] },
    Policies: [{ PolicyName: 'Own', PolicyDocument: document }],
    ...more,
  };
  return { [id]: { Type: 'AWS::IAM::Role', Properties: properties } };
}

const flowOf = (resources: Resources): Flow =>
  Flow.of({ Shop: { Resources: resources } }, environment);

/** Who may, as a reader would list them. */
const namesOf = (grantees: readonly Grantee[]): string[] =>
  grantees.map(({ who, may }) => `${may} ${typeof who === 'string' ? who : who.logicalId}`);

function publishersOn(resources: Resources, kind: 'channel' | 'queue' = 'channel'): string[] {
  const flow = flowOf(resources);
  const [on] = (kind === 'queue' ? flow.queues : flow.channels) as (ChannelNode | QueueNode)[];
  return on ? namesOf(flow.publishers(event, on)) : [];
}

describe('Flow.publishers', () => {
  const policy = (id: string, properties: object) => ({
    [id]: { Type: 'AWS::Events::EventBusPolicy', Properties: properties },
  });

  it('gives each role with its place, what may assume it and what lets it', () => {
    const [Checkout] = Object.values(role('Checkout', 'events:PutEvents', arnOf('Orders')));
    const Metadata = { 'aws:cdk:path': 'Shop/Checkout/Resource' };
    const flow = flowOf({ ...bus, Checkout: { ...Checkout, Metadata } });
    const [orders] = flow.channels as [ChannelNode];

    expect(flow.publishers(event, orders)).toEqual([
      {
        who: {
          ...{ kind: 'role', stack: 'Shop', logicalId: 'Checkout' },
          ...{ path: 'Shop/Checkout/Resource', services: ['lambda.amazonaws.com'] },
          arn: 'arn:aws:iam::111111111111:role/⟨Shop/Checkout⟩',
        },
        may: 'yes',
        reason: expect.stringContaining('allows Shop/Checkout events:PutEvents'),
      },
    ]);
  });

  it('passes over another action, another bus, and a role that may do nothing', () => {
    const resources = {
      ...bus,
      ...role('Describer', 'events:DescribeRule', '*'),
      ...role('Other', 'events:PutEvents', 'arn:aws:events:eu-west-1:111111111111:event-bus/other'),
      Idle: { Type: 'AWS::IAM::Role', Properties: {} },
    };

    expect(publishersOn(resources)).toEqual([]);
  });

  it('takes a managed policy that is not read for no permission to publish', () => {
    const ManagedPolicyArns = ['arn:aws:iam::111111111111:policy/somewhere'];
    const resources = {
      ...bus,
      ...role('Reader', 'sqs:ReceiveMessage', '*', { ManagedPolicyArns }),
      ...role('Checkout', 'events:PutEvents', '*', { ManagedPolicyArns }),
    };

    expect(publishersOn(resources)).toEqual(['unknown Checkout']);
  });

  it('adds up the statements of a bus, each a resource of its own', () => {
    const statement = (principal: string) => ({
      ...{ Effect: 'Allow', Action: 'events:PutEvents', Resource: arnOf('Orders') },
      ...{ Principal: { AWS: principal }, Condition: onlyThis },
    });
    const resources = {
      ...bus,
      ...policy('One', { EventBusName: 'orders', Statement: statement('222222222222') }),
      ...policy('Two', { EventBusName: { Ref: 'Orders' }, Statement: statement('333333333333') }),
      ...policy('Default', { Statement: statement('444444444444') }),
    };

    expect(publishersOn(resources)).toEqual(['yes 222222222222', 'yes 333333333333']);
  });

  it('reads a statement that is written by its fields', () => {
    const fields = { EventBusName: 'orders', Action: 'events:PutEvents', StatementId: 'One' };

    expect(
      publishersOn({ ...bus, ...policy('One', { ...fields, Principal: '222222222222' }) }),
    ).toEqual(['yes 222222222222']);
    expect(publishersOn({ ...bus, ...policy('All', { ...fields, Principal: '*' }) })).toEqual([
      'yes *',
    ]);
  });

  it('lets a Deny of the bus count for a role', () => {
    const deny = {
      ...{ Effect: 'Deny', Action: 'events:*', Resource: arnOf('Orders'), Principal: '*' },
    };
    const resources = {
      ...bus,
      ...role('Checkout', 'events:PutEvents', '*'),
      ...policy('Closed', { EventBusName: 'orders', Statement: deny }),
    };

    expect(publishersOn(resources)).toEqual([]);
  });

  it('lets a Deny of the bus count for whom it lets in elsewhere', () => {
    const root = (account: string) => ({ AWS: `arn:aws:iam::${account}:root` });
    const statement = (Effect: string, Principal: object, more: object = {}) => ({
      ...{ EventBusName: 'orders', StatementId: 'x' },
      Statement: { Effect, Principal, Action: 'events:PutEvents', Resource: '*', ...more },
    });
    const resources = {
      ...bus,
      ...policy('Two', statement('Allow', root('222222222222'))),
      ...policy('Three', statement('Allow', root('333333333333'))),
      ...policy('Four', statement('Allow', root('444444444444'))),
      ...policy('NotTwo', statement('Deny', root('222222222222'))),
      ...policy(
        'PerhapsNotThree',
        statement('Deny', root('333333333333'), {
          Condition: { Bool: { 'aws:ViaAWSService': 'true' } },
        }),
      ),
      ...policy(
        'Secure',
        statement(
          'Deny',
          { AWS: '*' },
          { Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
        ),
      ),
    };

    expect(publishersOn(resources)).toEqual([
      'unknown arn:aws:iam::333333333333:root',
      'yes arn:aws:iam::444444444444:root',
    ]);
  });

  it('names a role of the templates once, however it is let in', () => {
    const statement = {
      ...{ Effect: 'Allow', Action: 'events:PutEvents', Resource: arnOf('Orders') },
      Principal: { AWS: arnOf('Checkout') },
    };
    const resources = {
      ...bus,
      ...role('Checkout', 'events:PutEvents', '*'),
      ...policy('Own', { EventBusName: 'orders', Statement: statement }),
    };

    expect(publishersOn(resources)).toEqual(['yes Checkout']);
  });

  it('names a role of another app that a policy of the templates is attached to', () => {
    const document = {
      Statement: [{ Effect: 'Allow', Action: 'events:PutEvents', Resource: '*' }],
    };
    const attach = (roles: unknown[]) => ({
      Type: 'AWS::IAM::Policy',
      Properties: { PolicyName: 'p', Roles: roles, PolicyDocument: document },
    });
    const resources = {
      ...bus,
      ...role('Checkout', 'sqs:SendMessage', '*'),
      Both: attach([{ Ref: 'Checkout' }, 'checkout-by-hand']),
    };

    expect(publishersOn(resources)).toEqual([
      'yes Checkout',
      'yes arn:aws:iam::111111111111:role/checkout-by-hand',
    ]);
  });

  it('asks for Publish on a topic, and for SendMessage on a queue', () => {
    const resources = {
      Topic: { Type: 'AWS::SNS::Topic' },
      Queue: { Type: 'AWS::SQS::Queue' },
      ...role('Publisher', 'sns:Publish', { Ref: 'Topic' }),
      ...role('Sender', 'sqs:SendMessage', arnOf('Queue')),
    };

    expect(publishersOn(resources)).toEqual(['yes Publisher']);
    expect(publishersOn(resources, 'queue')).toEqual(['yes Sender']);
  });
});

describe('Flow.receivers', () => {
  it('gives who may take messages out of a queue, by their own policies or the queue’s', () => {
    const statement = {
      ...{ Effect: 'Allow', Action: 'sqs:ReceiveMessage', Resource: arnOf('Queue') },
      Principal: { AWS: ['arn:aws:iam::222222222222:role/partner', { Ref: 'AWS::AccountId' }] },
    };
    const flow = flowOf({
      Queue: { Type: 'AWS::SQS::Queue' },
      Policy: {
        Type: 'AWS::SQS::QueuePolicy',
        Properties: { Queues: [{ Ref: 'Queue' }], PolicyDocument: { Statement: [statement] } },
      },
      ...role('Packer', 'sqs:*', arnOf('Queue')),
      ...role('Sender', 'sqs:SendMessage', arnOf('Queue')),
    });
    const [queue] = flow.queues as [QueueNode];

    expect(namesOf(flow.receivers(queue))).toEqual([
      'yes Packer',
      'yes arn:aws:iam::222222222222:role/partner',
    ]);
  });
});
