/*
 * What is too much can't be found by taking away: a statement that allows everyone, a setting that
 * AWS has and the template had not, a resource that nobody asked for. So some are put in.
 */
import { isDeepStrictEqual } from 'node:util';
import { type Fields, isFields, type Json, valueAt } from '../template';
import { kindOf } from './kinds';
import type { Change, Place } from './mutant';
import { policies } from './policy-mutants';

const everything = { Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' };

/** Settings that do harm; one that stands there already is not added. */
const harmful: Readonly<Record<string, Fields>> = {
  'AWS::SQS::Queue': { DelaySeconds: 900, MaximumMessageSize: 1024, FifoQueue: true },
  'AWS::SNS::Topic': {
    FifoTopic: true,
    Subscription: [{ Protocol: 'email', Endpoint: 'stranger@example.com' }],
    DataProtectionPolicy: { Name: 'deny', Version: '2021-06-01', Statement: [] },
  },
  'AWS::SNS::Subscription': { Region: 'us-west-1' },
  'AWS::Pipes::Pipe': {
    DesiredState: 'STOPPED',
    Enrichment: 'arn:aws:lambda:eu-west-1:111111111111:function:Stranger',
    KmsKeyIdentifier: 'alias/another',
  },
  'AWS::Lambda::EventSourceMapping': {
    Enabled: false,
    FilterCriteria: { Filters: [{ Pattern: '{"body":{"type":["nothing"]}}' }] },
    MaximumBatchingWindowInSeconds: 300,
  },
  'AWS::Events::Rule': { State: 'DISABLED' },
  'AWS::Events::Archive': { EventPattern: { source: ['nobody'] } },
  'AWS::KMS::Key': { Enabled: false, PendingWindowInDays: 7 },
  'AWS::IAM::Role': { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] },
  'AWS::ApiGateway::RestApi': { Policy: { Statement: [everything] } },
};

export function* additionMutants(place: Place): Generator<Change> {
  yield* statementAdded(place);
  const { Type } = place.resource;
  for (const [name, by] of Object.entries(harmful[Type] ?? {})) {
    const path = ['Properties', name];
    if (isDeepStrictEqual(valueAt(place.resource, path), by)) continue;
    yield { path, kind: kindOf(Type, path.join('.')), mutation: 'added', by };
  }
  const targets = valueAt(place.resource, ['Properties', 'Targets']);
  if (Type === 'AWS::Events::Rule' && Array.isArray(targets)) yield* targetEdits(targets);
}

function* targetEdits(targets: readonly Json[]): Generator<Change> {
  const kind = 'target';
  const path = ['Properties', 'Targets', 0];
  const second = { ...(targets[0] as Fields), Id: 'Again' };
  yield { kind, path: ['Properties', 'Targets', targets.length], mutation: 'added', by: second };
  yield { kind, path: [...path, 'Input'], mutation: 'added', by: '{}' };
}

function* statementAdded({ resource }: Place): Generator<Change> {
  const policy = policies[resource.Type];
  const document = policy && valueAt(resource, policy.path);
  // A bus policy has room for one statement only.
  if (!isFields(document) || !Array.isArray(document.Statement)) return;
  const path = [...policy.path, 'Statement', document.Statement.length];
  yield { path, kind: policy.kind, mutation: 'statement added', by: everything };
}

/** Resources that no stack of the fixtures has. */
export const intruders: readonly (Fields & { readonly Type: string })[] = [
  { Type: 'AWS::SQS::Queue', Properties: {} },
  { Type: 'AWS::SQS::QueuePolicy', Properties: { PolicyDocument: { Statement: [everything] } } },
  {
    Type: 'AWS::SNS::Subscription',
    Properties: { Protocol: 'email', Endpoint: 'stranger@example.com' },
  },
  { Type: 'AWS::SNS::TopicPolicy', Properties: { PolicyDocument: { Statement: [everything] } } },
  { Type: 'AWS::IAM::ManagedPolicy', Properties: { PolicyDocument: { Statement: [everything] } } },
  { Type: 'AWS::Lambda::Function', Properties: {} },
];
