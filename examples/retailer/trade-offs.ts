import { type App, CfnResource, Validations } from 'aws-cdk-lib';
import { type ChannelName, defaultChannel } from './channels';

/** What a compliance pack finds in this app and what is left as it is, on purpose. */
interface TradeOff {
  /** How the path of the resource ends: one resource, or one of each role. */
  readonly on: string;
  /** The rules that find it, as their packs call them. */
  readonly ids: readonly string[];
  readonly reason: string;
}

const partnerStage = 'PartnerApi/Api/DeploymentStage.prod/Resource';

/** Only a bus has the API of the partners. */
const ofPartnerApi: readonly TradeOff[] = [
  {
    on: 'PartnerApi/Api/Default/order.placed.v1/POST/Resource',
    ids: ['AwsSolutions-COG4'],
    reason:
      'Partners are programs, not people who log in: they sign with AWS credentials, and IAM says who may send which event.',
  },
  {
    on: partnerStage,
    ids: [
      'AwsSolutions-APIG3',
      'NIST.800.53.R5-APIGWAssociatedWithWAF',
      'PCI.DSS.321-APIGWAssociatedWithWAF',
    ],
    reason:
      'A web ACL costs by the month and by the request; only signed requests of known partners reach the bus, at a limited rate.',
  },
  {
    on: partnerStage,
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
    on: partnerStage,
    ids: [
      'NIST.800.53.R5-APIGWCacheEnabledAndEncrypted',
      'HIPAA.Security-APIGWCacheEnabledAndEncrypted',
      'PCI.DSS.321-APIGWCacheEnabledAndEncrypted',
    ],
    reason:
      'The API only takes events in: an answer from a cache would be an order that was never put on the bus, and without a cache nothing lies in one unencrypted.',
  },
  {
    on: partnerStage,
    ids: [
      'NIST.800.53.R5-APIGWSSLEnabled',
      'HIPAA.Security-APIGWSSLEnabled',
      'PCI.DSS.321-APIGWSSLEnabled',
    ],
    reason:
      'A client certificate shows an HTTP backend who calls; the backend here is EventBridge, which is called by TLS and knows the caller by its signature.',
  },
  {
    on: 'PartnerApi/AccessLogs/Resource',
    ids: [
      'NIST.800.53.R5-CloudWatchLogGroupEncrypted',
      'HIPAA.Security-CloudWatchLogGroupEncrypted',
      'PCI.DSS.321-CloudWatchLogGroupEncrypted',
      'cdk-validator-cfnguard::cloudwatch_log_group_encrypted_check',
    ],
    reason:
      'CloudWatch Logs encrypts it with a key of its own, and a line holds nothing of an order; a key of ours costs by the month and can be lost.',
  },
];

const ofEveryChannel: readonly TradeOff[] = [
  {
    on: 'DefaultPolicy/Resource',
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
 * Acknowledges what compliance packs would find in the app, each on the very resource: on a
 * construct it would cover all that is ever added below it.
 *
 * @throws Error if a resource is no longer there: then its acknowledgement has no use.
 */
export function acknowledgeTradeOffs(app: App, channel: ChannelName = defaultChannel): void {
  const tradeOffs = [...(channel === 'classic' ? ofPartnerApi : []), ...ofEveryChannel];
  const resources = app.node.findAll().filter(CfnResource.isCfnResource);
  for (const { on, ids, reason } of tradeOffs) {
    const found = resources.filter(({ node }) => node.path.endsWith(`/${on}`));
    if (found.length === 0) {
      throw new Error(
        `no resource's path ends in /${on}: take its trade-off out, or mend the path`,
      );
    }
    for (const resource of found) {
      Validations.of(resource).acknowledge(...ids.map((id) => ({ id, reason })));
    }
  }
}
