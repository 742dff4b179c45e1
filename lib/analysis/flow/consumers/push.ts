import { type Ending, endUnknown } from '../endings';
import { timeoutsOf } from '../graph/event-sources';
import { doubtOf, nameOf, numberOrNothing } from '../graph/resources';
import type { Message } from '../message';
import type { Delivered, EventSourceNode, FunctionNode, PushHop, QueueNode } from '../model';
import { bodyOf } from '../notification';
import { hasHole } from '../resolution/symbolic-text';
import { fieldOf, listOf, scalarText } from '../resolution/template';
import { endUndelivered } from './endings';
import type { RecordTest } from './filters';
import type { QueueRecord } from './record';
import { patternOf, take } from './taking';

export interface ReadEventSource {
  readonly node: EventSourceNode;
  readonly filter: RecordTest;
}

/** Source: https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html */
function batchWarning({ properties }: EventSourceNode): string {
  const types = listOf(fieldOf(properties, 'FunctionResponseTypes')).map(scalarText);
  const size = numberOrNothing(fieldOf(properties, 'BatchSize')) ?? 10;
  const open = types.some((type) => type === undefined || hasHole(type));
  if (open || types.includes('ReportBatchItemFailures') || size === 1) return '';
  return 'without ReportBatchItemFailures one bad record sends its whole batch back to the queue';
}

/**
 * Six times the function's timeout, and the batching window. Source:
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html
 */
function timeoutWarning(source: EventSourceNode, target: FunctionNode, queue: QueueNode): string {
  const { visibility, timeout } = timeoutsOf(queue, target);
  if (visibility === undefined || timeout === undefined) return '';
  const window = fieldOf(source.properties, 'MaximumBatchingWindowInSeconds');
  const wanted = 6 * timeout + (numberOrNothing(window) ?? 0);
  if (visibility >= wanted) return '';
  return `the queue's visibility timeout of ${visibility} s is below ${wanted} s, six times the function's timeout of ${timeout} s and the batching window: a retried event may be processed twice`;
}

/** A function that is never called: all that it gets is throttled. */
function isThrottled({ properties }: FunctionNode): boolean {
  return scalarText(fieldOf(properties, 'ReservedConcurrentExecutions')) === '0';
}

function deliveredBy({ body, attributes, messageGroupId }: Message): Delivered {
  if ('unknown' in body) return { unknown: body.unknown };
  const some = Object.keys(attributes).length > 0;
  return {
    ...bodyOf(body.text),
    ...(some && { messageAttributes: attributes }),
    ...(messageGroupId !== undefined && { messageGroupId }),
  };
}

function endTaken({ node }: ReadEventSource, message: Message, queue: QueueNode): Ending {
  const { target, reception, deadLetter } = node;
  if (typeof target === 'string') return endUnknown(`no template declares ${target}`);
  const doubt = doubtOf(target);
  if (doubt) return { verdict: 'unknown', reason: `${nameOf(target)}: ${doubt}` };
  if (isThrottled(target)) {
    const reason = `${nameOf(target)} has a reserved concurrency of 0: it is never called`;
    return endUndelivered(reason, queue, deadLetter);
  }
  const reasons = [reception.reason, batchWarning(node), timeoutWarning(node, target, queue)];
  const reason = reasons.filter(Boolean).join('; ');
  return { verdict: 'delivered', reason, delivers: deliveredBy(message) };
}

export function takeByFunction(
  source: ReadEventSource,
  record: QueueRecord,
  message: Message,
  queue: QueueNode,
): PushHop {
  const { node } = source;
  const taking = take('the event source mapping', source, record, queue);
  return {
    eventSource: node,
    from: queue,
    to: node.target,
    source: node.reception,
    ...(taking.ending ?? endTaken(source, message, queue)),
    pattern: patternOf(taking),
    ...(node.deadLetter && { deadLetter: node.deadLetter }),
  };
}
