import type { Message } from '@aws-sdk/client-sqs';
import { type CloudEvent, fromSqsMessage } from '../../../lib/runtime';
import { urlOutput } from '../deploy/outputs';
import { type Told, witnessStack } from '../deploy/witness';
import type { Deployed } from '../deployed';
import { differences } from '../differences';
import { mismatchesOf } from './comparison';
import { drainMessages } from './queue';

/**
 * What the functions told of what they did, in the order in which they did it, until it is all that is
 * waited for.
 */
export async function tellings(
  { at, outputs }: Pick<Deployed, 'at' | 'outputs'>,
  isAll: (told: readonly Told[]) => boolean,
): Promise<Told[]> {
  const url = urlIn(outputs[witnessStack] ?? {});
  const messages = await drainMessages(at.queues, url, (all) => isAll(all.flatMap(toldIn)));
  return messages.sort((one, other) => sentAt(one) - sentAt(other)).flatMap(toldIn);
}

function urlIn(outputs: Readonly<Record<string, string>>): string {
  const [name] = Object.keys(outputs).filter((one) => one.startsWith(urlOutput('')));
  return outputs[name];
}

const sentAt = ({ Attributes }: Message): number => Number(Attributes?.SentTimestamp);

const toldIn = ({ Body = '[]' }): Told[] => JSON.parse(Body);

/** The events that the functions found in their messages. */
export const eventsIn = (told: readonly Told[]): CloudEvent[] =>
  told.map(({ body }) => fromSqsMessage({ Body: body }));

/** Where a function was given other than these events, each once, or did not manage one. */
export function handledMismatches(
  by: string,
  events: readonly CloudEvent[],
  told: readonly Told[],
): string[] {
  const handled = told.filter((one) => one.by === by);
  const bodies = eventsIn(handled).map((event) => JSON.stringify(event));
  return [
    ...mismatchesOf(by, events, bodies),
    ...handled.flatMap(({ body, failed, receives }) =>
      differences({ failed: false, receives: 1 }, { failed, receives }).map(
        (line) => `${by}: ${fromSqsMessage({ Body: body }).id}${line}`,
      ),
    ),
  ];
}

/** Where a function was not given the poison message so often, or managed it. */
export function poisonMismatches(by: string, tries: number, told: readonly Told[]): string[] {
  const found = told
    .filter((one) => one.by === by)
    .map(({ receives, failed }) => ({ receives, failed }))
    .sort((one, other) => one.receives - other.receives);
  const expected = Array.from({ length: tries }, (_, at) => ({ receives: at + 1, failed: true }));
  return differences(expected, found).map((line) => `${by}, tries of the poison message${line}`);
}
