import {
  DeleteMessageBatchCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';

/** How long a queue may give nothing while something is still expected of it. */
const patience = 10_000;

/** A long poll of a second asks all of a queue's servers: empty means empty. */
const wait = 1;

/**
 * Pulls a queue dry: the bodies of its messages, which are deleted. It waits for as many as are expected, in vain for ten seconds at most, and is done
 * when the queue is empty.
 */
export async function drain(client: SQSClient, url: string, expected: number): Promise<string[]> {
  const bodies: string[] = [];
  let lastSeen = Date.now();
  for (;;) {
    const messages = await receive(client, url, wait);
    if (messages.length === 0 && bodies.length >= expected) return bodies;
    if (messages.length === 0 && Date.now() - lastSeen > patience) return bodies;
    if (messages.length === 0) continue;
    lastSeen = Date.now();
    await remove(client, url, messages);
    bodies.push(...messages.map(({ Body = '' }) => Body));
  }
}

export async function receive(
  client: SQSClient,
  url: string,
  waitSeconds: number,
  visibilityTimeout?: number,
): Promise<Message[]> {
  const command = new ReceiveMessageCommand({
    QueueUrl: url,
    MaxNumberOfMessages: 10,
    WaitTimeSeconds: waitSeconds,
    VisibilityTimeout: visibilityTimeout,
  });
  return (await client.send(command)).Messages ?? [];
}

export async function remove(
  client: SQSClient,
  url: string,
  messages: readonly Message[],
): Promise<void> {
  if (messages.length === 0) return;
  const Entries = messages.map(({ ReceiptHandle }, at) => ({ Id: `${at}`, ReceiptHandle }));
  const { Failed = [] } = await client.send(
    new DeleteMessageBatchCommand({ QueueUrl: url, Entries }),
  );
  const [first] = Failed;
  if (first) throw new Error(`${Failed.length} messages were not deleted: ${first.Message}`);
}
