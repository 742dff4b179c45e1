/**
 * What AWS allows, as data: one number stands here once, with the page that it comes from. The
 * constructs' refusals, their documentation and the tests all read it, so that a message never
 * disagrees with a check.
 */

export interface Limit {
  readonly max: number;
  readonly min?: number;
  readonly unit: string;
  /** The page that states it. */
  readonly source: string;
}

const eventBridgeQuotas = 'https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html';
const putEventsEntry =
  'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutEventsRequestEntry.html';
const putTargets =
  'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_RetryPolicy.html';
const sqsQuotas =
  'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-quotas.html';
const sqsAttributes =
  'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html';
const schemaName =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-eventschemas-schema.html';
const cloudFormationQuotas =
  'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html';

export const eventBridge = {
  busName: { min: 1, max: 256, unit: 'characters', source: putEventsEntry },
  source: { min: 1, max: 256, unit: 'characters', source: schemaName },
  detailType: { min: 1, max: 128, unit: 'characters', source: schemaName },
  entrySize: { max: 1_000_000, unit: 'bytes', source: eventBridgeQuotas },
  entriesPerRequest: { min: 1, max: 10, unit: 'entries', source: putEventsEntry },
  pattern: { max: 2048, unit: 'characters', source: eventBridgeQuotas },
  archiveRetention: { min: 1, max: 2_147_483_647, unit: 'days', source: eventBridgeQuotas },
  retryAge: { min: 60, max: 86_400, unit: 'seconds', source: putTargets },
  retryAttempts: { min: 0, max: 185, unit: 'attempts', source: putTargets },
} as const satisfies Record<string, Limit>;

export const sqs = {
  retention: { min: 60, max: 1_209_600, unit: 'seconds', source: sqsAttributes },
  visibilityTimeout: { min: 0, max: 43_200, unit: 'seconds', source: sqsAttributes },
  receiveWait: { min: 0, max: 20, unit: 'seconds', source: sqsAttributes },
  maxReceiveCount: { min: 1, max: 1000, unit: 'receives', source: sqsAttributes },
  policyStatements: { max: 20, unit: 'statements', source: sqsQuotas },
  policySize: { max: 8192, unit: 'bytes', source: sqsQuotas },
} as const satisfies Record<string, Limit>;

export const apiGateway = {
  body: { min: 1, max: 1000, unit: 'kilobytes', source: eventBridgeQuotas },
} as const satisfies Record<string, Limit>;

export const cloudFormation = {
  resources: { max: 500, unit: 'resources', source: cloudFormationQuotas },
} as const satisfies Record<string, Limit>;
