import { type Answer, all, unknown, yes } from '../answer';
import type { Ending } from '../endings';
import { doubtOf } from '../graph/resources';
import type { EventSourceNode, PipeNode, QueueNode } from '../model';
import { same } from '../resolution/compare';
import type { RecordTest } from './filters';
import type { QueueRecord } from './record';

/** Whether a consumer takes an event out of its queue, which the filters and the role decide. */
export interface Taking {
  /** What its filters say. */
  readonly filter: Answer;
  /** How it ends, if the consumer doesn't take the event; left out if it does. */
  readonly ending?: Ending;
}

const verdicts = { yes: 'matched', no: 'filtered', unknown: 'unknown' } as const;

export function patternOf({ filter }: Taking) {
  return verdicts[filter.is];
}

function judgeSource(what: string, node: PipeNode | EventSourceNode, queue: QueueNode): Answer {
  const doubts = [
    [what, doubtOf(node)],
    ['the queue', doubtOf(queue)],
  ].flatMap(([name, doubt]) => (doubt ? [unknown(`${name}: ${doubt}`)] : []));
  if (same(node.source, queue.arn) === 'yes') return all([yes(''), ...doubts]);
  return unknown(`the source of ${what} may be another one: ${node.source}`);
}

/**
 * What it can't receive stays in the queue whatever the filters say; what it does receive and they
 * don't match is gone.
 */
export function take(
  what: 'the pipe' | 'the event source mapping',
  { node, filter: test }: { node: PipeNode | EventSourceNode; filter: RecordTest },
  record: QueueRecord,
  queue: QueueNode,
): Taking {
  const filter = test(record);
  const { reception } = node;
  const source = judgeSource(what, node, queue);
  if (source.is !== 'yes') {
    return { filter, ending: { verdict: 'unknown', reason: source.why } };
  }
  if (reception.verdict !== 'delivered') {
    return { filter, ending: { verdict: reception.verdict, reason: reception.reason } };
  }
  if (filter.is === 'yes') return { filter };
  const verdict = filter.is === 'no' ? 'lost' : 'unknown';
  return { filter, ending: { verdict, reason: filter.why } };
}
