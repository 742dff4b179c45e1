import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { SendMessageInput } from '../../../lib/runtime';

/** Sends one after the other: so the order of a queue that keeps it is that of the inputs. */
export async function send(client: SQSClient, inputs: readonly SendMessageInput[]): Promise<void> {
  for (const input of inputs) await client.send(new SendMessageCommand(input));
}
