/**
 * A template written by hand: a work queue with its dead-letter queue, a pipe from it to a FIFO
 * queue, a function that takes events out of that, both under one key, and the roles that this
 * takes. Tests change one thing in it.
 */
import {
  Flow,
  type PipeHop,
  type PushHop,
  type QueueMessage,
  type QueueRoute,
} from '../../../lib/analysis';
import { environment } from './shop-template';

type Properties = { [property: string]: unknown };

const resource = (Type: string, properties: Properties) => ({
  Type,
  Condition: undefined as string | undefined,
  Properties: properties,
});

export const arnOf = (logicalId: string) => ({ 'Fn::GetAtt': [logicalId, 'Arn'] });

export const allow = (action: string | string[], target: unknown, condition?: object) => ({
  Effect: 'Allow',
  Action: action,
  Resource: target,
  ...(condition && { Condition: condition }),
});

const receive = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];

function role(service: string, statements: object[]) {
  const policy = { PolicyName: 'Own', PolicyDocument: { Statement: statements } };
  return {
    ...resource('AWS::IAM::Role', {}),
    Properties: {
      AssumeRolePolicyDocument: {
        Statement: [
          { Effect: 'Allow', Principal: { Service: service } as unknown, Action: 'sts:AssumeRole' },
        ] as object[],
      },
      Policies: [policy] as (typeof policy)[],
    },
  };
}

const throughSqs = (logicalId: string) => ({
  StringEquals: { 'kms:EncryptionContext:aws:sqs:arn': arnOf(logicalId) },
});

const root = { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root' };

export function queueTemplate() {
  return {
    Conditions: {},
    Resources: {
      Key: resource('AWS::KMS::Key', {
        KeyPolicy: {
          Statement: [{ ...allow('kms:*', '*'), Principal: { AWS: root } }],
        },
      }),
      Work: resource('AWS::SQS::Queue', {
        QueueName: 'work',
        KmsMasterKeyId: arnOf('Key'),
        RedrivePolicy: { deadLetterTargetArn: arnOf('DeadLetters'), maxReceiveCount: 5 },
      }),
      DeadLetters: resource('AWS::SQS::Queue', { QueueName: 'dead-letters' }),
      Fifo: resource('AWS::SQS::Queue', {
        QueueName: 'seattle.fifo',
        FifoQueue: true,
        ContentBasedDeduplication: true,
        KmsMasterKeyId: arnOf('Key'),
        VisibilityTimeout: 60,
      }),
      PipeRole: role('pipes.amazonaws.com', [
        allow(receive, arnOf('Work')),
        allow('kms:Decrypt', arnOf('Key'), throughSqs('Work')),
        allow('sqs:SendMessage', arnOf('Fifo')),
        allow(['kms:GenerateDataKey', 'kms:Decrypt'], arnOf('Key'), throughSqs('Fifo')),
      ]),
      Pipe: {
        ...resource('AWS::Pipes::Pipe', {}),
        Properties: {
          Name: 'to-seattle',
          RoleArn: arnOf('PipeRole'),
          Source: arnOf('Work') as unknown,
          SourceParameters: { SqsQueueParameters: { BatchSize: 10 } } as Properties,
          Target: arnOf('Fifo') as unknown,
          TargetParameters: {
            InputTemplate: '<$.body>',
            SqsQueueParameters: { MessageGroupId: '$.body.partitionkey' } as Properties,
          } as Properties,
        } as Properties & { TargetParameters: Properties; SourceParameters: Properties },
      },
      FunctionRole: role('lambda.amazonaws.com', [
        allow(receive, arnOf('Fifo')),
        allow('kms:Decrypt', arnOf('Key'), throughSqs('Fifo')),
      ]),
      Function: resource('AWS::Lambda::Function', {
        FunctionName: 'ship',
        Role: arnOf('FunctionRole'),
        Timeout: 10,
      }),
      EventSource: resource('AWS::Lambda::EventSourceMapping', {
        EventSourceArn: arnOf('Fifo'),
        FunctionName: { Ref: 'Function' },
        FunctionResponseTypes: ['ReportBatchItemFailures'],
      }),
    },
  };
}

export type QueueResources = ReturnType<typeof queueTemplate>['Resources'];
export type QueueChange = (resources: QueueResources) => void;

/** The flow of the queues after a change. */
export function warehouse(change: QueueChange = () => {}, place: object = environment): Flow {
  const template = queueTemplate();
  change(template.Resources);
  // What a template file would hold: no undefined fields.
  return Flow.of({ Shop: JSON.parse(JSON.stringify(template)) }, place);
}

/** A CloudEvent with a partition key. */
export const placed = {
  specversion: '1.0',
  id: 'order-1',
  source: 'shop.checkout',
  type: 'order.placed.v1',
  partitionkey: 'customer-7',
  data: { country: 'US', total: 20 },
};

export const message: QueueMessage = { body: placed };

export function routeOf(change?: QueueChange, event: QueueMessage = message): QueueRoute {
  return warehouse(change).route(event, { channel: 'work' });
}

function only<T>(hops: readonly T[]): T {
  const [hop, ...others] = hops;
  if (!hop || others.length > 0) throw new Error(`expected one hop, found ${hops.length}`);
  return hop;
}

/** The one pipe's hop from the work queue. */
export function pipeHop(change?: QueueChange, event?: QueueMessage): PipeHop {
  const hop = only(routeOf(change, event).hops);
  if (!('pipe' in hop)) throw new Error('expected a pipe');
  return hop;
}

/** The one function's hop from the FIFO queue, for what is sent to that. */
export function pushHop(change?: QueueChange, event: QueueMessage = grouped): PushHop {
  const hop = only(warehouse(change).route(event, { channel: 'seattle.fifo' }).hops);
  if (!('eventSource' in hop)) throw new Error('expected an event source mapping');
  return hop;
}

export const grouped: QueueMessage = { ...message, messageGroupId: 'customer-7' };

/** A resource with other properties. */
export const set =
  (logicalId: keyof QueueResources, properties: Properties): QueueChange =>
  (resources) => {
    Object.assign(resources[logicalId].Properties, properties);
  };

/** A role that a pipe may have, with all that it takes. */
export const anyRole = () => role('pipes.amazonaws.com', [allow(['sqs:*', 'kms:*'], '*')]);

/** A pipe more, from a queue to another, which is made if there is none of the name. */
export function addPipe(from: string, to: string, target: Properties = {}): QueueChange {
  return (resources) => {
    const queue = () => resource('AWS::SQS::Queue', { QueueName: to.toLowerCase() });
    const pipe = resource('AWS::Pipes::Pipe', {
      RoleArn: arnOf('AnyRole'),
      Source: arnOf(from),
      Target: arnOf(to),
      TargetParameters: { InputTemplate: '<$.body>', ...target },
    });
    Object.assign(resources, {
      AnyRole: anyRole(),
      [to]: (resources as { [name: string]: unknown })[to] ?? queue(),
      [`${from}To${to}`]: pipe,
    });
  };
}

/** A row of a table: what is changed in the template, and what then becomes of the event. */
export type QueueRow = [name: string, change: QueueChange, verdict: string, reason: string];
