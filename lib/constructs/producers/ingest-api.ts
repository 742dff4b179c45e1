import type { RemovalPolicy } from 'aws-cdk-lib';
import {
  AccessLogField,
  AccessLogFormat,
  EndpointType,
  LogGroupLogDestination,
  RequestValidator,
  RestApi,
} from 'aws-cdk-lib/aws-apigateway';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { type ILogGroup, LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { refuse } from '../../core/diagnostics';
import { classicBusOf, type IClassicBus } from '../channels';
import type { EventContract } from '../contracts';
import { type RequiredStatement, RequiredStatements } from '../policies';
import { keep } from '../queues';
import { ApiAuthorization } from './api-authorization';
import { eventMethod } from './event-method';
import { addGatewayResponses } from './gateway-responses';
import type { IngestApiProps } from './ingest-api-props';
import { problemsOfApi } from './ingest-api-rules';
import { type IInvokeGrants, InvokeGrants } from './invoke-grants';
import type { LostCheck } from './lost-check';

/**
 * The front door: an HTTP API that puts events on a Classic bus, without a function in between.
 * `POST /<eventType>` with the event's data answers 202 and the event is on the bus; source and
 * type are the contract's, whatever is sent. A caller that says an `Idempotency-Key` can send again
 * without making another event: it becomes the CloudEvent's id.
 *
 * The same path takes CloudEvents 1.0 over HTTP: one in structured mode
 * (`application/cloudevents+json`) or in binary mode (`ce-` headers and `application/json`), 1 to 10
 * of them in batched mode (`application/cloudevents-batch+json`). Their `type` and `source` have to
 * be the contract's; all other attributes arrive as they were sent.
 *
 * The data is checked against the contract's schema: as far as API Gateway can, see `lostChecks`.
 * Without a schema any JSON object is taken.
 */
export class IngestApi extends Construct {
  /**
   * The API for CDK's own constructs.
   */
  public readonly api: RestApi;

  /**
   * The events that it takes.
   */
  public readonly contracts: EventContract[];

  /**
   * Where a line a request is written.
   */
  public readonly accessLogGroup: ILogGroup;

  /**
   * What API Gateway can't check of the contracts' schemas: consumers may meet events that break
   * these.
   */
  public readonly lostChecks: LostCheck[];

  /**
   * Who may send.
   */
  public readonly grants: IInvokeGrants;

  private readonly required: RequiredStatements;

  constructor(scope: Construct, id: string, props: IngestApiProps) {
    refuse(`${scope.node.path}/${id}`, problemsOfApi(scope, props));
    super(scope, id);
    const { authorization = ApiAuthorization.iam() } = props;
    this.contracts = [...(props.contracts ?? props.to.contracts ?? [])];
    this.required = new RequiredStatements(this, props.policyOwner);
    this.accessLogGroup = props.accessLogGroup ?? this.makeLogGroup(props.removalPolicy);
    this.api = this.makeApi(props, authorization);
    addGatewayResponses(this.api);
    const { api, contracts, required } = this;
    this.grants = new InvokeGrants({ api, contracts, byIam: authorization.byIam, required });
    this.lostChecks = this.addMethods(props);
  }

  /**
   * What has to be added to policies that this app can't extend; each is a stack output as well.
   */
  public requiredStatements(): RequiredStatement[] {
    return this.required.all();
  }

  private makeLogGroup(removalPolicy: RemovalPolicy = keep): LogGroup {
    return new LogGroup(this, 'AccessLogs', { retention: RetentionDays.ONE_YEAR, removalPolicy });
  }

  private makeApi(props: IngestApiProps, authorization: ApiAuthorization): RestApi {
    const { rateLimit = 1000, burstLimit = 2000, accountLogging = false } = props;
    return new RestApi(this, 'Api', {
      restApiName: this.node.path.replaceAll('/', '-'),
      endpointTypes: [EndpointType.REGIONAL],
      defaultMethodOptions: authorization.methodOptions,
      // Without the feature flag CDK would change a setting of the whole account.
      cloudWatchRole: accountLogging,
      deployOptions: {
        throttlingRateLimit: rateLimit,
        throttlingBurstLimit: burstLimit,
        tracingEnabled: true,
        metricsEnabled: true,
        accessLogDestination: new LogGroupLogDestination(this.accessLogGroup),
        accessLogFormat: lineOfRequest,
      },
    });
  }

  /** One role for all: it may publish these contracts and nothing else. */
  private addMethods(props: IngestApiProps): LostCheck[] {
    const { api, contracts } = this;
    const { busName, grants } = classicBusOf(props.to) as IClassicBus;
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('apigateway.amazonaws.com'),
    });
    grants.publish(role, ...contracts);
    const validator = new RequestValidator(this, 'Body', {
      restApi: api,
      validateRequestBody: true,
      validateRequestParameters: true,
    });
    const maxBodySize = 1000 * (props.maxBodyKilobytes ?? 900);
    return contracts.flatMap((contract) =>
      eventMethod(this, { api, contract, busName, role, validator, maxBodySize }),
    );
  }
}

/** Nothing of what was sent but its size and its path. */
const lineOfRequest = AccessLogFormat.custom(
  JSON.stringify({
    requestId: AccessLogField.contextExtendedRequestId(),
    at: AccessLogField.contextRequestTime(),
    caller: AccessLogField.contextIdentityUserArn(),
    sourceIp: AccessLogField.contextIdentitySourceIp(),
    path: AccessLogField.contextResourcePath(),
    status: AccessLogField.contextStatus(),
    integrationStatus: AccessLogField.contextIntegrationStatus(),
    error: '$context.error.responseType', // the message may hold quotes and line breaks
    responseLength: AccessLogField.contextResponseLength(),
  }),
);
