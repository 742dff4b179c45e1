import type { Fields, Templates } from '../template';
import { has, is, placesOf, resourceAt, same, type Violations } from './compare';

const api = 'RetailerOrders/PartnerApi';
const RestApiId = `\${${api}}`;
const method = `${api}orderplacedv1POST`;
const stage = `${api}DeploymentStageprod`;

export function theApiIsRegionalWithOnePathAContract(templates: Templates): Violations {
  return [
    ...is(templates, api, 'AWS::ApiGateway::RestApi', {
      EndpointConfiguration: { Types: ['REGIONAL'] },
      Name: 'RetailerOrders-PartnerApi',
    }),
    ...is(templates, `${api}orderplacedv1`, 'AWS::ApiGateway::Resource', {
      ParentId: `\${${api}.RootResourceId}`,
      PathPart: 'order.placed.v1',
      RestApiId,
    }),
    ...has(templates, method, {
      RestApiId,
      ResourceId: `\${${api}orderplacedv1}`,
      HttpMethod: 'POST',
    }),
    ...same('methods', placesOf(templates, 'AWS::ApiGateway::Method'), [method]),
  ];
}

export function theApiTakesSignedRequestsOnly(templates: Templates): Violations {
  return has(templates, method, { AuthorizationType: 'AWS_IAM' });
}

const textOrNull = { type: ['string', 'null'] };

/** An order, in the words of draft-04. */
const order: Fields = {
  type: 'object',
  required: ['invoiceNo', 'shipTo', 'lines', 'total'],
  properties: {
    invoiceNo: { type: 'string', minLength: 1 },
    customerId: { type: 'string' },
    shipTo: {
      type: 'object',
      required: ['country'],
      properties: { country: { type: 'string' } },
    },
    lines: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['stockCode', 'description', 'quantity', 'unitPrice'],
        properties: {
          stockCode: { type: 'string' },
          description: { type: 'string' },
          quantity: { type: 'number', multipleOf: 1, minimum: 0 },
          unitPrice: { type: 'number', minimum: 0, exclusiveMinimum: true },
        },
      },
    },
    total: { type: 'number', minimum: 0 },
  },
};

/** A CloudEvent of this contract. */
const event: Fields = {
  type: 'object',
  required: ['specversion', 'id', 'source', 'type', 'data'],
  properties: {
    specversion: { enum: ['1.0'] },
    id: { type: 'string', minLength: 1 },
    source: { enum: ['retailer.checkout'] },
    type: { enum: ['order.placed.v1'] },
    time: textOrNull,
    subject: textOrNull,
    dataschema: textOrNull,
    datacontenttype: textOrNull,
    data: order,
    data_base64: { type: 'null' },
  },
  additionalProperties: { type: ['string', 'boolean', 'integer', 'null'] },
};

const models: readonly { name: string; ContentType: string; schema: Fields }[] = [
  { name: 'Model', ContentType: 'application/json', schema: order },
  { name: 'EventModel', ContentType: 'application/cloudevents+json', schema: event },
  {
    name: 'BatchModel',
    ContentType: 'application/cloudevents-batch+json',
    schema: { type: 'array', minItems: 1, maxItems: 10, items: event },
  },
];

export function theApiValidatesHeadersAndBodyOfEveryRequest(templates: Templates): Violations {
  return [
    ...has(templates, method, {
      RequestValidatorId: `\${${api}Body}`,
      RequestModels: Object.fromEntries(
        models.map(({ name, ContentType }) => [ContentType, `\${${api}${name}orderplacedv1}`]),
      ),
    }),
    ...is(templates, `${api}Body`, 'AWS::ApiGateway::RequestValidator', {
      RestApiId,
      ValidateRequestBody: true,
      ValidateRequestParameters: true,
    }),
    ...models.flatMap(({ name, ContentType, schema }) =>
      is(templates, `${api}${name}orderplacedv1`, 'AWS::ApiGateway::Model', {
        RestApiId,
        ContentType,
        Schema: { $schema: 'http://json-schema.org/draft-04/schema#', ...schema },
      }),
    ),
  ];
}

export function theApiThrottlesEveryMethod(templates: Templates): Violations {
  const { ThrottlingRateLimit, ThrottlingBurstLimit } = methodSettings(templates);
  return same(
    `${stage} throttling`,
    { ThrottlingRateLimit, ThrottlingBurstLimit },
    {
      ThrottlingRateLimit: 1000,
      ThrottlingBurstLimit: 2000,
    },
  );
}

/** Bodies are in no log: that is so unasked, too. */
export function theApiTracesAndMeasuresEveryRequestAndLogsNoBody(templates: Templates): Violations {
  const { MetricsEnabled, DataTraceEnabled = false } = methodSettings(templates);
  return [
    ...same(
      `${stage} settings`,
      { MetricsEnabled, DataTraceEnabled },
      {
        MetricsEnabled: true,
        DataTraceEnabled: false,
      },
    ),
    ...has(templates, stage, { TracingEnabled: true }),
  ];
}

/** The settings of the one entry that is for all methods and paths. */
function methodSettings(templates: Templates): Fields {
  const { MethodSettings } = resourceAt(templates, stage).Properties;
  const all = Array.isArray(MethodSettings) ? (MethodSettings as Fields[]) : [];
  return (
    all.find(({ HttpMethod, ResourcePath }) => HttpMethod === '*' && ResourcePath === '/*') ?? {}
  );
}

const logged = [
  'requestId',
  'at',
  'caller',
  'sourceIp',
  'path',
  'status',
  'integrationStatus',
  'error',
  'responseLength',
];

export function theApiWritesALineOfJsonARequestAndKeepsItForAYear(
  templates: Templates,
): Violations {
  const { AccessLogSetting } = resourceAt(templates, stage).Properties;
  const { DestinationArn, Format } = (AccessLogSetting ?? {}) as Fields;
  return [
    ...same(`${stage} log`, DestinationArn, `\${${api}AccessLogs.Arn}`),
    ...same(`${stage} Format`, fieldsOf(String(Format)), logged),
    ...is(templates, `${api}AccessLogs`, 'AWS::Logs::LogGroup', { RetentionInDays: 365 }),
  ];
}

function fieldsOf(format: string): string[] {
  return [...format.matchAll(/"(\w+)":"\$context\.[\w.]+"/g)].map(([, field]) => field);
}

const parts = ['Method', 'Resource', 'GatewayResponse', 'RequestValidator', 'Model'];

/** What is made later is not in the deployment. */
export function theStageServesADeploymentOfTheWholeApi(templates: Templates): Violations {
  const deployment = `${api}Deployment`;
  const whole = parts.flatMap((part) => placesOf(templates, `AWS::ApiGateway::${part}`));
  return [
    ...has(templates, stage, { RestApiId, StageName: 'prod', DeploymentId: `\${${deployment}}` }),
    ...has(templates, deployment, { RestApiId }),
    ...same(`${deployment} DependsOn`, resourceAt(templates, deployment).DependsOn, whole.sort()),
  ];
}
