import {
  GetQueueAttributesCommand,
  ListMessageMoveTasksCommand,
  type SQSClient,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import type { QueueNode } from '../../lib/analysis';
import { type CloudEvent, parseCloudEvent } from '../../lib/runtime';
import { compareAll, type Deployed } from '../e2e/deployed';
import { differences } from '../e2e/differences';
import type { Outcome } from '../e2e/report';
import { consumeBadly } from '../e2e/traffic/bad-consumer';
import { keyOf, predict, type Shares } from '../e2e/traffic/prediction';
import { publish } from '../e2e/traffic/publish';
import { receive } from '../e2e/traffic/queue';

/** A message that a warehouse did not manage is set aside, moved back by a redrive, and then worked off as if nothing had been. */
export async function redrive(deployed: Deployed, events: readonly CloudEvent[]): Promise<Outcome> {
  const { at, flow, bus, urls } = deployed;
  const { shares, mismatches } = predict(flow, events);
  const { queue, setAside } = victim(flow.queues, shares);
  const key = keyOf(queue);
  const [poison] = shares.get(key) ?? [];
  await publish(at.events, bus, events);
  const { done, tries } = await consumeBadly(at.queues, urls.get(key) ?? '', poison.id);

  const from = urls.get(keyOf(setAside)) ?? '';
  const lying = (await receive(at.queues, from, 1, 0)).map(
    ({ Body = '' }) => parseCloudEvent(Body).id,
  );
  const moved = await moveBack(at.queues, from);
  const compared = await compareAll(deployed, shares, new Map([[key, done]]));
  return {
    told: `${poison.id} set aside after ${tries} tries, ${moved} moved back to ${key}, and worked off`,
    mismatches: [
      ...mismatches,
      ...differences([poison.id], lying, `what lies in ${keyOf(setAside)}`),
      ...differences(1, moved, 'messages moved'),
      ...compared,
    ],
  };
}

/** The first warehouse that gets more than the poison message. */
function victim(queues: readonly QueueNode[], shares: Shares) {
  for (const queue of queues.filter(({ stack }) => stack === 'RetailerWarehouses')) {
    const setAside = queues.find(({ arn }) => arn === queue.deadLetterQueue?.arn);
    if (setAside && (shares.get(keyOf(queue))?.length ?? 0) > 1) return { queue, setAside };
  }
  throw new Error('these orders bring no warehouse two messages: publish more of them');
}

const patience = 30_000;

/** Moves what lies in a dead-letter queue to where it came from; says how many messages that were. */
async function moveBack(client: SQSClient, url: string): Promise<number | undefined> {
  const attributes = new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['QueueArn'] });
  const SourceArn = (await client.send(attributes)).Attributes?.QueueArn;
  await client.send(new StartMessageMoveTaskCommand({ SourceArn }));
  const end = Date.now() + patience;
  for (;;) {
    const { Results = [] } = await client.send(new ListMessageMoveTasksCommand({ SourceArn }));
    const [{ Status, ApproximateNumberOfMessagesMoved: moved, FailureReason }] = Results;
    if (Status === 'COMPLETED') return moved;
    if (Status === 'FAILED' || Date.now() > end) {
      throw new Error(`the move out of ${url} is ${Status} (${FailureReason ?? 'no reason'})`);
    }
    await new Promise((done) => setTimeout(done, 100));
  }
}
