import { renderAnswer, renderRequest } from '../../support/velocity';
import type { Fields, Json, Templates } from '../template';
import { has, placesOf, resourceAt, same, type Violations } from './compare';

const api = 'RetailerOrders/PartnerApi';
const method = `${api}orderplacedv1POST`;

export function theApiCallsPutEventsAndPassesNoBodyThroughUnseen(templates: Templates): Violations {
  const integration = integrationOf(templates);
  const { RequestTemplates, IntegrationResponses, ...others } = integration;
  return [
    ...same(`${method} Integration`, others, {
      Type: 'AWS',
      IntegrationHttpMethod: 'POST',
      Uri: 'arn:${AWS::Partition}:apigateway:${AWS::Region}:events:action/PutEvents',
      Credentials: `\${${api}Role.Arn}`,
      PassthroughBehavior: 'NEVER',
      RequestParameters: {
        'integration.request.header.X-Amz-Target': "'AWSEvents.PutEvents'",
        'integration.request.header.Content-Type': "'application/x-amz-json-1.1'",
      },
    }),
    ...same(`${method} bodies`, Object.keys((RequestTemplates ?? {}) as Fields), [
      'application/json',
      'application/cloudevents+json',
      'application/cloudevents-batch+json',
    ]),
  ];
}

const sent = {
  specversion: '1.0',
  id: 'C-1',
  source: 'retailer.checkout',
  type: 'order.placed.v1',
  subject: 'C-1',
  data: { total: 1000 },
};

export function theApiTakesCloudEventsOfItsContractOnly(templates: Templates): Violations {
  const byType = (integrationOf(templates).RequestTemplates ?? {}) as Fields;
  const forged = { ...sent, type: 'order.paid.v1' };
  return [
    { type: 'application/cloudevents+json', fine: sent, wrong: forged },
    { type: 'application/cloudevents-batch+json', fine: [sent], wrong: [sent, forged] },
  ].flatMap(({ type, fine, wrong }) => {
    const details = (body: unknown) =>
      parsed(requestOf(String(byType[type]), JSON.stringify(body))).Entries?.map(
        ({ Detail }) => Detail,
      );
    return [
      ...same(`${method} ${type}`, details(fine)?.map(json), [sent]),
      ...same(`${method} ${type} of another contract`, details(wrong), [
        ...[undefined, 'refused', 'refused'],
      ]),
    ];
  });
}

export function theApiMakesACloudEventOfEveryBody(templates: Templates): Violations {
  const template = jsonTemplate(integrationOf(templates).RequestTemplates);
  const text = requestOf(template);
  const [{ Detail = 'null', ...entry } = {}, ...others] = parsed(text).Entries ?? [];
  return [
    ...same(`${method} entry`, entry, {
      Source: 'retailer.checkout',
      DetailType: 'order.placed.v1',
      EventBusName: 'RetailerOrders-Bus-1A67D5BB',
    }),
    ...same(`${method} entries`, others, []),
    ...same(`${method} Detail`, JSON.parse(Detail), {
      specversion: '1.0',
      id: 'C-1',
      source: 'retailer.checkout',
      type: 'order.placed.v1',
      time: '2026-04-09T12:34:56Z',
      data: { total: 1000 },
    }),
  ];
}

/** Velocity is slow, and a mutant leaves all templates of the API but one as they were. */
const requests = new Map<string, string>();
const known = new Map<string, ReturnType<typeof renderAnswer>>();

function requestOf(template: string, body = '{"total":1000}'): string {
  const key = `${template} ${body}`;
  const text = requests.get(key) ?? renderRequest(template, { body, key: 'C-1' });
  requests.set(key, text);
  return text;
}

function answerOf(template: string, says: object): ReturnType<typeof renderAnswer> {
  const key = `${template} ${JSON.stringify(says)}`;
  const answer = known.get(key) ?? renderAnswer(template, says);
  known.set(key, answer);
  return answer;
}

interface PutEvents {
  readonly Entries?: readonly { readonly [field: string]: string }[];
}

function parsed(text: string): PutEvents {
  return (json(text) ?? {}) as PutEvents;
}

function json(text: string | undefined): Json | undefined {
  try {
    return JSON.parse(text ?? '');
  } catch {
    return undefined;
  }
}

/** What PutEvents answers, which response API Gateway selects by its status, what a caller is told. */
const answers = [
  { says: { FailedEntryCount: 0, Entries: [{ EventId: 'e-1' }] }, by: undefined, status: 202 },
  { says: { FailedEntryCount: 1, Entries: [{}] }, by: undefined, status: 503 },
  {
    says: {
      FailedEntryCount: 3,
      Entries: ['InvalidArgument', 'MalformedDetail', 'MalformedDetail'].map((ErrorCode) => ({
        ErrorCode,
      })),
    },
    by: undefined,
    status: 400,
  },
  {
    says: { FailedEntryCount: 3, Entries: Array(3).fill({ ErrorCode: 'MalformedDetail' }) },
    by: undefined,
    status: 400,
  },
  { says: { __type: 'ThrottlingException' }, by: '4\\d{2}', status: 429 },
  { says: { __type: 'ValidationException' }, by: '4\\d{2}', status: 413 },
  { says: { __type: 'AccessDeniedException' }, by: '4\\d{2}', status: 503 },
  { says: {}, by: '5\\d{2}', status: 503 },
];

export function theApiTellsItsCallerWhatBecameOfTheEvent(templates: Templates): Violations {
  const { IntegrationResponses } = integrationOf(templates);
  const responses = (IntegrationResponses ?? []) as Fields[];
  return answers.flatMap(({ says, by, status }) => {
    const found = responses.filter(({ SelectionPattern }) => SelectionPattern === by);
    const told = found.map(({ StatusCode, ResponseTemplates }) => {
      const answer = answerOf(jsonTemplate(ResponseTemplates), says);
      const isTold = answer.body.includes(status === 202 ? 'e-1' : '"message"');
      return { status: answer.status ?? Number(StatusCode), isTold };
    });
    return same(`answer to ${by} ${JSON.stringify(says)}`, told, [{ status, isTold: true }]);
  });
}

export function everyStatusThatTheApiAnswersIsOneOfItsMethod(templates: Templates): Violations {
  const { MethodResponses } = resourceAt(templates, method).Properties;
  const StatusCodes = ['202', '400', '413', '429', '503'];
  return [
    ...same(
      `${method} MethodResponses`,
      MethodResponses,
      StatusCodes.map((StatusCode) => ({ StatusCode })),
    ),
    // A key for the event is a caller's choice: without one each request is an event of its own.
    ...has(templates, method, {
      RequestParameters: { 'method.request.header.Idempotency-Key': false },
    }),
  ];
}

/** What API Gateway answers by itself. @default - the status that it has for the type */
const own: Readonly<Record<string, readonly [type: string, status?: number]>> = {
  BadBody: ['BAD_REQUEST_BODY', 400],
  UnsupportedMediaType: ['UNSUPPORTED_MEDIA_TYPE', 415],
  TooLarge: ['REQUEST_TOO_LARGE', 413],
  Throttled: ['THROTTLED', 429],
  NoSuchEvent: ['MISSING_AUTHENTICATION_TOKEN'],
  Default4xx: ['DEFAULT_4XX'],
  Default5xx: ['DEFAULT_5XX'],
};

export function whatTheApiAnswersByItselfIsJsonThatSaysWhy(templates: Templates): Violations {
  const places = Object.keys(own).map((name) => `${api}${name}`);
  const found = placesOf(templates, 'AWS::ApiGateway::GatewayResponse');
  return [
    ...same('gateway responses', found.sort(), places.sort()),
    ...Object.entries(own).flatMap(([name, [type, status]]) => {
      const place = `${api}${name}`;
      const { ResponseTemplates, StatusCode } = resourceAt(templates, place).Properties;
      const fields = Object.keys(parsed(filled(jsonTemplate(ResponseTemplates))));
      return [
        ...has(templates, place, { RestApiId: `\${${api}}`, ResponseType: type }),
        ...same(
          `${place} status`,
          Number(StatusCode ?? status ?? Number.NaN),
          status ?? Number.NaN,
        ),
        ...same(`${place} fields`, fields, ['message', 'reason', 'requestId']),
      ];
    }),
  ];
}

/** As API Gateway fills in its variables: `messageString` comes with its quotation marks. */
function filled(template: string): string {
  return template
    .replaceAll('$context.error.messageString', '"why"')
    .replaceAll('$context.extendedRequestId', 'JJbx=');
}

function integrationOf(templates: Templates): Fields {
  return (resourceAt(templates, method).Properties.Integration ?? {}) as Fields;
}

function jsonTemplate(byType: Json | undefined): string {
  const template = ((byType ?? {}) as Fields)['application/json'];
  return typeof template === 'string' ? template : '';
}
