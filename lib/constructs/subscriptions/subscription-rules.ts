import type { Construct } from 'constructs';
import type { Problem } from '../../core/diagnostics';
import { problemsOfNamed, problemsOnChannel } from '../channels';
import { problemsOfKey } from '../policies';
import { OnPoison, queueRules } from '../queues';
import {
  type PropRule,
  problemsOfPlace,
  problemsOfRules,
  removalRule,
  withoutEffect,
} from '../validation';
import { functionBehind } from './function-behind';
import { oneAtATimeRules } from './one-at-a-time-rules';
import type { Push } from './push';
import { pushRules } from './push-rules';
import type { SubscriptionProps } from './subscription-props';

/** Everything that is wrong with a subscription's props, before anything is made. */
export function problemsOfSubscription(scope: Construct, props: SubscriptionProps): Problem[] {
  const { events = [], from, queue, encryptionKey, removalPolicy, delivery, onPoison } = props;
  const contracts = events.map(({ contract }) => contract);
  return [
    ...problemsOfNamed('events', contracts, from.contracts),
    ...problemsOfRules([
      ...ofTheQueue(props),
      ...pushRules(delivery?._push, props),
      ...oneAtATimeRules(props),
      removalRule(removalPolicy),
    ]),
    ...problemsOfKey('encryptionKey', encryptionKey, scope),
    ...problemsOfConsumer(scope, delivery?._push),
    ...problemsOnChannel(scope, {
      from,
      events,
      delivery: delivery?._kind ?? 'pull',
      queue,
      envelope: delivery?.envelope,
      fairQueue: delivery?.requireFairQueue,
      hold: onPoison === OnPoison.HOLD,
    }),
  ];
}

/** Lambda looks for the name of a function where the mapping stands, which may be another one's. */
function problemsOfConsumer(scope: Construct, push?: Push): Problem[] {
  if (!push) return [];
  const places = [push.consumer, functionBehind(push.consumer)].map(({ env }) => env);
  return places.flatMap((place) => problemsOfPlace('delivery.consumer', place, scope)).slice(0, 1);
}

/** With a queue that stands already, what belongs to it is decided where it is made. */
function ofTheQueue(props: SubscriptionProps): PropRule[] {
  const { from, queue, delivery } = props;
  // The consumer's queue is one of the subscription's own, whatever the channel delivers to.
  if (delivery?._oneAtATime || !(queue || from.queue)) {
    const { visibilityTimeout } = delivery ?? {};
    const named = delivery?._push ? 'delivery.functionTimeout' : 'delivery.visibilityTimeout';
    return queueRules({ ...props, visibilityTimeout }, named);
  }
  return withoutEffect(settingsOf(props), queue ? onOwnQueue : onWorkQueue);
}

const onOwnQueue = {
  expected: 'it cannot take effect on a queue of your own',
  fix: 'Set it where the queue is made, or leave queue out.',
};

const onWorkQueue = {
  expected: 'it cannot take effect on a channel that is a queue',
  fix: 'Set it on the WorkQueue.',
};

function settingsOf(props: SubscriptionProps) {
  const { encryptionKey, retention, maxReceiveCount, removalPolicy, delivery, onPoison } = props;
  const { from } = props;
  return {
    encryptionKey: encryptionKey?.node.path,
    retention,
    maxReceiveCount,
    // That a standard queue can't hold is said by the channel: to set it there would be refused too.
    onPoison: onPoison === OnPoison.HOLD && !from.fifo ? undefined : onPoison && nameOf(onPoison),
    // Where the channel has no dead-letter queue for all, it makes one for this subscription.
    removalPolicy: from.queue || from.deadLetterQueue ? removalPolicy : undefined,
    'delivery.visibilityTimeout': delivery?._push ? undefined : delivery?.visibilityTimeout,
  };
}

const nameOf = (onPoison: OnPoison): string =>
  onPoison === OnPoison.HOLD ? 'OnPoison.HOLD' : 'OnPoison.SET_ASIDE';
