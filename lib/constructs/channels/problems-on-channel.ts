import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Problem } from '../../core/diagnostics';
import type { EventFilter } from '../contracts';
import type { Envelope, IChannel } from './channel';
import { classicBusOf } from './classic-bus-of';
import { problemsOnClassicBus } from './classic-problems';
import { standardTopicOf } from './standard-topic-of';
import { problemsOnTopic } from './topic-problems';

/** What a subscription asks of its channel. */
export interface Wanted {
  readonly from: IChannel;
  readonly events: readonly EventFilter[];
  readonly queue?: IQueue;
  readonly envelope?: Envelope;
}

/**
 * What a channel can't do of what a subscription asks. A channel of a user's own answers for itself
 * when it binds.
 */
export function problemsOnChannel(scope: Construct, wanted: Wanted): Problem[] {
  const bus = classicBusOf(wanted.from);
  if (bus) return problemsOnClassicBus(bus, scope, wanted);
  const topic = standardTopicOf(wanted.from);
  return topic ? problemsOnTopic(topic, scope, wanted) : [];
}
