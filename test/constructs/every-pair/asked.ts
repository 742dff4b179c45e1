import type { Stack } from 'aws-cdk-lib';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import {
  Delivery,
  Envelope,
  type IChannel,
  OnPoison,
  Subscription,
  type SubscriptionOptions,
  WorkQueue,
} from '../../../lib';
import type { Capability } from '../../../lib/core/limits/channels';
import { placed } from '../../support/contracts';
import { packerIn } from './deliveries';

/** Asks a channel for a capability, in the stack of its consumer. */
export type Ask = (consumer: Stack, from: IChannel) => void;

const subscribe =
  (options: (consumer: Stack) => Partial<SubscriptionOptions>): Ask =>
  (consumer, from) => {
    const events = [placed.all()];
    new Subscription(consumer, 'Packing', { from, events, ...options(consumer) });
  };

export const asks: Readonly<Record<Capability, Ask>> = {
  pull: subscribe(() => ({ delivery: Delivery.pull() })),
  push: subscribe((consumer) => ({ delivery: Delivery.push(packerIn(consumer)) })),
  oneAtATime: subscribe(() => ({ delivery: Delivery.oneAtATime() })),
  fairQueue: subscribe(() => ({ delivery: Delivery.pull({ requireFairQueue: true }) })),
  hold: (consumer, from) => {
    const onPoison = OnPoison.HOLD;
    // A queue decides by itself what it does with an event that can't be processed.
    if (from.queue) new WorkQueue(consumer, 'Held', { fifo: from.fifo, onPoison });
    else subscribe(() => ({ onPoison }))(consumer, from);
  },
  where: subscribe(() => ({ events: [placed.where({ shipTo: { country: ['US'] } })] })),
  eventBridgeEnvelope: subscribe(() => ({
    delivery: Delivery.pull({ envelope: Envelope.EVENTBRIDGE }),
  })),
  severalSubscriptions: (consumer, from) => {
    for (const id of ['Packing', 'Billing']) {
      new Subscription(consumer, id, { from, events: [placed.all()] });
    }
  },
  standardQueue: subscribe((consumer) => ({ queue: new Queue(consumer, 'Own') })),
  fifoQueue: subscribe((consumer) => ({ queue: new Queue(consumer, 'Own', { fifo: true }) })),
};
