import { ResponseType, type RestApi } from 'aws-cdk-lib/aws-apigateway';

/**
 * What API Gateway itself answers, before PutEvents is asked: as JSON, with something that a caller
 * can act on. Its templates only substitute variables, and `messageString` is the only text of the
 * error that is JSON as it stands.
 */
const answers: readonly {
  readonly id: string;
  readonly type: ResponseType;
  readonly status?: string;
  readonly message: string;
}[] = [
  {
    id: 'BadBody',
    type: ResponseType.BAD_REQUEST_BODY,
    status: '400',
    message:
      'The body is not JSON, or not what the contract of this event describes: its data, for a CloudEvent also its type and source.',
  },
  {
    id: 'UnsupportedMediaType',
    type: ResponseType.of('UNSUPPORTED_MEDIA_TYPE'),
    status: '415',
    message:
      'Send application/json, application/cloudevents+json or application/cloudevents-batch+json.',
  },
  {
    id: 'TooLarge',
    type: ResponseType.REQUEST_TOO_LARGE,
    status: '413',
    message:
      'The event is too large. Leave out what consumers can look up, or send a reference to it.',
  },
  {
    id: 'Throttled',
    type: ResponseType.THROTTLED,
    status: '429',
    message:
      'Too many events at once. Wait, then send it again with the same Idempotency-Key, a CloudEvent with the same id.',
  },
  {
    id: 'NoSuchEvent',
    type: ResponseType.MISSING_AUTHENTICATION_TOKEN,
    message: 'There is no such event, or the request is not signed: POST /<eventType>.',
  },
  { id: 'Default4xx', type: ResponseType.DEFAULT_4XX, message: 'The request was refused.' },
  {
    id: 'Default5xx',
    type: ResponseType.DEFAULT_5XX,
    message:
      'The event was not accepted. Send it again with the same Idempotency-Key, a CloudEvent with the same id.',
  },
];

export function addGatewayResponses(api: RestApi): void {
  for (const { id, type, status, message } of answers) {
    const body = `{"message":${JSON.stringify(message)},"reason":$context.error.messageString,"requestId":"$context.extendedRequestId"}`;
    api.addGatewayResponse(id, {
      type,
      statusCode: status,
      templates: { 'application/json': body },
    });
  }
}
