import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { PublishInput } from '../../../lib/runtime';

/** How many are on their way at once where order doesn't matter. */
const atOnce = 8;

/** Publishes one after the other: so the order of a topic that keeps it is that of the inputs. */
export async function publishInTurn(
  client: SNSClient,
  inputs: readonly PublishInput[],
): Promise<void> {
  for (const input of inputs) await client.send(new PublishCommand(input));
}

export async function publishAtOnce(
  client: SNSClient,
  inputs: readonly PublishInput[],
): Promise<void> {
  const lanes = Array.from({ length: atOnce }, (_, lane) =>
    inputs.filter((_input, at) => at % atOnce === lane),
  );
  await Promise.all(lanes.map((lane) => publishInTurn(client, lane)));
}
