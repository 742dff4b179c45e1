import { ChangeMessageVisibilityCommand, type Message, type SQSClient } from '@aws-sdk/client-sqs';
import { parseCloudEvent } from '../../../lib/runtime';
import { receive, remove } from './queue';

export interface Consumption {
  /** The messages that one consumer worked off, in that order. */
  readonly done: readonly Message[];
  /** How often it was given the poison message. */
  readonly tries: number;
}

/** More than any redrive policy and any share asks for. */
const mostReceives = 1000;

/**
 * Consumers that take from one queue at the same time, until it gives them nothing any more. None of
 * them manages the poison message: it does not delete it, and gives it back at once.
 */
export function compete(
  client: SQSClient,
  url: string,
  consumers: number,
  poison?: string,
): Promise<Consumption[]> {
  return Promise.all(Array.from({ length: consumers }, () => consume(client, url, poison)));
}

async function consume(client: SQSClient, url: string, poison?: string): Promise<Consumption> {
  const done: Message[] = [];
  let tries = 0;
  for (let receives = 0; receives < mostReceives; receives += 1) {
    const messages = await receive(client, url, 1);
    if (messages.length === 0) return { done, tries };
    const good = messages.filter((message) => idOf(message) !== poison);
    const bad = messages.filter((message) => idOf(message) === poison);
    await remove(client, url, good);
    await Promise.all(bad.map((message) => giveBack(client, url, message)));
    done.push(...good);
    tries += bad.length;
  }
  throw new Error(`${url} gives messages without end`);
}

export const idOf = ({ Body = '' }: Message): string => parseCloudEvent(Body).id;

/** Shows it again at once. */
export async function giveBack(client: SQSClient, QueueUrl: string, { ReceiptHandle }: Message) {
  const command = { QueueUrl, ReceiptHandle, VisibilityTimeout: 0 };
  await client.send(new ChangeMessageVisibilityCommand(command));
}
