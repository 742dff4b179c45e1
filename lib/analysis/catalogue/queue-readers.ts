import type { Flow, FunctionNode, QueueNode } from '../flow';
import { constructOf, endOf, principalName } from './names';

/** Who takes events out of a queue, and how. */
export interface Readers {
  readonly delivery: 'pull' | 'push' | 'pipe';
  readonly receivers: readonly string[];
  readonly problem?: string;
}

/** The readers of a flow's queues; those of a queue are the same for every event. */
export function readersIn(flow: Flow): (queue: QueueNode) => Readers {
  const known = new Map<QueueNode, Readers>();
  return (queue) => {
    const readers = known.get(queue) ?? readersOf(flow, queue);
    known.set(queue, readers);
    return readers;
  };
}

/** A pipe ends in another queue, whose readers are asked then: no further than a chain is long. */
const longestChain = 5;

function readersOf(flow: Flow, queue: QueueNode, chain = longestChain): Readers {
  const sources = flow.eventSources.filter(({ source }) => source === queue.arn);
  const pipes = flow.pipes.filter(({ source }) => source === queue.arn);
  const denied = [...sources, ...pipes].find(({ reception }) => reception.verdict === 'denied');
  const problem = denied && { problem: denied.reception.reason };
  if (sources.length > 0) {
    return { delivery: 'push', receivers: sources.map(({ target }) => nameOf(target)), ...problem };
  }
  if (pipes.length > 0) {
    const receivers = pipes.flatMap(({ admission: { to } }) =>
      typeof to === 'string' || chain === 0
        ? [nameOf(to)]
        : readersOf(flow, to, chain - 1).receivers,
    );
    return { delivery: 'pipe', receivers, ...problem };
  }
  const roles = flow
    .receivers(queue)
    .map(({ who }) => (typeof who === 'string' ? principalName(who) : constructOf(who)));
  return { delivery: 'pull', receivers: [...new Set(roles)] };
}

type Named =
  | FunctionNode
  | QueueNode
  | { path?: string; stack: string; logicalId: string }
  | string;

/** A made-up name in an ARN is that of its resource. */
const madeUp = /⟨([^/⟩]+)\/([^⟩]+)⟩/;

export function nameOf(node: Named): string {
  if (typeof node !== 'string') return constructOf(node);
  const [, stack, logicalId] = madeUp.exec(node) ?? [];
  return stack && logicalId ? constructOf({ stack, logicalId }) : endOf(node);
}
