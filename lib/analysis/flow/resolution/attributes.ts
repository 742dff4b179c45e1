import { madeUpName, splitText, unknownText } from './symbolic-text';
import type { Resource } from './template';

/**
 * What `Ref` and `Fn::GetAtt` give for the resources of a flow: a row a type. Source of the forms:
 * "Return values" of each resource's page in the CloudFormation template reference.
 */
export interface Place {
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  readonly urlSuffix: string;
}

export interface Named {
  readonly resource: Resource;
  readonly place: Place;
  /** A property as resolved text; undefined where the template doesn't set it. */
  text(property: string): string | undefined;
}

/** By attribute; `Ref` is the one without a name of its own. */
export type Attributes = Readonly<Record<string, string>>;

export function arnOf(place: Place, service: string, resource: string): string {
  return `arn:${place.partition}:${service}:${place.region}:${place.account}:${resource}`;
}

function nameOf({ resource, text }: Named, property: string, suffix = ''): string {
  return text(property) ?? `${madeUpName(resource.stack, resource.logicalId)}${suffix}`;
}

function queue(named: Named): Attributes {
  const { place } = named;
  const name = nameOf(named, 'QueueName', named.text('FifoQueue') === 'true' ? '.fifo' : '');
  const url = `https://sqs.${place.region}.${place.urlSuffix}/${place.account}/${name}`;
  return { Ref: url, Arn: arnOf(place, 'sqs', name), QueueName: name, QueueUrl: url };
}

function bus(named: Named): Attributes {
  const name = nameOf(named, 'Name');
  return { Ref: name, Name: name, Arn: arnOf(named.place, 'events', `event-bus/${name}`) };
}

/**
 * The ARN of the bus that a rule names, by name or ARN; without one it is the account's default
 * bus.
 */
export function busArnOf(place: Place, nameOrArn = 'default'): string {
  const isArn = splitText(nameOrArn, ':').length > 1;
  return isArn ? nameOrArn : arnOf(place, 'events', `event-bus/${nameOrArn}`);
}

export function busNameOf(busArn: string): string {
  const [, , , , , resource = ''] = splitText(busArn, ':', 6);
  return splitText(resource, '/', 2)[1] ?? busArn;
}

function rule(named: Named): Attributes {
  const { place } = named;
  const name = nameOf(named, 'Name');
  const busName = busNameOf(busArnOf(place, named.text('EventBusName')));
  if (busName === 'default') return { Ref: name, Arn: arnOf(place, 'events', `rule/${name}`) };
  return { Ref: `${busName}|${name}`, Arn: arnOf(place, 'events', `rule/${busName}/${name}`) };
}

function key({ resource, place }: Named): Attributes {
  const id = unknownText(`key id of ${resource.logicalId} in ${resource.stack}`);
  return { Ref: id, KeyId: id, Arn: arnOf(place, 'kms', `key/${id}`) };
}

function alias(named: Named): Attributes {
  const name = nameOf(named, 'AliasName');
  return { Ref: name, Arn: arnOf(named.place, 'kms', name) };
}

/** `Arn` is no attribute of a topic: `Ref` gives its ARN, and what reads nodes asks for it so. */
function topic(named: Named): Attributes {
  const name = nameOf(named, 'TopicName', named.text('FifoTopic') === 'true' ? '.fifo' : '');
  const arn = arnOf(named.place, 'sns', name);
  return { Ref: arn, TopicArn: arn, Arn: arn, TopicName: name };
}

function subscription({ resource, text }: Named): Attributes {
  const { stack, logicalId } = resource;
  const id = unknownText(`subscription id of ${logicalId} in ${stack}`);
  const arn = `${text('TopicArn') ?? unknownText(`topic of ${logicalId} in ${stack}`)}:${id}`;
  return { Ref: arn, Arn: arn };
}

/** An ARN of IAM, which has no region. */
export function iamArnOf({ partition, account }: Place, resource: string): string {
  return `arn:${partition}:iam::${account}:${resource}`;
}

function role(named: Named): Attributes {
  const name = nameOf(named, 'RoleName');
  const id = unknownText(`role id of ${named.resource.logicalId} in ${named.resource.stack}`);
  const arn = iamArnOf(named.place, `role${named.text('Path') ?? '/'}${name}`);
  return { Ref: name, Arn: arn, RoleId: id };
}

function managedPolicy(named: Named): Attributes {
  const name = nameOf(named, 'ManagedPolicyName');
  const arn = iamArnOf(named.place, `policy${named.text('Path') ?? '/'}${name}`);
  return { Ref: arn, PolicyArn: arn, Arn: arn };
}

function lambdaFunction(named: Named): Attributes {
  const name = nameOf(named, 'FunctionName');
  return { Ref: name, Arn: arnOf(named.place, 'lambda', `function:${name}`) };
}

/** `Ref` gives the ARN of the function with the alias at its end. */
function functionAlias(named: Named): Attributes {
  const { logicalId, stack } = named.resource;
  const given = named.text('FunctionName') ?? unknownText(`function of ${logicalId} in ${stack}`);
  const isArn = splitText(given, ':').length > 1;
  const functionArn = isArn ? given : arnOf(named.place, 'lambda', `function:${given}`);
  const name = named.text('Name') ?? unknownText(`name of ${logicalId} in ${stack}`);
  const arn = `${functionArn}:${name}`;
  return { Ref: arn, AliasArn: arn, Arn: arn };
}

function eventSource({ resource, place }: Named): Attributes {
  const id = unknownText(`event source mapping id of ${resource.logicalId} in ${resource.stack}`);
  return { Ref: id, Id: id, Arn: arnOf(place, 'lambda', `event-source-mapping:${id}`) };
}

function pipe(named: Named): Attributes {
  const name = nameOf(named, 'Name');
  return { Ref: name, Arn: arnOf(named.place, 'pipes', `pipe/${name}`) };
}

export const attributesByType = new Map<string, (named: Named) => Attributes>([
  ['AWS::SQS::Queue', queue],
  ['AWS::SNS::Topic', topic],
  ['AWS::SNS::Subscription', subscription],
  ['AWS::Events::EventBus', bus],
  ['AWS::Events::Rule', rule],
  ['AWS::KMS::Key', key],
  ['AWS::KMS::Alias', alias],
  ['AWS::IAM::Role', role],
  ['AWS::IAM::ManagedPolicy', managedPolicy],
  ['AWS::Lambda::Function', lambdaFunction],
  ['AWS::Lambda::Alias', functionAlias],
  ['AWS::Lambda::EventSourceMapping', eventSource],
  ['AWS::Pipes::Pipe', pipe],
]);
