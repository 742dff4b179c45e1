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
const sqsSendMessage =
  'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessage.html';
const sqsBatchEntry =
  'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SendMessageBatchRequestEntry.html';
const sqsMessageAttributes =
  'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html#sqs-message-attributes';
const snsPublish = 'https://docs.aws.amazon.com/sns/latest/api/API_Publish.html';
const snsTopicAttributes = 'https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html';
const snsMessageAttributes =
  'https://docs.aws.amazon.com/sns/latest/dg/sns-message-attributes.html';
const snsFilterPolicy =
  'https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html';
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
  messageSize: { min: 1, max: 1_048_576, unit: 'bytes', source: sqsSendMessage },
  messageAttributes: { max: 10, unit: 'attributes', source: sqsMessageAttributes },
  messageAttributeName: { min: 1, max: 256, unit: 'characters', source: sqsMessageAttributes },
  messageGroupId: { min: 1, max: 128, unit: 'characters', source: sqsSendMessage },
  batchEntryId: { min: 1, max: 80, unit: 'characters', source: sqsBatchEntry },
} as const satisfies Record<string, Limit>;

export const sns = {
  /** What a topic takes unless its MaximumMessageSize says otherwise. */
  messageSize: { min: 1, max: 262_144, unit: 'bytes', source: snsPublish },
  /** What MaximumMessageSize may be; above 262,144 only for SQS, Lambda and Firehose. */
  maximumMessageSize: { min: 1024, max: 1_048_576, unit: 'bytes', source: snsTopicAttributes },
  /** With the ending `.fifo` of a FIFO topic. */
  topicName: { min: 1, max: 256, unit: 'characters', source: snsTopicAttributes },
  /** SNS discards a message with more on its way to a queue with raw delivery. */
  messageAttributes: { max: 10, unit: 'attributes', source: snsMessageAttributes },
  messageAttributeName: { min: 1, max: 256, unit: 'characters', source: snsMessageAttributes },
  /** What a filter policy compares as a number, and its digits after the decimal point. */
  number: { min: -1e9, max: 1e9, unit: 'in value', source: snsFilterPolicy },
  numberFraction: { max: 5, unit: 'digits', source: snsFilterPolicy },
} as const satisfies Record<string, Limit>;

const lambdaApi = 'https://docs.aws.amazon.com/lambda/latest/api';
const createMapping = `${lambdaApi}/API_CreateEventSourceMapping.html`;
const sqsParameters = 'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-parameters.html';
const pollers = `${lambdaApi}/API_ProvisionedPollerConfig.html`;

export const lambda = {
  batchSize: { min: 1, max: 10_000, unit: 'messages', source: createMapping },
  batchSizeOfFifo: { max: 10, unit: 'messages', source: sqsParameters },
  batchSizeWithoutWindow: { max: 10, unit: 'messages', source: createMapping },
  batchWindow: { min: 0, max: 300, unit: 'seconds', source: createMapping },
  maximumConcurrency: {
    min: 2,
    max: 1000,
    unit: 'batches',
    source: `${lambdaApi}/API_ScalingConfig.html`,
  },
  minimumPollers: { min: 2, max: 200, unit: 'pollers', source: pollers },
  /** What the page says of SQS; its general valid range said 2,000 for long. */
  maximumPollers: { min: 2, max: 10_000, unit: 'pollers', source: pollers },
  /** Above 900 only of Lambda Managed Instances. */
  timeout: {
    min: 1,
    max: 5400,
    unit: 'seconds',
    source: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html',
  },
  defaultTimeout: { max: 3, unit: 'seconds', source: `${lambdaApi}/API_CreateFunction.html` },
} as const satisfies Record<string, Limit>;

export const apiGateway = {
  body: { min: 1, max: 1000, unit: 'kilobytes', source: eventBridgeQuotas },
} as const satisfies Record<string, Limit>;

const schemaQuotas = `${eventBridgeQuotas}#schema-quotas`;
const schemaRegistryApi = 'https://docs.aws.amazon.com/eventbridge/latest/schema-reference';
const createSchema = `${schemaRegistryApi}/v1-registries-name-registryname-schemas-name-schemaname.html`;
const createRegistry = `${schemaRegistryApi}/v1-registries-name-registryname.html`;

/** EventBridge's schema registry. The last three are quotas, which AWS raises on request. */
export const schemas = {
  content: { min: 1, max: 100_000, unit: 'characters', source: createSchema },
  /** Letters, digits and `.` `_` `@` `-`: a source, `@` and a detail type. */
  schemaName: { min: 1, max: 385, unit: 'characters', source: createSchema },
  /** Letters, digits and `.` `_` `-`. */
  registryName: { min: 1, max: 64, unit: 'characters', source: createRegistry },
  description: { max: 256, unit: 'characters', source: createRegistry },
  registries: { max: 10, unit: 'registries', source: schemaQuotas },
  schemasOfRegistry: { max: 100, unit: 'schemas', source: schemaQuotas },
  versions: { max: 100, unit: 'versions', source: schemaQuotas },
} as const satisfies Record<string, Limit>;

export const cloudFormation = {
  resources: { max: 500, unit: 'resources', source: cloudFormationQuotas },
} as const satisfies Record<string, Limit>;
