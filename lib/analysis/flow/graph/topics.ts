import type { TopicNode } from '../model';
import type { Truth } from '../resolution/compare';
import type { Resolver } from '../resolution/resolver';
import { hasHole, splitText } from '../resolution/symbolic-text';
import { fieldOf, type Resource, scalarText } from '../resolution/template';
import { type Attached, policiesOf, readAttached } from './attached-policies';
import { readNode, resourcesOf, truthOf } from './resources';

function topicNameOf(arn: string): string {
  return splitText(arn, ':', 6)[5] ?? arn;
}

/** The name of a FIFO topic, and of no other, ends with `.fifo`. */
function fifoByName(name: string): Truth {
  if (name.endsWith('.fifo')) return 'yes';
  return hasHole(name) ? 'unknown' : 'no';
}

function readTopic(
  resolver: Resolver,
  resource: Resource,
  attached: readonly Attached[],
  arns: ReadonlySet<string>,
): TopicNode {
  const declared = readNode(resolver, resource);
  const { arn, properties } = declared;
  const key = scalarText(fieldOf(properties, 'KmsMasterKeyId'));
  return {
    kind: 'channel',
    type: 'topic',
    name: topicNameOf(arn),
    arn,
    declared,
    fifo: truthOf(fieldOf(properties, 'FifoTopic')),
    policies: policiesOf(arn, attached, arns),
    ...(key && { key }),
  };
}

export function readTopics(resolver: Resolver): TopicNode[] {
  const attached = readAttached(resolver, 'topic');
  const resources = resourcesOf(resolver, 'AWS::SNS::Topic');
  const arns = new Set(resources.map((resource) => resolver.attributeOf(resource, 'Arn')));
  return resources.map((resource) => readTopic(resolver, resource, attached, arns));
}

/** A topic that a subscription names and no template declares. */
export function undeclaredTopic(arn: string): TopicNode {
  const name = topicNameOf(arn);
  return { kind: 'channel', type: 'topic', name, arn, fifo: fifoByName(name), policies: [] };
}
