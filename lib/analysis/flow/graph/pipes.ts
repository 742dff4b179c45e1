import { admitPipe } from '../admission/pipe';
import { judgeSetting, receive } from '../admission/reception';
import { type Answer, unknown } from '../answer';
import type { PipeNode } from '../model';
import type { Resolver } from '../resolution/resolver';
import { hasHole, unknownText } from '../resolution/symbolic-text';
import { fieldOf, isFields, type Resource, scalarText } from '../resolution/template';
import { comesFromNoQueue, deadLetterOf, filtersOf } from './consumed';
import { readNode, resourcesOf } from './resources';
import type { Surroundings } from './surroundings';

function judgeState(state: string): Answer {
  if (hasHole(state)) return unknown(`the pipe's state is ${state}`);
  return judgeSetting(state === 'STOPPED' ? 'no' : 'yes', 'the pipe is STOPPED', '');
}

function readPipe(resolver: Resolver, resource: Resource, surroundings: Surroundings): PipeNode {
  const node = readNode(resolver, resource);
  const textOf = (...way: string[]) => scalarText(fieldOf(node.properties, ...way));
  const source = textOf('Source') ?? unknownText('no source');
  const roleArn = textOf('RoleArn') ?? unknownText('no role');
  const target = textOf('Target') ?? unknownText('no target');
  const state = textOf('DesiredState') ?? 'RUNNING';
  const deadLetter = deadLetterOf(source, surroundings);
  const receiver = { service: 'pipes.amazonaws.com', sourceArn: node.arn, roleArn } as const;
  return {
    kind: 'pipe',
    ...node,
    name: resolver.attributeOf(resource, 'Ref'),
    source,
    state,
    filters: filtersOf(fieldOf(node.properties, 'SourceParameters')),
    reception: receive(source, receiver, surroundings, judgeState(state)),
    admission: admitPipe(target, roleArn, surroundings),
    ...(deadLetter && { deadLetter }),
  };
}

/** Each kind of source but a queue has parameters of its own, which name it. */
function isFromQueue(resolver: Resolver, { stack, properties }: Resource): boolean {
  const parameters = fieldOf(properties, 'SourceParameters');
  const names = isFields(parameters) ? Object.keys(parameters) : [];
  const others = names.some((name) => /Stream|Broker|Kafka/.test(name));
  return !others && !comesFromNoQueue(resolver, stack, fieldOf(properties, 'Source'));
}

/** The pipes whose source is, or may be, a queue. */
export function readPipes(resolver: Resolver, surroundings: Surroundings): PipeNode[] {
  return resourcesOf(resolver, 'AWS::Pipes::Pipe')
    .filter((resource) => isFromQueue(resolver, resource))
    .map((resource) => readPipe(resolver, resource, surroundings));
}
