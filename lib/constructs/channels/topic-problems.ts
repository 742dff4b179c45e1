import type { Construct } from 'constructs';
import type { Problem } from '../../core/diagnostics';
import { channelCapabilities } from '../../core/limits/channels';
import { problemsOfPattern } from '../contracts';
import { problemsOfPlace } from '../validation';
import { Envelope } from './channel';
import type { IStandardTopic } from './i-standard-topic';
import type { Wanted } from './problems-on-channel';
import { problemsOfQueue } from './queue-problems';
import { topicPattern } from './topic-pattern';

/** What a standard topic can't do of what a subscription asks, before anything is made. */
export function problemsOnTopic(
  topic: IStandardTopic,
  scope: Construct,
  wanted: Wanted,
): Problem[] {
  return [
    ...problemsOfPlace('from', topic.topic.env, scope),
    ...problemsOfQueue(channelCapabilities.StandardTopic, scope, wanted.queue),
    ...(wanted.envelope === Envelope.EVENTBRIDGE ? [noEnvelope] : []),
    ...(wanted.events.length > 0
      ? problemsOfPattern('events', topicPattern(wanted.events), 'sns-body')
      : []),
  ];
}

const noEnvelope: Problem = {
  id: 'spillway:envelope',
  prop: 'delivery.envelope',
  given: 'Envelope.EVENTBRIDGE given',
  expected: 'a topic delivers the CloudEvent as it was published; the envelope is that of a bus',
  fix: 'Leave envelope out, or subscribe to a ClassicBus.',
};
