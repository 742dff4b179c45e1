import type { SQSClient } from '@aws-sdk/client-sqs';
import { parseCloudEvent } from '../../../lib/runtime';
import { receive, remove } from './queue';

export interface Consumption {
  /** The bodies of the messages that it worked off. */
  readonly done: readonly string[];
  /** How often it was given the poison message. */
  readonly tries: number;
}

/** More tries than any redrive policy of the retailer's allows. */
const mostReceives = 100;

/**
 * A consumer that works off a queue and never manages one message: it does not delete it, and gives it back at once. It stops when the queue gives it
 * nothing any more.
 */
export async function consumeBadly(
  client: SQSClient,
  url: string,
  poison: string,
): Promise<Consumption> {
  const done: string[] = [];
  let tries = 0;
  for (let receives = 0; receives < mostReceives; receives += 1) {
    const messages = await receive(client, url, 1, 0);
    if (messages.length === 0) return { done, tries };
    const good = messages.filter(({ Body = '' }) => parseCloudEvent(Body).id !== poison);
    await remove(client, url, good);
    done.push(...good.map(({ Body = '' }) => Body));
    tries += messages.length - good.length;
  }
  throw new Error(`${url} gave the poison message ${tries} times and does not set it aside`);
}
