/**
 * A template written by hand: the bus `orders`, one rule, its queue and its dead-letter queue, both
 * under one key, and the statements that this takes. Tests change one thing in it.
 */
import { Flow, type Hop, type Verdict } from '../../../lib/analysis';

type Template = ReturnType<typeof shopTemplate>;

export const environment = { account: '111122223333', region: 'eu-west-1', partition: 'aws' };

export const order = {
  source: 'shop.checkout',
  detailType: 'order.placed.v1',
  detail: { id: 'order-1', data: { country: 'US' } },
};

export const queueArn = { 'Fn::GetAtt': ['Queue', 'Arn'] };
export const deadLettersArn = { 'Fn::GetAtt': ['DeadLetters', 'Arn'] };

export function allowEvents(action: string | string[], resource: unknown, condition: object) {
  const principal = { Service: 'events.amazonaws.com' };
  return {
    Sid: 'Events',
    Effect: 'Allow',
    Principal: principal as unknown,
    Action: action as unknown,
    Resource: resource,
    Condition: condition as { [operator: string]: unknown } | undefined,
  };
}

const fromRule = (arn: unknown) => ({
  ArnEquals: { 'aws:SourceArn': arn },
  StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } },
});

const queuesOfThisAccount = {
  ArnLike: {
    'kms:EncryptionContext:aws:sqs:arn': {
      'Fn::Sub': 'arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:*',
    },
  },
};

const anyRuleOfTheBus = {
  'Fn::Sub': 'arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:rule/orders/*',
};

function queue() {
  const properties: { [property: string]: unknown } = {
    KmsMasterKeyId: { 'Fn::GetAtt': ['Key', 'Arn'] },
  };
  return {
    Type: 'AWS::SQS::Queue',
    Condition: undefined as string | undefined,
    Properties: properties,
  };
}

function queuePolicy(logicalId: string, statement: ReturnType<typeof allowEvents>) {
  return {
    Type: 'AWS::SQS::QueuePolicy',
    Condition: undefined as string | undefined,
    Properties: {
      Queues: [{ Ref: logicalId }] as unknown[],
      PolicyDocument: { Version: '2012-10-17', Statement: [statement] as unknown[] } as unknown,
    },
  };
}

export function shopTemplate() {
  return {
    Parameters: {},
    Outputs: {},
    Resources: {
      Bus: { Type: 'AWS::Events::EventBus', Properties: { Name: 'orders' } },
      Key: {
        Type: 'AWS::KMS::Key',
        Properties: {
          Enabled: true,
          KeyPolicy: {
            Statement: [
              allowEvents(['kms:GenerateDataKey*', 'kms:Decrypt'], '*', queuesOfThisAccount),
            ],
          },
        },
      },
      Queue: queue(),
      QueuePolicy: queuePolicy(
        'Queue',
        allowEvents('sqs:SendMessage', queueArn, fromRule({ 'Fn::GetAtt': ['Rule', 'Arn'] })),
      ),
      DeadLetters: queue(),
      DeadLettersPolicy: queuePolicy(
        'DeadLetters',
        allowEvents('sqs:SendMessage', deadLettersArn, fromRule(anyRuleOfTheBus)),
      ),
      Rule: {
        Type: 'AWS::Events::Rule',
        Condition: undefined as string | undefined,
        Metadata: { 'aws:cdk:path': 'Shop/Seattle/Rule' },
        Properties: {
          EventBusName: { Ref: 'Bus' } as unknown,
          State: 'ENABLED' as unknown,
          EventPattern: { source: ['shop.checkout'] } as unknown,
          Targets: [
            {
              Id: 'Queue',
              Arn: queueArn as unknown,
              InputPath: '$.detail' as string | undefined,
              DeadLetterConfig: { Arn: deadLettersArn } as unknown,
            } as { [property: string]: unknown },
          ],
        },
      },
    },
  };
}

export type Change = (resources: Template['Resources'], template: Template) => void;

/** The shop's flow after a change. */
export function shop(change: Change = () => {}, place: object = environment): Flow {
  const template = shopTemplate();
  change(template.Resources, template);
  // What a template file would hold: no undefined fields.
  return Flow.of({ Shop: JSON.parse(JSON.stringify(template)) }, place);
}

/** A row of a table: what is changed in the template, and what then becomes of the order. */
export type Row = [name: string, change: Change, verdict: Verdict, reason: string];

export type Resources = Template['Resources'];

export function drop(resources: Resources, logicalId: string): void {
  delete (resources as { [logicalId: string]: unknown })[logicalId];
}

export function add(resources: Resources, logicalId: string, resource: object): void {
  Object.assign(resources, { [logicalId]: resource });
}

/** Where the shop's rule takes an event to. */
export function hopOf(flow: Flow, event: object = order): Hop {
  const { hops } = flow.route({ ...order, ...event }, { channel: 'orders' });
  const [hop, ...others] = hops.filter(({ rule }) => rule.logicalId === 'Rule');
  if (!hop || others.length > 0) throw new Error('expected one hop of the rule');
  return hop;
}

/** A statement of a policy, open to change. */
export type Statement = ReturnType<typeof allowEvents>;

/** The one statement of a queue's policy. */
export function statementOf(policy: Resources['QueuePolicy']): Statement {
  return (policy.Properties.PolicyDocument as { Statement: Statement[] }).Statement[0] as Statement;
}

export const condition =
  (value: object | undefined): Change =>
  ({ QueuePolicy }) => {
    statementOf(QueuePolicy).Condition = value as Statement['Condition'];
  };

export const addStatement =
  (statement: object): Change =>
  ({ QueuePolicy }) => {
    (QueuePolicy.Properties.PolicyDocument as { Statement: unknown[] }).Statement.push(statement);
  };
