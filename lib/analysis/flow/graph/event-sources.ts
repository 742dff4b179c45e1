import { judgeSettings } from '../admission/event-source';
import { judgeSetting, receive } from '../admission/reception';
import { type Answer, all, no, yes } from '../answer';
import type { EventSourceNode, FunctionNode, QueueNode, Reception } from '../model';
import type { Resolver } from '../resolution/resolver';
import { unknownText } from '../resolution/symbolic-text';
import { type Fields, fieldOf, type Resource, scalarText } from '../resolution/template';
import { comesFromNoQueue, deadLetterOf, filtersOf } from './consumed';
import { findFunction } from './functions';
import { numberOrNothing, readNode, resourcesOf, truthOf } from './resources';
import type { Surroundings } from './surroundings';

/** CloudFormation's defaults, in seconds. */
const defaults = { visibility: 30, timeout: 3 } as const;

/** Undefined where it is not known. */
function secondsOf(value: unknown, byDefault: number): number | undefined {
  return value === undefined ? byDefault : numberOrNothing(value);
}

/** The queue's visibility timeout and the function's timeout. */
export function timeoutsOf(queue: QueueNode, { properties }: FunctionNode) {
  const visibility = fieldOf(queue.properties, 'VisibilityTimeout');
  return {
    visibility: secondsOf(visibility, defaults.visibility),
    timeout: secondsOf(fieldOf(properties, 'Timeout'), defaults.timeout),
  };
}

/**
 * Lambda refuses the mapping then. Source:
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
 */
function judgeTimeouts(queue: QueueNode | undefined, target: FunctionNode): Answer {
  if (!queue) return yes('');
  const { visibility, timeout } = timeoutsOf(queue, target);
  if (visibility === undefined || timeout === undefined || visibility >= timeout) return yes('');
  return no(
    `Lambda refuses the mapping: the queue's visibility timeout of ${visibility} s is shorter than the function's timeout of ${timeout} s`,
  );
}

function receptionOf(
  source: string,
  target: FunctionNode | string,
  enabled: Answer,
  properties: Fields,
  surroundings: Surroundings,
): Reception {
  const from = surroundings.queues.get(source);
  const timeouts = typeof target === 'string' ? yes('') : judgeTimeouts(from, target);
  const state = all([enabled, judgeSettings(properties, from), timeouts]);
  if (typeof target === 'string' && state.is !== 'no') {
    const reason = `no template declares the function ${target}, whose role takes events out`;
    return { from: from ?? source, verdict: 'unknown', reason };
  }
  const roleArn =
    typeof target === 'string' ? undefined : scalarText(fieldOf(target.properties, 'Role'));
  const receiver = {
    service: 'lambda.amazonaws.com',
    roleArn: roleArn ?? unknownText('no role'),
  } as const;
  return receive(source, receiver, surroundings, state);
}

function readEventSource(
  resolver: Resolver,
  resource: Resource,
  surroundings: Surroundings,
): EventSourceNode {
  const node = readNode(resolver, resource);
  const textOf = (name: string) => scalarText(fieldOf(node.properties, name));
  const source = textOf('EventSourceArn') ?? unknownText('no source');
  const given = textOf('FunctionName') ?? unknownText('no function');
  const target = findFunction(given, surroundings.functions.values()) ?? given;
  const setting = fieldOf(node.properties, 'Enabled');
  const enabled = setting === undefined ? 'yes' : truthOf(setting);
  const off = 'the event source mapping is not enabled';
  const open = 'whether the event source mapping is enabled is not known';
  const deadLetter = deadLetterOf(source, surroundings);
  return {
    kind: 'eventSource',
    ...node,
    source,
    enabled,
    filters: filtersOf(node.properties),
    target,
    reception: receptionOf(
      source,
      target,
      judgeSetting(enabled, off, open),
      node.properties,
      surroundings,
    ),
    ...(deadLetter && { deadLetter }),
  };
}

/** Streams, and nothing else, have a starting position; brokers have topics or queues of their own. */
function isFromQueue(resolver: Resolver, { stack, properties }: Resource): boolean {
  const others = ['StartingPosition', 'SelfManagedEventSource', 'Topics', 'Queues'];
  if (others.some((name) => fieldOf(properties, name) !== undefined)) return false;
  return !comesFromNoQueue(resolver, stack, fieldOf(properties, 'EventSourceArn'));
}

/** The event source mappings whose source is, or may be, a queue. */
export function readEventSources(
  resolver: Resolver,
  surroundings: Surroundings,
): EventSourceNode[] {
  return resourcesOf(resolver, 'AWS::Lambda::EventSourceMapping')
    .filter((resource) => isFromQueue(resolver, resource))
    .map((resource) => readEventSource(resolver, resource, surroundings));
}
