import type { QueueNode, RuleNode, SubscriptionNode } from './model';

/**
 * The channel of this name or ARN; without one the only one.
 *
 * @param unnamed Those that may be meant without a name.
 */
export function findChannel<T extends { readonly name: string; readonly arn: string }>(
  channels: readonly T[],
  kind: 'buses' | 'topics' | 'queues',
  nameOrArn: string | undefined,
  unnamed: readonly T[] = channels,
): T {
  const byArn = channels.filter(({ arn }) => arn === nameOrArn);
  const byName =
    nameOrArn === undefined ? unnamed : channels.filter(({ name }) => name === nameOrArn);
  const found = byArn.length > 0 ? byArn : byName; // a bus may be called as another's ARN
  const [channel, ...others] = found;
  if (channel && others.length === 0) return channel;
  const given = nameOrArn === undefined ? 'not given' : JSON.stringify(nameOrArn);
  const known = channels.map(({ name, arn }) => `${name} (${arn})`).join(', ');
  throw new RangeError(
    `channel: ${given}; expected the name or ARN of one of the flow's ${kind}: ${known || 'it has none'}`,
  );
}

interface Nodes {
  readonly queues: readonly QueueNode[];
  readonly rules: readonly RuleNode[];
  readonly subscriptions: readonly SubscriptionNode[];
}

/** Those in which no queue, rule or subscription sets anything aside. */
export function workQueues({ queues, rules, subscriptions }: Nodes): QueueNode[] {
  const arns = queues.map(({ deadLetterQueue }) => deadLetterQueue?.arn);
  const nodes = [
    ...rules.flatMap(({ targets }) => targets.map(({ deadLetter }) => deadLetter?.to)),
    ...subscriptions.map(({ deadLetter }) => deadLetter?.to),
  ];
  return queues.filter((queue) => !arns.includes(queue.arn) && !nodes.includes(queue));
}
