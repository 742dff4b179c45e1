import { GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Flow, QueueNode } from '../../../lib/analysis';
import { differences } from '../differences';
import { keyOf } from './prediction';

type Urls = ReadonlyMap<string, string>;
type Attributes = Readonly<Record<string, string>>;

/** What SQS sets where a template doesn't. Source: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html */
const unset: Readonly<Record<string, number>> = {
  DelaySeconds: 0,
  MessageRetentionPeriod: 345_600,
  ReceiveMessageWaitTimeSeconds: 0,
  VisibilityTimeout: 30,
};

/** What a FIFO queue has beside, and a standard one has not. */
const ofFifo = [
  'FifoQueue',
  'ContentBasedDeduplication',
  'DeduplicationScope',
  'FifoThroughputLimit',
];

/** Where a deployed queue is set otherwise than its template says. */
export async function settingMismatches(
  client: SQSClient,
  flow: Flow,
  urls: Urls,
): Promise<string[]> {
  const arns = new Map<string, string>();
  const attributes = new Map<QueueNode, Partial<Attributes>>();
  for (const queue of flow.queues) {
    const found = await attributesOf(client, urls.get(keyOf(queue)));
    attributes.set(queue, found);
    arns.set(queue.arn, found.QueueArn ?? '');
  }
  return flow.queues.flatMap((queue) => {
    const wanted = wantedOf(queue, arns);
    const actual = actualOf(attributes.get(queue) ?? {});
    return differences(wanted, actual).map((line) => `${keyOf(queue)}${line}`);
  });
}

async function attributesOf(client: SQSClient, url = ''): Promise<Partial<Attributes>> {
  const command = new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['All'] });
  return (await client.send(command)).Attributes ?? {};
}

function wantedOf({ properties, deadLetterQueue }: QueueNode, arns: ReadonlyMap<string, string>) {
  const numbers = Object.entries(unset).map(([name, value]) => [name, properties[name] ?? value]);
  return {
    ...Object.fromEntries(numbers),
    ...Object.fromEntries(ofFifo.map((name) => [name, text(properties[name])])),
    deadLetterQueue: deadLetterQueue && arns.get(deadLetterQueue.arn),
    maxReceiveCount: deadLetterQueue?.maxReceiveCount,
  };
}

const text = (value: unknown): string | undefined =>
  value === undefined ? undefined : String(value);

function actualOf(attributes: Partial<Attributes>) {
  const numbers = Object.keys(unset).map((name) => [name, Number(attributes[name])]);
  const redrive = JSON.parse(attributes.RedrivePolicy ?? '{}');
  return {
    ...Object.fromEntries(numbers),
    ...Object.fromEntries(ofFifo.map((name) => [name, attributes[name]])),
    deadLetterQueue: redrive.deadLetterTargetArn,
    maxReceiveCount: redrive.maxReceiveCount && Number(redrive.maxReceiveCount),
  };
}
