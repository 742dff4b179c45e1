import { ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { remove } from '../e2e/traffic/queue';

/** What EventBridge could not deliver, and what it says of that: ERROR_CODE, ERROR_MESSAGE, RULE_ARN, TARGET_ARN. */
export interface DeadLetter {
  readonly body: string;
  readonly attributes: Readonly<Record<string, string>>;
}

const patience = 10_000;

/** Pulls a dead-letter queue dry. It waits for as many as are expected, in vain for ten seconds at most. */
export async function drainDeadLetters(
  client: SQSClient,
  url: string,
  expected: number,
): Promise<DeadLetter[]> {
  const letters: DeadLetter[] = [];
  const command = new ReceiveMessageCommand({
    QueueUrl: url,
    MaxNumberOfMessages: 10,
    WaitTimeSeconds: 1,
    MessageAttributeNames: ['All'],
  });
  let lastSeen = Date.now();
  for (;;) {
    const { Messages = [] } = await client.send(command);
    if (Messages.length > 0) lastSeen = Date.now();
    await remove(client, url, Messages);
    letters.push(
      ...Messages.map(({ Body = '', MessageAttributes = {} }) => ({
        body: Body,
        attributes: Object.fromEntries(
          Object.entries(MessageAttributes).map(([name, { StringValue = '' }]) => [
            name,
            StringValue,
          ]),
        ),
      })),
    );
    const isDone = letters.length >= expected || Date.now() - lastSeen > patience;
    if (Messages.length === 0 && isDone) return letters;
  }
}
