/** A finding that is set aside: where, which, and why. */
export interface Acknowledgement {
  readonly path: string;
  readonly id: string;
  readonly reason: string;
  /** Why no pack finds it in this app, though it is acknowledged. */
  readonly unneeded?: string;
}

interface Group extends Omit<Acknowledgement, 'path' | 'id'> {
  readonly paths: readonly string[];
  readonly ids: readonly string[];
}

const subscriptionDeadLetters = [
  'RetailerOrders/Orders/FraudReview/DeadLetters/Resource',
  'RetailerOrders/Orders/Analytics/DeadLetters/Resource',
  'RetailerWarehouses/Daventry/DeadLetters/Resource',
  'RetailerWarehouses/Rotterdam/DeadLetters/Resource',
  'RetailerWarehouses/Barcelona/DeadLetters/Resource',
  'RetailerWarehouses/Malmo/DeadLetters/Resource',
];

const aDeadLetterQueue =
  'This is a dead-letter queue: what is set aside here is looked at and redriven, not set aside again.';

const stage = ['RetailerOrders/PartnerApi/Api/DeploymentStage.prod/Resource'];

const groups: readonly Group[] = [
  {
    paths: ['RetailerOrders/Orders/Bus/DeadLetters/Resource'],
    ids: ['AwsSolutions-SQS3', 'Serverless-SQSRedrivePolicy'],
    reason: aDeadLetterQueue,
  },
  {
    paths: subscriptionDeadLetters,
    ids: ['Serverless-SQSRedrivePolicy'],
    reason: aDeadLetterQueue,
  },
  {
    paths: subscriptionDeadLetters,
    ids: ['AwsSolutions-SQS3'],
    reason: aDeadLetterQueue,
    unneeded: 'The pack sees the queue beside it whose redrive policy names it.',
  },
  {
    paths: ['RetailerOrders/PartnerApi/Api/Default/order.placed.v1/POST/Resource'],
    ids: ['AwsSolutions-COG4'],
    reason:
      'Partners are programs, not people who log in: they sign with AWS credentials, and IAM says who may send which event.',
  },
  {
    paths: stage,
    ids: [
      'AwsSolutions-APIG3',
      'NIST.800.53.R5-APIGWAssociatedWithWAF',
      'PCI.DSS.321-APIGWAssociatedWithWAF',
    ],
    reason:
      'A web ACL costs by the month and by the request; only signed requests of known partners reach the bus, at a limited rate.',
  },
  {
    paths: stage,
    ids: [
      'AwsSolutions-APIG6',
      'NIST.800.53.R5-APIGWExecutionLoggingEnabled',
      'HIPAA.Security-APIGWExecutionLoggingEnabled',
      'PCI.DSS.321-APIGWExecutionLoggingEnabled',
      'cdk-validator-cfnguard::api_gw_v1_execution_logging_enabled_check',
    ],
    reason:
      'Execution logs can hold what a customer ordered, in a log group that API Gateway makes and that never expires; the access log has a line for each request.',
  },
  {
    paths: stage,
    ids: [
      'NIST.800.53.R5-APIGWCacheEnabledAndEncrypted',
      'HIPAA.Security-APIGWCacheEnabledAndEncrypted',
      'PCI.DSS.321-APIGWCacheEnabledAndEncrypted',
    ],
    reason:
      'The API only takes events in: an answer from a cache would be an order that was never put on the bus, and without a cache nothing lies in one unencrypted.',
  },
  {
    paths: stage,
    ids: [
      'NIST.800.53.R5-APIGWSSLEnabled',
      'HIPAA.Security-APIGWSSLEnabled',
      'PCI.DSS.321-APIGWSSLEnabled',
    ],
    reason:
      'A client certificate shows an HTTP backend who calls; the backend here is EventBridge, which is called by TLS and knows the caller by its signature.',
  },
  {
    paths: ['RetailerOrders/PartnerApi/AccessLogs/Resource'],
    ids: [
      'NIST.800.53.R5-CloudWatchLogGroupEncrypted',
      'HIPAA.Security-CloudWatchLogGroupEncrypted',
      'PCI.DSS.321-CloudWatchLogGroupEncrypted',
      'cdk-validator-cfnguard::cloudwatch_log_group_encrypted_check',
    ],
    reason:
      'CloudWatch Logs encrypts it with a key of its own, and a line holds nothing of an order; a key of ours costs by the month and can be lost.',
  },
  {
    paths: [
      'RetailerOrders/Checkout/DefaultPolicy/Resource',
      'RetailerOrders/PartnerApi/Role/DefaultPolicy/Resource',
      'RetailerOrders/Partner/DefaultPolicy/Resource',
      'RetailerOrders/FraudReviewer/DefaultPolicy/Resource',
      'RetailerOrders/Analyst/DefaultPolicy/Resource',
      'RetailerWarehouses/DaventryPacker/DefaultPolicy/Resource',
      'RetailerWarehouses/DaventrySupervisor/DefaultPolicy/Resource',
      'RetailerWarehouses/RotterdamPacker/DefaultPolicy/Resource',
      'RetailerWarehouses/RotterdamSupervisor/DefaultPolicy/Resource',
      'RetailerWarehouses/BarcelonaPacker/DefaultPolicy/Resource',
      'RetailerWarehouses/BarcelonaSupervisor/DefaultPolicy/Resource',
      'RetailerWarehouses/MalmoPacker/DefaultPolicy/Resource',
      'RetailerWarehouses/MalmoSupervisor/DefaultPolicy/Resource',
    ],
    ids: [
      'NIST.800.53.R5-IAMNoInlinePolicy',
      'HIPAA.Security-IAMNoInlinePolicy',
      'PCI.DSS.321-IAMNoInlinePolicy',
    ],
    reason:
      'It says what this one role may do, is written by the grants that it was given, and goes when the role goes; nobody else can attach it.',
  },
];

/**
 * Written by hand: all that the retailer acknowledges. A finding that the packs no longer have, or
 * a new one, makes a test red, and somebody decides.
 */
export const acknowledged: readonly Acknowledgement[] = groups.flatMap(({ paths, ids, ...why }) =>
  paths.flatMap((path) => ids.map((id) => ({ path, id, ...why }))),
);

const ofPartners = /^RetailerOrders\/Partner(Api)?\//;

const withoutPartners = acknowledged.filter(({ path }) => !ofPartners.test(path));
const ofBus = '/Orders/Bus/';

/** The same on a standard topic, which partners have no API for. */
export const acknowledgedOnStandardTopic: readonly Acknowledgement[] = withoutPartners.map(
  (one) => ({ ...one, path: one.path.replace(ofBus, '/OrdersTopic/') }),
);

/** On a FIFO topic each subscription has a queue of its own for what could not be delivered. */
export const acknowledgedOnFifoTopic: readonly Acknowledgement[] = withoutPartners.flatMap((one) =>
  one.path.includes(ofBus)
    ? subscriptionDeadLetters.map((path) => ({
        ...one,
        path: path.replace('/DeadLetters/', '/Undelivered/'),
      }))
    : [one],
);
