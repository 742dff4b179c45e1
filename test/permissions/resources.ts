import {
  createValidatedPolicy,
  type ValidatedPolicy,
  validateResourcePolicy,
  validateTrustPolicy,
} from '@cloud-copilot/iam-policy';
import type { Policies } from './policies';
import { account, arnOf, Resolver, region } from './resolver';
import { fieldsOf, nameOf, type Resource, resourcesOf, type Templates } from './template';

/** Whatever could be asked for: what the templates make, and what lies beside it. */
export interface Target {
  readonly name: string;
  readonly arn: string;
  readonly account: string;
  readonly type: string;
  readonly policy?: ValidatedPolicy<unknown>;
  /** The ARN whose policy that is. @default - its own */
  readonly policyOf?: string;
}

const target = (
  name: string,
  arn: string,
  type = 'beside',
  policy?: ValidatedPolicy<unknown>,
): Target => ({
  name,
  arn,
  account,
  type,
  policy,
});

function policyOf(name: string, Statement: unknown, validate: typeof validateResourcePolicy) {
  if (Statement === undefined) return undefined;
  const policy = createValidatedPolicy({ Version: '2012-10-17', Statement }, validate, { name });
  if (policy.errors.length > 0) throw new Error(`${name}: ${JSON.stringify(policy.errors)}`);
  return policy;
}

/** A key as AWS makes it: whatever an identity policy of its account allows. */
const policyOfOtherKey = policyOf(
  'OtherKey',
  [
    {
      Effect: 'Allow',
      Principal: { AWS: `arn:aws:iam::${account}:root` },
      Action: 'kms:*',
      Resource: '*',
    },
  ],
  validateResourcePolicy,
);

/** What a consumer or producer could reach if a statement named more than its own. */
const beside: readonly Target[] = [
  target('OtherQueue', arnOf('sqs', 'Other')),
  target('OtherBus', arnOf('events', 'event-bus/Other')),
  target('DefaultBus', arnOf('events', 'event-bus/default')),
  target('OtherRule', arnOf('events', 'rule/Other/Other')),
  target('OtherTopic', arnOf('sns', 'Other')),
  target('OtherKey', arnOf('kms', 'key/Other'), 'beside', policyOfOtherKey),
  target('OtherRole', `arn:aws:iam::${account}:role/Other`),
  target('OtherPipe', arnOf('pipes', 'pipe/Other')),
  target('OtherFunction', arnOf('lambda', 'function:Other')),
  target('OtherRegistry', arnOf('schemas', 'registry/other')),
  target('OtherSchema', arnOf('schemas', 'schema/other/shop.checkout@order.placed.v1')),
  target('OtherApi', arnOf('execute-api', 'other/prod/POST/order.placed.v1')),
];

const types: readonly string[] = [
  'AWS::SQS::Queue',
  'AWS::SNS::Topic',
  'AWS::Events::EventBus',
  'AWS::Events::Rule',
  'AWS::Events::Archive',
  'AWS::Pipes::Pipe',
  'AWS::EventSchemas::Registry',
  'AWS::KMS::Key',
];

/** A method without authorization is open to everybody, which no policy says. */
const openToAll = [
  { Effect: 'Allow', Principal: '*', Action: 'execute-api:Invoke', Resource: '*' },
];

function pathOf(stack: string, reference: unknown, resolver: Resolver): string {
  const logicalId = fieldsOf(reference)['Ref'];
  if (logicalId === undefined) return '';
  const { ParentId: parent, PathPart: part } = resolver.resource(stack, logicalId).properties;
  return `${pathOf(stack, parent, resolver)}/${part}`;
}

/** The method, and around it what a grant with a wildcard would open as well. */
function aroundMethod({ stack, properties }: Resource, resolver: Resolver, stage: string) {
  const { HttpMethod: verb, ResourceId: at, RestApiId: api, AuthorizationType } = properties;
  const path = pathOf(stack, at, resolver);
  const of = (rest: string) =>
    `arn:aws:execute-api:${region}:${account}:${resolver.text(stack, api)}/${rest}`;
  const name = `${verb} ${path}`;
  const statement = AuthorizationType === 'AWS_IAM' ? undefined : openToAll;
  const policy = policyOf(name, statement, validateResourcePolicy);
  return [
    target(name, of(`${stage}/${verb}${path}`), 'method', policy),
    target(`GET ${path}`, of(`${stage}/GET${path}`), 'method'),
    target(`${name} of another stage`, of(`other/${verb}${path}`), 'method'),
    target(`${verb} /other`, of(`${stage}/${verb}/other`), 'method'),
  ];
}

/** The policy of a registry decides about the schemas in it. */
function inRegistry(schema: Resource, resolver: Resolver, policies: Policies): Target {
  const name = nameOf(schema);
  const registry = resolver.text(schema.stack, schema.properties['RegistryName']);
  const kept = arnOf('schemas', `registry/${registry}`);
  const policy = policyOf(name, policies.resource.get(kept), validateResourcePolicy);
  return { ...target(name, resolver.arn(schema), schema.type, policy), policyOf: kept };
}

export function targetsOf(templates: Templates, policies: Policies): Target[] {
  const resolver = new Resolver(templates);
  const all = resourcesOf(templates);
  const stage = all.find(({ type }) => type === 'AWS::ApiGateway::Stage');
  const made = all.flatMap((one): Target[] => {
    const name = nameOf(one);
    if (one.type === 'AWS::ApiGateway::Method' && stage) {
      return aroundMethod(one, resolver, resolver.ref(stage));
    }
    if (one.type === 'AWS::IAM::Role') {
      const arn = resolver.arn(one);
      const trust = policyOf(name, policies.trust.get(arn), validateTrustPolicy);
      return [target(name, arn, one.type, trust)];
    }
    if (one.type === 'AWS::EventSchemas::Schema') return [inRegistry(one, resolver, policies)];
    if (!types.includes(one.type)) return [];
    const arn = resolver.arn(one);
    const policy = policyOf(name, policies.resource.get(arn), validateResourcePolicy);
    return [target(name, arn, one.type, policy)];
  });
  return [...made, ...beside];
}
