import { type App, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { type CfnFunction, Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import type { KnownDifference } from './known-differences';

/** What a function was given in one message, and what became of it. */
export interface Told {
  /** The logical id of the function. */
  readonly by: string;
  readonly body: string;
  /** How often the queue has given it, this time included. */
  readonly receives: number;
  readonly failed: boolean;
}

export const witnessStack = 'Witness';

/** Behind the function's own code: its handler runs as it is, and then what it did is told. */
const tellingWhatItDid = `
const { handler } = exports;
const { SQSClient, SendMessageCommand } = require('@aws-sdk/client-sqs');
const witness = new SQSClient({});
exports.handler = async (event) => {
  const answer = await handler(event);
  const failed = (answer?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
  const told = event.Records.map(({ messageId, body, attributes }) => ({
    by: process.env.WITNESSED,
    body,
    receives: Number(attributes.ApproximateReceiveCount),
    failed: failed.includes(messageId),
  }));
  const MessageBody = JSON.stringify(told);
  await witness.send(new SendMessageCommand({ QueueUrl: process.env.WITNESS, MessageBody }));
  return answer;
};`;

/** How that shows in the templates of the functions. */
export const witnessed: readonly KnownDifference[] = [
  { what: 'a stack more', pattern: /^\/Witness: expected absent, / },
  {
    what: 'a function tells what it did',
    pattern: /^\/\w+\/Resources\/\w+\/Properties\/Code\/ZipFile: /,
  },
  {
    what: 'whom it tells',
    pattern: /^\/\w+\/Resources\/\w+\/Properties\/Environment: expected absent, /,
  },
  {
    what: 'it may do so',
    pattern: /Policy\w+\/Properties\/PolicyDocument\/Statement\/\d: expected absent, .*"Witness:/,
  },
];

/**
 * A function that was pushed to leaves no trace that a caller of the endpoint could read. So here
 * each tells a queue, of a stack more, what it was given and which of that it managed: one message
 * an invocation.
 */
export function addWitness(app: App): void {
  const functions = app.node.findAll().filter((node) => node instanceof LambdaFunction);
  const stack = new Stack(app, witnessStack);
  const queue = new Queue(stack, 'Told', { removalPolicy: RemovalPolicy.DESTROY });
  for (const one of functions) {
    const made = one.node.defaultChild as CfnFunction;
    const { zipFile } = made.code as CfnFunction.CodeProperty;
    made.code = { zipFile: `${zipFile}${tellingWhatItDid}` };
    one.addEnvironment('WITNESS', queue.queueUrl);
    one.addEnvironment('WITNESSED', Stack.of(one).resolve(made.logicalId));
    queue.grantSendMessages(one);
  }
}
