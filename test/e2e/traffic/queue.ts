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
  const messages = await drainMessages(client, url, (all) => all.length >= expected);
  return messages.map(({ Body = '' }) => Body);
}

/** The same, with the messages whole, until what came is all that is waited for. */
export async function drainMessages(
  client: SQSClient,
  url: string,
  isAll: (messages: readonly Message[]) => boolean,
): Promise<Message[]> {
  const all: Message[] = [];
  let lastSeen = Date.now();
  for (;;) {
    const messages = await receive(client, url, wait);
    if (messages.length === 0 && isAll(all)) return all;
    if (messages.length === 0 && Date.now() - lastSeen > patience) return all;
    if (messages.length === 0) continue;
    lastSeen = Date.now();
    await remove(client, url, messages);
    all.push(...messages);
  }
}

export async function receive(
  client: SQSClient,
  url: string,
  waitSeconds: number,
  visibilityTimeout?: number,
  most = 10,
): Promise<Message[]> {
  const command = new ReceiveMessageCommand({
    QueueUrl: url,
    MaxNumberOfMessages: most,
    WaitTimeSeconds: waitSeconds,
    VisibilityTimeout: visibilityTimeout,
    MessageAttributeNames: ['All'],
    MessageSystemAttributeNames: ['All'],
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
