import type { Duration } from 'aws-cdk-lib';
import { sqs } from '../../core/limits';
import { standardReceives } from './kept-queue';
import { OnPoison } from './on-poison';

/**
 * How often a queue hands an event over before it sets it aside. Where the event holds up its message
 * group: as often as SQS counts, but for no more than half of the retention at one receive a
 * visibility timeout, so that the events behind it have the other half to be handled before SQS
 * deletes them.
 */
export interface ReceiveSettings {
  readonly onPoison?: OnPoison;
  readonly maxReceiveCount?: number;
  readonly retention: Duration;
  readonly visibilityTimeout: Duration;
}

export function receivesOf(settings: ReceiveSettings): number {
  const { onPoison, maxReceiveCount = standardReceives, retention, visibilityTimeout } = settings;
  if (onPoison !== OnPoison.HOLD) return maxReceiveCount;
  const { min, max } = sqs.maxReceiveCount;
  if (retention.isUnresolved() || visibilityTimeout.isUnresolved()) return max;
  const inHalf = Math.floor(retention.toSeconds() / 2 / visibilityTimeout.toSeconds());
  return Math.min(max, Math.max(min, inHalf));
}
