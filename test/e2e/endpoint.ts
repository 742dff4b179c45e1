import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { SNSClient } from '@aws-sdk/client-sns';
import { ListQueuesCommand, SQSClient } from '@aws-sdk/client-sqs';

/** What has to be done before anything can be tried: told in one line, exit 2. */
export class Unusable extends Error {}

export interface Endpoint {
  readonly url: string;
  readonly events: EventBridgeClient;
  readonly topics: SNSClient;
  readonly queues: SQSClient;
}

/** What an endpoint without AWS takes, where nothing is set. */
const standIns = {
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'test',
  AWS_SECRET_ACCESS_KEY: 'test',
};

/**
 * The endpoint that AWS_ENDPOINT_URL names; never AWS itself unless it is named. The CDK's command line and the SDK read the same variables.
 *
 * @throws Unusable if none is named or it does not answer
 */
export async function endpoint(): Promise<Endpoint> {
  const url = process.env.AWS_ENDPOINT_URL;
  if (!url || !URL.canParse(url)) {
    const given = url ? `is no URL: ${url}` : 'is not set';
    throw new Unusable(
      `AWS_ENDPOINT_URL ${given}. It names where to deploy to, as in http://127.0.0.1:4566; ` +
        'test/e2e/ministack.sh starts such an endpoint and runs this against it',
    );
  }
  const { AWS_PROFILE, AWS_ACCESS_KEY_ID } = process.env;
  for (const [name, value] of Object.entries(standIns)) {
    if (name !== 'AWS_REGION' && (AWS_PROFILE || AWS_ACCESS_KEY_ID)) continue;
    process.env[name] ??= value;
  }
  const settings = { endpoint: url, region: process.env.AWS_REGION };
  const found = {
    url,
    events: new EventBridgeClient(settings),
    topics: new SNSClient(settings),
    queues: new SQSClient(settings),
  };
  await checkAnswer(found);
  return found;
}

async function checkAnswer({ url, queues }: Endpoint): Promise<void> {
  try {
    await queues.send(new ListQueuesCommand({ MaxResults: 1 }));
  } catch (error) {
    throw new Unusable(`the endpoint ${url} does not answer: ${messageOf(error)}`);
  }
}

/** Of a refused connection Node gives an empty message, and its reason in `code`. */
function messageOf(error: unknown): string {
  const { message, code } = error as NodeJS.ErrnoException;
  return message || code || String(error);
}
