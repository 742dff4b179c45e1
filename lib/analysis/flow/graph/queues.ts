import { anyOf } from '../answer';
import type { QueueNode, QueuePolicy } from '../model';
import { same, type Truth } from '../resolution/compare';
import type { Resolver } from '../resolution/resolver';
import { fieldOf, listOf, type Resource, scalarText, textOrNothing } from '../resolution/template';
import { doubtOf, nameOf, numberOrNothing, readNode, resourcesOf } from './resources';

/** A policy resource and the URLs of the queues that it is for. */
interface Attached {
  readonly name: string;
  readonly document: unknown;
  readonly queues: readonly (string | undefined)[];
  readonly doubt?: string;
}

function readPolicies(resolver: Resolver): Attached[] {
  const resources = [
    ...resourcesOf(resolver, 'AWS::SQS::QueuePolicy'),
    ...resourcesOf(resolver, 'AWS::SQS::QueueInlinePolicy'),
  ];
  return resources.map((resource) => {
    const { properties } = readNode(resolver, resource);
    const queues = listOf(fieldOf(properties, 'Queues') ?? fieldOf(properties, 'Queue'));
    return {
      name: nameOf(resource),
      document: fieldOf(properties, 'PolicyDocument'),
      queues: queues.map(scalarText),
      doubt: doubtOf(resource),
    };
  });
}

/** A URL that is certainly some queue's is no other's. */
function names(given: string | undefined, url: string, urls: ReadonlySet<string>): Truth {
  if (given === undefined) return 'unknown';
  if (given === url) return 'yes';
  return urls.has(given) ? 'no' : same(given, url);
}

function policiesOf(
  url: string,
  attached: readonly Attached[],
  urls: ReadonlySet<string>,
): QueuePolicy[] {
  return attached.flatMap(({ name, document, queues, doubt }) => {
    const named = anyOf(queues.map((given) => names(given, url, urls)));
    if (named === 'no') return [];
    if (named === 'yes') return [{ name, document, ...(doubt && { doubt }) }];
    return [{ name, document, doubt: `the queue that it names may be another one: ${queues}` }];
  });
}

function readRedrive(properties: unknown): QueueNode['deadLetterQueue'] {
  const arn = textOrNothing(fieldOf(properties, 'RedrivePolicy', 'deadLetterTargetArn'));
  if (arn === undefined) return undefined;
  const count = fieldOf(properties, 'RedrivePolicy', 'maxReceiveCount');
  return { arn, maxReceiveCount: numberOrNothing(count) };
}

function readQueue(resolver: Resolver, resource: Resource): Omit<QueueNode, 'policies'> {
  const node = readNode(resolver, resource);
  const deadLetterQueue = readRedrive(node.properties);
  const key = scalarText(fieldOf(node.properties, 'KmsMasterKeyId'));
  return {
    kind: 'queue',
    ...node,
    name: resolver.attributeOf(resource, 'QueueName'),
    url: resolver.attributeOf(resource, 'QueueUrl'),
    ...(deadLetterQueue && { deadLetterQueue }),
    ...(key && { key }),
  };
}

export function readQueues(resolver: Resolver): QueueNode[] {
  const attached = readPolicies(resolver);
  const queues = resourcesOf(resolver, 'AWS::SQS::Queue').map((queue) =>
    readQueue(resolver, queue),
  );
  const urls = new Set(queues.map(({ url }) => url));
  return queues.map((queue) => ({ ...queue, policies: policiesOf(queue.url, attached, urls) }));
}
