import type { SQSClient } from '@aws-sdk/client-sqs';
import { parseCloudEvent } from '../../../lib/runtime';
import { giveBack, idOf } from './competing-consumers';
import { receive, remove } from './queue';

export interface Given {
  /** The event's. */
  readonly id: string;
  readonly group: string;
}

const mostReceives = 1000;

/**
 * A consumer that takes one message at a time and manages no poison message before it was given it so
 * often: what it was given, in that order.
 */
export async function takeOneByOne(
  client: SQSClient,
  url: string,
  poison: string,
  managedAfter: number,
): Promise<Given[]> {
  const given: Given[] = [];
  let tries = 0;
  while (given.length < mostReceives) {
    const [message] = await receive(client, url, 1, undefined, 1);
    if (!message) return given;
    const id = idOf(message);
    if (id === poison) tries += 1;
    if (id !== poison || tries > managedAfter) await remove(client, url, [message]);
    else await giveBack(client, url, message);
    given.push({ id, group: groupOf(message.Body) });
  }
  throw new Error(`${url} gives messages without end`);
}

const groupOf = (body = ''): string => String(parseCloudEvent(body).partitionkey);
