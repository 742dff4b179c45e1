import {
  AwsIntegration,
  CfnModel,
  type IRequestValidator,
  Model,
  PassthroughBehavior,
  type RestApi,
} from 'aws-cdk-lib/aws-apigateway';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { lowerForApiGateway } from '../../core/schemas';
import type { EventContract } from '../contracts';
import type { LostCheck } from './lost-check';
import {
  acceptedTemplate,
  failedTemplate,
  refusedTemplate,
  requestTemplate,
} from './mapping-templates';

export interface EventMethodOptions {
  readonly api: RestApi;
  readonly contract: EventContract;
  readonly busName: string;
  readonly role: IRole;
  readonly validator: IRequestValidator;
  readonly maxBodySize: number;
}

const json = 'application/json';

/** `POST /<eventType>`. Returns what API Gateway can't check of the contract's schema. */
export function eventMethod(scope: Construct, options: EventMethodOptions): LostCheck[] {
  const { api, contract, validator } = options;
  const { eventType, schema = { type: 'object' } } = contract;
  const lowered = lowerForApiGateway(schema);
  api.root.addResource(eventType).addMethod('POST', integrationOf(options), {
    requestValidator: validator,
    requestModels: { [json]: modelOf(scope, api, eventType, lowered.schema) },
    requestParameters: { 'method.request.header.Idempotency-Key': false },
    methodResponses: ['202', '400', '413', '429', '503'].map((statusCode) => ({ statusCode })),
  });
  return lowered.lost.map(({ path, keyword, reason }) => ({ eventType, path, keyword, reason }));
}

/**
 * An L1: CDK's Model takes a schema in its own spelling, and renames a property that is called
 * `ref`.
 */
function modelOf(scope: Construct, api: RestApi, eventType: string, schema: object) {
  const model = new CfnModel(scope, `Model-${eventType}`, {
    restApiId: api.restApiId,
    contentType: json,
    schema,
  });
  api.latestDeployment?.node.addDependency(model);
  api.latestDeployment?.addToLogicalId({ [eventType]: schema });
  return Model.fromModelName(scope, `ModelName-${eventType}`, model.ref);
}

function integrationOf(options: EventMethodOptions): AwsIntegration {
  const { contract, busName, role: credentialsRole, maxBodySize } = options;
  const { source, eventType } = contract;
  return new AwsIntegration({
    service: 'events',
    action: 'PutEvents',
    integrationHttpMethod: 'POST',
    options: {
      credentialsRole,
      // Another content type would skip validation and template.
      passthroughBehavior: PassthroughBehavior.NEVER,
      requestParameters: {
        'integration.request.header.X-Amz-Target': "'AWSEvents.PutEvents'",
        'integration.request.header.Content-Type': "'application/x-amz-json-1.1'",
      },
      requestTemplates: { [json]: requestTemplate({ source, eventType, busName, maxBodySize }) },
      integrationResponses: [
        { statusCode: '202', responseTemplates: { [json]: acceptedTemplate } },
        {
          statusCode: '503',
          selectionPattern: '4\\d{2}',
          responseTemplates: { [json]: refusedTemplate },
        },
        {
          statusCode: '503',
          selectionPattern: '5\\d{2}',
          responseTemplates: { [json]: failedTemplate },
        },
      ],
    },
  });
}
