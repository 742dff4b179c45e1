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
import { type JsonObject, lowerForApiGateway } from '../../core/schemas';
import type { EventContract } from '../contracts';
import { eventModels } from './event-models';
import type { LostCheck } from './lost-check';
import { acceptedTemplate, failedTemplate, refusedTemplate } from './templates/answers';
import { dataTemplate } from './templates/data-template';
import { batchTemplate, eventTemplate } from './templates/events-template';

export interface EventMethodOptions {
  readonly api: RestApi;
  readonly contract: EventContract;
  readonly busName: string;
  readonly role: IRole;
  readonly validator: IRequestValidator;
  readonly maxBodySize: number;
}

const json = 'application/json';
const oneEvent = 'application/cloudevents+json';
const events = 'application/cloudevents-batch+json';

/** `POST /<eventType>`. Returns what API Gateway can't check of the contract's schema. */
export function eventMethod(scope: Construct, options: EventMethodOptions): LostCheck[] {
  const { api, contract, validator } = options;
  const { source, eventType, schema = { type: 'object' } } = contract;
  const lowered = lowerForApiGateway(schema);
  const models = eventModels(source, eventType, lowered.schema);
  const model = (kind: string, contentType: string, body: JsonObject) =>
    modelOf(scope, api, { id: `${kind}-${eventType}`, contentType, schema: body });
  api.root.addResource(eventType).addMethod('POST', integrationOf(options), {
    requestValidator: validator,
    // A content type without a model would skip validation.
    requestModels: {
      [json]: model('Model', json, models.data),
      [oneEvent]: model('EventModel', oneEvent, models.event),
      [events]: model('BatchModel', events, models.batch),
    },
    requestParameters: { 'method.request.header.Idempotency-Key': false },
    methodResponses: ['202', '400', '413', '429', '503'].map((statusCode) => ({ statusCode })),
  });
  return lowered.lost.map(({ path, keyword, reason }) => ({ eventType, path, keyword, reason }));
}

interface ModelOptions {
  readonly id: string;
  readonly contentType: string;
  readonly schema: JsonObject;
}

/**
 * An L1: CDK's Model takes a schema in its own spelling, and renames a property that is called
 * `ref`.
 */
function modelOf(scope: Construct, api: RestApi, { id, contentType, schema }: ModelOptions) {
  const model = new CfnModel(scope, id, { restApiId: api.restApiId, contentType, schema });
  api.latestDeployment?.node.addDependency(model);
  api.latestDeployment?.addToLogicalId({ [id]: schema });
  return Model.fromModelName(scope, `${id}-Name`, model.ref);
}

function integrationOf(options: EventMethodOptions): AwsIntegration {
  const { contract, busName, role: credentialsRole, maxBodySize } = options;
  const { source, eventType } = contract;
  const entry = { source, eventType, busName, maxBodySize };
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
      requestTemplates: {
        [json]: dataTemplate(entry),
        [oneEvent]: eventTemplate(entry),
        [events]: batchTemplate(entry),
      },
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
