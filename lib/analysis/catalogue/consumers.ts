import type { Flow, QueueNode, RuleNode, RuleTarget, SubscriptionNode } from '../flow';
import { type Carrier, describeChannel, takersOf } from './channels';
import { type EventName, scopes, type Taken, takes } from './filters';
import type { CatalogueConsumer } from './model';
import { constructOf, isSettled, serviceOf } from './names';
import { nameOf, type Readers } from './queue-readers';

/** A flow, and who takes events out of its queues. */
export interface Reading {
  readonly flow: Flow;
  readonly readers: (queue: QueueNode) => Readers;
}

/** The consumers of one event on one channel. */
export function consumersOf(reading: Reading, event: EventName, on: Carrier): CatalogueConsumer[] {
  const { rules, subscriptions } = takersOf(reading.flow, on);
  if (on.kind === 'queue') return [ofQueue(reading, on)];
  return [
    ...rules.flatMap((rule) => ofRule(reading, rule, event, on)),
    ...subscriptions.flatMap((one) => ofSubscription(reading, one, event, on)),
  ];
}

/** The ARNs of what no template declares as a queue and rules hand the event to: topics, functions. */
export function onwardOf(flow: Flow, event: EventName, on: Carrier): string[] {
  return takersOf(flow, on).rules.flatMap((rule) => {
    const ends = rule.targets.map(({ admission }) => admission.to);
    const onward = ends.filter((to) => typeof to === 'string');
    return onward.length > 0 && takenBy(rule, event) !== undefined ? onward : [];
  });
}

function takenBy({ pattern }: RuleNode, event: EventName): Taken | undefined {
  return pattern === undefined ? undefined : takes(pattern, event, scopes.rule);
}

/** What takes events out of a queue takes whatever is in it. */
function ofQueue({ readers }: Reading, queue: QueueNode): CatalogueConsumer {
  const common = { channel: describeChannel(queue).id, filters: [], named: false };
  const { stack } = queue;
  const name = constructOf(queue);
  return { ...common, name, stack, queue: queueName(queue), ...readers(queue) };
}

function ofRule(
  reading: Reading,
  rule: RuleNode,
  event: EventName,
  on: Carrier,
): CatalogueConsumer[] {
  const taken = takenBy(rule, event);
  if (taken === undefined) return [];
  const disabled = rule.state === 'DISABLED' ? 'the rule is disabled' : undefined;
  return rule.targets.map((target) => ({
    ...{ name: constructOf(rule), stack: rule.stack, channel: describeChannel(on).id },
    ...describeTaken(taken),
    ...describeEnd(reading, target.admission, disabled ?? taken.doubt),
  }));
}

function ofSubscription(
  reading: Reading,
  one: SubscriptionNode,
  event: EventName,
  on: Carrier,
): CatalogueConsumer[] {
  const scope = one.filterPolicyScope === 'MessageBody' ? scopes.body : scopes.attributes;
  const taken = takes(one.filterPolicy, event, scope);
  if (taken === undefined) return [];
  const end = one.admission ?? { to: one.endpoint, verdict: 'delivered', reason: '' };
  return [
    {
      ...{ name: constructOf(one), stack: one.stack, channel: describeChannel(on).id },
      ...describeTaken(taken),
      ...describeEnd(reading, end, taken.doubt),
    },
  ];
}

const describeTaken = ({ filters, named }: Taken) => ({ filters, named });

type End = RuleTarget['admission'];

function describeEnd(
  { readers }: Reading,
  { to, verdict, reason }: End,
  doubt: string | undefined,
) {
  const refused = verdict === 'delivered' || isOther(to, verdict) ? undefined : reason;
  const problem = doubt ?? refused;
  const end =
    typeof to === 'string'
      ? { delivery: 'direct' as const, receivers: [nameOf(to)] }
      : { queue: queueName(to), ...readers(to) };
  return { ...end, ...(problem !== undefined && { problem }) };
}

/** A function, a bus, a state machine: whether it lets the event in is not asked. */
function isOther(to: End['to'], verdict: End['verdict']): boolean {
  const service = typeof to === 'string' ? serviceOf(to) : undefined;
  return verdict === 'unknown' && service !== undefined && !['sqs', 'sns'].includes(service);
}

const queueName = (queue: QueueNode): string =>
  isSettled(queue.name) ? queue.name : constructOf(queue);
