import { GetQueueAttributesCommand, QueueDoesNotExist, type SQSClient } from '@aws-sdk/client-sqs';
import { destroy, type Version } from './deploy/assembly';
import type { Endpoint } from './endpoint';
import type { Outcome } from './report';

/** Takes the app away again: in its stage `dev` nothing of it is kept. */
export async function tearDown(
  { queues }: Endpoint,
  version: Version,
  urls: readonly string[],
): Promise<Outcome> {
  await destroy(version);
  const left = await Promise.all(urls.map((url) => isThere(queues, url)));
  const mismatches = urls.filter((_url, at) => left[at]).map((url) => `${url} is still there`);
  return { told: `${urls.length} queues deleted`, mismatches };
}

async function isThere(client: SQSClient, url: string): Promise<boolean> {
  try {
    await client.send(new GetQueueAttributesCommand({ QueueUrl: url }));
    return true;
  } catch (error) {
    if (error instanceof QueueDoesNotExist) return false;
    throw error;
  }
}
