import type { QueueNode } from '../model';
import type { Resolver } from '../resolution/resolver';
import { fieldOf, type Resource, scalarText, textOrNothing } from '../resolution/template';
import { policiesOf, readAttached } from './attached-policies';
import { numberOrNothing, readNode, resourcesOf } from './resources';

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
  const attached = readAttached(resolver, 'queue');
  const queues = resourcesOf(resolver, 'AWS::SQS::Queue').map((queue) =>
    readQueue(resolver, queue),
  );
  const urls = new Set(queues.map(({ url }) => url));
  return queues.map((queue) => ({ ...queue, policies: policiesOf(queue.url, attached, urls) }));
}
