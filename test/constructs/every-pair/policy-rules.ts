import type { ResourceOf, TemplateOf } from './shop';

/**
 * What the policies of any pair obey, asked of its templates. A rule answers with what breaks it, one
 * text each.
 */
export interface PolicyRule {
  readonly name: string;
  readonly violations: (template: TemplateOf) => string[];
}

export interface Statement {
  readonly Effect: string;
  readonly Principal?: unknown;
  readonly Action: string | readonly string[];
  readonly Resource?: unknown;
  readonly Condition?: Conditions;
}

type Conditions = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

const documents: Readonly<Record<string, string>> = {
  'AWS::SQS::QueuePolicy': 'PolicyDocument',
  'AWS::SNS::TopicPolicy': 'PolicyDocument',
  'AWS::KMS::Key': 'KeyPolicy',
  'AWS::IAM::Policy': 'PolicyDocument',
  'AWS::IAM::Role': 'AssumeRolePolicyDocument',
};

export interface Found {
  readonly id: string;
  readonly type: string;
  readonly statement: Statement;
}

export function statementsIn({ Resources }: TemplateOf, ...types: readonly string[]): Found[] {
  return Object.entries(Resources).flatMap(([id, resource]) =>
    types.includes(resource.Type)
      ? statementsOf(resource).map((statement) => ({ id, type: resource.Type, statement }))
      : [],
  );
}

function statementsOf({ Type, Properties = {} }: ResourceOf): readonly Statement[] {
  const document = Properties[documents[Type] ?? ''] as { Statement?: Statement[] } | undefined;
  return document?.Statement ?? [];
}

const broken = (found: readonly Found[], obeys: (statement: Statement) => boolean): string[] =>
  found
    .filter(({ statement }) => !obeys(statement))
    .map(({ id, statement }) => `${id}: ${JSON.stringify(statement)}`);

function serviceOf({ Principal }: Statement): unknown {
  return (Principal as { Service?: unknown } | undefined)?.Service;
}

/** The value of a condition key, under one of these operators; a mere `*` is no condition. */
function asks(statement: Statement, operators: readonly string[], key: RegExp): boolean {
  return operators.some((operator) =>
    Object.entries(statement.Condition?.[operator] ?? {}).some(
      ([name, value]) => key.test(name) && value !== '*',
    ),
  );
}

const fromItsSource = (statement: Statement): boolean =>
  asks(statement, ['ArnEquals', 'ArnLike'], /^aws:SourceArn$/) &&
  asks(statement, ['StringEquals'], /^aws:SourceAccount$/);

const underItsContext = (statement: Statement): boolean =>
  asks(statement, ['StringEquals', 'ArnLike'], /^kms:EncryptionContext:aws:(sqs|sns|events):/);

const isAllowed = ({ statement }: Found): boolean => statement.Effect === 'Allow';
const isOfService = ({ statement }: Found): boolean => serviceOf(statement) !== undefined;

const admitted: PolicyRule = {
  name: 'a queue admits a service only, for its own source in its own account, to send',
  violations: (template) =>
    broken(
      statementsIn(template, 'AWS::SQS::QueuePolicy', 'AWS::SNS::TopicPolicy').filter(isAllowed),
      (one) => isOfService({ statement: one } as Found) && sends(one) && fromItsSource(one),
    ),
};

const sends = ({ Action }: Statement): boolean => Action === 'sqs:SendMessage';

/** EventBridge asks what a key is without an encryption context. */
const opened: PolicyRule = {
  name: 'a key is open to a service for the encryption context of queues, topics and buses only',
  violations: (template) =>
    broken(
      statementsIn(template, 'AWS::KMS::Key').filter((one) => isAllowed(one) && isOfService(one)),
      (one) => one.Action === 'kms:DescribeKey' || underItsContext(one),
    ),
};

const assumed: PolicyRule = {
  name: 'a pipe assumes a role for pipes of this account only',
  violations: (template) =>
    broken(
      statementsIn(template, 'AWS::IAM::Role').filter(
        ({ statement }) => serviceOf(statement) === 'pipes.amazonaws.com',
      ),
      fromItsSource,
    ),
};

const identities: PolicyRule = {
  name: 'an identity policy names its actions and resources, and on a key the encryption context',
  violations: (template) =>
    broken(statementsIn(template, 'AWS::IAM::Policy'), (one) => {
      const actions = [one.Action].flat();
      const ofKey = actions.some((action) => action.startsWith('kms:'));
      const named = !JSON.stringify([one.Resource]).includes('"*"');
      const every = actions.some((action) => action.endsWith(':*') || action === '*');
      return named && !every && (!ofKey || underItsContext(one));
    }),
};

interface Denied {
  readonly type: string;
  readonly policy: string;
  readonly list: string;
  readonly action: string;
}

const queues: Denied = {
  type: 'AWS::SQS::Queue',
  policy: 'AWS::SQS::QueuePolicy',
  list: 'Queues',
  action: 'sqs:*',
};

const topics: Denied = {
  type: 'AWS::SNS::Topic',
  policy: 'AWS::SNS::TopicPolicy',
  list: 'Topics',
  action: 'sns:Publish',
};

/** One policy: a second one would take the place of the first. */
function withoutTls(template: TemplateOf, { type, policy, list, action }: Denied): string[] {
  const all = Object.entries(template.Resources);
  return all
    .filter(([, { Type }]) => Type === type)
    .flatMap(([id]) => {
      const policies = all.filter(
        ([, { Type, Properties = {} }]) =>
          Type === policy && JSON.stringify(Properties[list]) === JSON.stringify([{ Ref: id }]),
      );
      const denials = policies.flatMap(([, one]) => statementsOf(one).filter(deniesPlaintext));
      const denied = denials.some(
        ({ Action, Resource }) => Action === action && JSON.stringify(Resource).includes(`"${id}"`),
      );
      return policies.length === 1 && denied ? [] : [`${id}: ${policies.length} policies`];
    });
}

function deniesPlaintext({ Effect, Principal, Condition }: Statement): boolean {
  const everyone = Principal === '*' || (Principal as { AWS?: unknown } | undefined)?.AWS === '*';
  return Effect === 'Deny' && everyone && Condition?.Bool?.['aws:SecureTransport'] === 'false';
}

const tls: PolicyRule = {
  name: 'every queue and every topic has one policy, which denies what does not come over TLS',
  violations: (template) => [...withoutTls(template, queues), ...withoutTls(template, topics)],
};

export const policyRules: readonly PolicyRule[] = [admitted, opened, assumed, identities, tls];
