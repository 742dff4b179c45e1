import { App, RemovalPolicy, Stack, Token } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { TokenAuthorizer } from 'aws-cdk-lib/aws-apigateway';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import {
  ApiAuthorization,
  ClassicBus,
  EventContract,
  type IChannel,
  IngestApi,
  type IngestApiProps,
  OrderIngestion,
  PolicyOwner,
} from '../../../lib';
import { cancelled, placed, shipped } from '../../support/contracts';
import { counts, env, resource, resources, stack } from '../../support/stacks';
import { renderAnswer } from '../../support/velocity';

const described = EventContract.of({
  source: 'shop.checkout',
  eventType: 'order.described.v1',
  owner: 'checkout',
  schema: {
    type: 'object',
    required: ['total'],
    properties: { total: { type: 'number', exclusiveMinimum: 0 } },
    propertyNames: { maxLength: 20 },
  },
});

function apiIn(props: Partial<IngestApiProps> = {}, contracts = [placed, shipped]) {
  const of = stack({ env });
  const orders = new OrderIngestion(of, 'Orders', {
    contracts,
    channel: new ClassicBus(of, 'Bus', { busName: 'orders', contracts }),
  });
  return { of, orders, api: new IngestApi(of, 'Api', { to: orders, ...props }) };
}

const role = (of: Stack) =>
  new Role(of, 'Caller', { assumedBy: new ServicePrincipal('ecs-tasks.amazonaws.com') });

const methods = (of: Stack) =>
  Object.values(resources(of, 'AWS::ApiGateway::Method')).map(({ Properties }) => Properties);

describe('IngestApi', () => {
  it('matches its snapshot', () => {
    expect(Template.fromStack(apiIn().of).toJSON()).toMatchSnapshot();
  });

  it('has a method for each contract of its channel, and no function', () => {
    const { of } = apiIn();
    const paths = Object.values(resources(of, 'AWS::ApiGateway::Resource')).map(
      ({ Properties }) => Properties.PathPart,
    );
    expect(paths).toEqual(['order.placed.v1', 'order.shipped.v1']);
    expect(methods(of).map(({ HttpMethod }) => HttpMethod)).toEqual(['POST', 'POST']);
    expect(counts(of)).not.toHaveProperty('AWS::Lambda::Function');
  });

  it('takes fewer contracts where it is told which', () => {
    const { of, api } = apiIn({ contracts: [placed] });
    expect(api.contracts).toEqual([placed]);
    expect(methods(of)).toHaveLength(1);
  });

  it('works on a bus without an ingestion', () => {
    const of = stack();
    const to = new ClassicBus(of, 'Orders', { contracts: [placed] });
    expect(new IngestApi(of, 'Api', { to }).contracts).toEqual([placed]);
  });

  it('calls PutEvents of its bus and never passes a body through that no template has seen', () => {
    const { Integration } = resource(
      apiIn({ contracts: [placed] }).of,
      'AWS::ApiGateway::Method',
    ).Properties;
    expect(Integration).toMatchObject({
      Type: 'AWS',
      IntegrationHttpMethod: 'POST',
      PassthroughBehavior: 'NEVER',
      RequestParameters: {
        'integration.request.header.X-Amz-Target': "'AWSEvents.PutEvents'",
        'integration.request.header.Content-Type': "'application/x-amz-json-1.1'",
      },
    });
    expect(JSON.stringify(Integration.Uri)).toContain('events:action/PutEvents');
    const template = Integration.RequestTemplates['application/json'];
    expect(Object.keys(Integration.RequestTemplates)).toEqual([
      'application/json',
      'application/cloudevents+json',
      'application/cloudevents-batch+json',
    ]);
    expect(template).toContain('"EventBusName":"orders"');
    expect(template).toContain('"Source":"shop.checkout"');
    expect(template).toContain('"DetailType":"order.placed.v1"');
    expect(template).toContain('> 900000');
    const statuses = Integration.IntegrationResponses.map(
      ({ StatusCode, SelectionPattern }: { StatusCode: string; SelectionPattern?: string }) => [
        StatusCode,
        SelectionPattern,
      ],
    );
    expect(statuses).toEqual([
      ['202', undefined],
      ['503', '4\\d{2}'],
      ['503', '5\\d{2}'],
    ]);
  });

  it('lets its role publish these contracts and nothing else', () => {
    const { of } = apiIn();
    const { PolicyDocument } = resource(of, 'AWS::IAM::Policy').Properties;
    expect(
      PolicyDocument.Statement.map(
        ({ Action, Condition }: { Action: string; Condition: object }) => [Action, Condition],
      ),
    ).toEqual(
      [
        ['shop.checkout', ['order.placed.v1']],
        ['shop.warehouse', ['order.shipped.v1']],
      ].map(([source, types]) => [
        'events:PutEvents',
        {
          'ForAllValues:StringEquals': { 'events:source': source, 'events:detail-type': types },
          Null: { 'events:source': 'false', 'events:detail-type': 'false' },
        },
      ]),
    );
  });

  it('checks bodies against the schema of the contract, and lists what it cannot check', () => {
    const { of, api } = apiIn({}, [described]);
    expect(resource(of, 'AWS::ApiGateway::Model', 'ApiModel').Properties).toMatchObject({
      ContentType: 'application/json',
      Schema: {
        type: 'object',
        required: ['total'],
        properties: { total: { type: 'number', minimum: 0, exclusiveMinimum: true } },
      },
    });
    expect(api.lostChecks).toEqual([
      expect.objectContaining({ eventType: 'order.described.v1', keyword: 'propertyNames' }),
    ]);
    expect(resource(of, 'AWS::ApiGateway::RequestValidator').Properties).toMatchObject({
      ValidateRequestBody: true,
    });
    const [method] = methods(of);
    expect(method.RequestValidatorId).toEqual({ Ref: expect.stringMatching(/^ApiBody/) });
    expect(method.RequestModels).toEqual({
      'application/json': { Ref: expect.stringMatching(/^ApiModelorder/) },
      'application/cloudevents+json': { Ref: expect.stringMatching(/^ApiEventModelorder/) },
      'application/cloudevents-batch+json': { Ref: expect.stringMatching(/^ApiBatchModelorder/) },
    });
    expect(resource(of, 'AWS::ApiGateway::Model', 'ApiEventModel').Properties).toMatchObject({
      ContentType: 'application/cloudevents+json',
      Schema: {
        properties: {
          type: { enum: ['order.described.v1'] },
          data: { required: ['total'] },
        },
      },
    });
    expect(resource(of, 'AWS::ApiGateway::Model', 'ApiBatchModel').Properties).toMatchObject({
      ContentType: 'application/cloudevents-batch+json',
      Schema: { maxItems: 10, items: { properties: { data: { required: ['total'] } } } },
    });
  });

  it('takes any object where a contract has no schema', () => {
    const { of } = apiIn({ contracts: [placed] });
    expect(resource(of, 'AWS::ApiGateway::Model', 'ApiModel').Properties.Schema).toMatchObject({
      type: 'object',
    });
  });

  it('answers errors as JSON', () => {
    const answers = Object.values(resources(apiIn().of, 'AWS::ApiGateway::GatewayResponse')).map(
      ({ Properties }) => Properties,
    );
    expect(Object.fromEntries(answers.map((one) => [one.ResponseType, one.StatusCode]))).toEqual({
      BAD_REQUEST_BODY: '400',
      UNSUPPORTED_MEDIA_TYPE: '415',
      REQUEST_TOO_LARGE: '413',
      THROTTLED: '429',
      MISSING_AUTHENTICATION_TOKEN: undefined,
      DEFAULT_4XX: undefined,
      DEFAULT_5XX: undefined,
    });
    for (const { ResponseTemplates } of answers) {
      const body = ResponseTemplates['application/json']
        .replace('$context.error.messageString', '"reason"')
        .replace('$context.extendedRequestId', 'Jbx=');
      expect(JSON.parse(body)).toEqual({
        message: expect.any(String),
        reason: 'reason',
        requestId: 'Jbx=',
      });
    }
  });

  it('throttles, traces, measures and writes a line a request without the body', () => {
    const { of } = apiIn({ rateLimit: 50, burstLimit: 100 });
    const { Properties } = resource(of, 'AWS::ApiGateway::Stage');
    expect(Properties).toMatchObject({
      TracingEnabled: true,
      MethodSettings: [
        expect.objectContaining({
          HttpMethod: '*',
          ResourcePath: '/*',
          ThrottlingRateLimit: 50,
          ThrottlingBurstLimit: 100,
          MetricsEnabled: true,
          DataTraceEnabled: false,
        }),
      ],
      AccessLogSetting: {
        DestinationArn: { 'Fn::GetAtt': [expect.stringMatching(/^ApiAccessLogs/), 'Arn'] },
      },
    });
    const line = JSON.parse(Properties.AccessLogSetting.Format);
    expect(Object.keys(line)).toContain('requestId');
    expect(JSON.stringify(line)).not.toMatch(/body|input/);
  });

  it('writes to a log group of the user', () => {
    const of = stack();
    const accessLogGroup = new LogGroup(of, 'Mine');
    const to = new ClassicBus(of, 'Orders', { contracts: [placed] });
    new IngestApi(of, 'Api', { to, accessLogGroup });
    expect(counts(of)['AWS::Logs::LogGroup']).toBe(1);
  });

  it('keeps its log unless the user says otherwise', () => {
    const policyOf = (props: Partial<IngestApiProps>) =>
      resource(apiIn(props).of, 'AWS::Logs::LogGroup').DeletionPolicy;
    expect(policyOf({})).toBe('RetainExceptOnCreate');
    expect(policyOf({ removalPolicy: RemovalPolicy.DESTROY })).toBe('Delete');
  });

  it('takes as many requests as a plain account has, an account of higher quotas more', () => {
    const settings = (props: Partial<IngestApiProps>) =>
      resource(apiIn(props).of, 'AWS::ApiGateway::Stage').Properties.MethodSettings[0];
    expect(settings({})).toMatchObject({ ThrottlingRateLimit: 1000, ThrottlingBurstLimit: 2000 });
    expect(settings({ rateLimit: 20_000 })).toMatchObject({ ThrottlingRateLimit: 20_000 });
  });

  it('answers what its templates make of what PutEvents answers, each in its place', () => {
    const { Integration } = resource(
      apiIn({ contracts: [placed] }).of,
      'AWS::ApiGateway::Method',
    ).Properties;
    const [accepted, refused, failed] = Integration.IntegrationResponses.map(
      (one: { ResponseTemplates: Record<string, string> }) =>
        one.ResponseTemplates['application/json'],
    );
    const taken = { FailedEntryCount: 0, Entries: [{ EventId: 'e-1' }] };
    expect(renderAnswer(accepted, taken).body).toContain('"eventId":"e-1"');
    expect(renderAnswer(accepted, { FailedEntryCount: 1 }).status).toBe(503);
    expect(renderAnswer(refused, { __type: 'ThrottlingException' }).status).toBe(429);
    expect(renderAnswer(failed, {}).body).toContain('Send it again');
  });

  it('sends as its own role, which API Gateway alone takes on', () => {
    const { of } = apiIn({ contracts: [placed] });
    const { Credentials } = resource(of, 'AWS::ApiGateway::Method').Properties.Integration;
    expect(Credentials).toEqual({ 'Fn::GetAtt': [expect.stringMatching(/^ApiRole/), 'Arn'] });
    const { AssumeRolePolicyDocument } = resource(of, 'AWS::IAM::Role', 'ApiRole').Properties;
    expect(AssumeRolePolicyDocument.Statement).toEqual([
      {
        Action: 'sts:AssumeRole',
        Effect: 'Allow',
        Principal: { Service: 'apigateway.amazonaws.com' },
      },
    ]);
  });

  it('adds five resources for a contract', () => {
    const resourcesOf = (contracts: EventContract[]) =>
      Object.values(counts(apiIn({ contracts }).of)).reduce((sum, count) => sum + count);
    expect(resourcesOf([placed, shipped]) - resourcesOf([placed])).toBe(5);
  });

  it('is deployed anew when a schema changes', () => {
    const deployment = (maximum: number) => {
      const schema = { type: 'object', properties: { total: { type: 'number', maximum } } };
      const changing = EventContract.of({
        source: 's',
        eventType: 'changing.v1',
        owner: 'o',
        schema,
      });
      return Object.keys(resources(apiIn({}, [changing]).of, 'AWS::ApiGateway::Deployment'));
    };
    expect(deployment(1)).toEqual(deployment(1));
    expect(deployment(1)).not.toEqual(deployment(2));
  });

  it('holds the limit that it is told', () => {
    const { Integration } = resource(
      apiIn({ contracts: [placed], maxBodyKilobytes: 5 }).of,
      'AWS::ApiGateway::Method',
    ).Properties;
    for (const template of Object.values(Integration.RequestTemplates)) {
      expect(template).toContain('> 5000)');
    }
  });

  it('changes no setting of the account unless asked', () => {
    expect(counts(apiIn().of)).not.toHaveProperty('AWS::ApiGateway::Account');
    expect(counts(apiIn({ accountLogging: true }).of)).toHaveProperty('AWS::ApiGateway::Account');
  });

  describe('authorises', () => {
    const authorizationOf = (of: Stack) =>
      methods(of).map(({ AuthorizationType }) => AuthorizationType);

    it('by IAM by default, and grants an event at a time', () => {
      const { of, api } = apiIn();
      api.grants.invoke(role(of), placed);
      expect(authorizationOf(of)).toEqual(['AWS_IAM', 'AWS_IAM']);
      const { PolicyDocument } = resource(of, 'AWS::IAM::Policy', 'Caller').Properties;
      expect(PolicyDocument.Statement).toHaveLength(1);
      const [{ Action, Resource }] = PolicyDocument.Statement;
      expect(Action).toBe('execute-api:Invoke');
      expect(JSON.stringify(Resource)).toMatch(
        /execute-api:eu-west-1:111111111111:.*\/POST\/order\.placed\.v1"/,
      );
    });

    it('by an authorizer of the user, or not at all', () => {
      const of = stack();
      const to = new ClassicBus(of, 'Orders', { contracts: [placed] });
      const handler = Lambda.fromFunctionArn(
        of,
        'Fn',
        'arn:aws:lambda:eu-west-1:111111111111:function:f',
      );
      const authorizer = new TokenAuthorizer(of, 'Authorizer', { handler });
      new IngestApi(of, 'Api', { to, authorization: ApiAuthorization.authorizer(authorizer) });
      new IngestApi(of, 'Open', { to, authorization: ApiAuthorization.none() });
      expect(authorizationOf(of)).toEqual(['CUSTOM', 'NONE']);
    });

    it('refuses a grant that would decide nothing', () => {
      const { of, api } = apiIn({ authorization: ApiAuthorization.none() });
      expect(() => api.grants.invoke(role(of), placed)).toThrow('spillway:option-without-effect');
    });

    it('refuses a grant of an event that it does not take, or of none', () => {
      const { of, api } = apiIn({ contracts: [placed] });
      const caller = role(of);
      expect(() => api.grants.invoke(caller, shipped)).toThrow('spillway:contract-foreign');
      expect(() => api.grants.invoke(caller)).toThrow('spillway:contract-none');
    });

    it('refuses a caller that takes no statements, or tells its owner what to add', () => {
      const imported = (of: Stack) =>
        Role.fromRoleArn(of, 'Caller', 'arn:aws:iam::111111111111:role/caller', { mutable: false });
      const here = apiIn();
      expect(() => here.api.grants.invoke(imported(here.of), placed)).toThrow(
        'spillway:policy-elsewhere',
      );
      const { of, api } = apiIn({ policyOwner: PolicyOwner.ELSEWHERE });
      api.grants.invoke(imported(of), placed);
      expect(api.requiredStatements().map(({ statement }) => statement.actions)).toEqual([
        ['execute-api:Invoke'],
      ]);
    });
  });

  describe('refuses', () => {
    const other = (source: string, eventType: string) =>
      EventContract.of({ source, eventType, owner: 'o' });
    const on = (contracts: EventContract[]) => () => apiIn({}, contracts);

    test.each([
      [
        'a rate of none',
        () => apiIn({ rateLimit: 0 }),
        'rateLimit: 0 given; an API that takes nothing is none',
      ],
      ['a burst of less than none', () => apiIn({ burstLimit: -1 }), 'burstLimit: -1 given'],
      [
        'a body of a size that is known only when deployed',
        () => apiIn({ maxBodyKilobytes: Token.asNumber({ Ref: 'Size' }) }),
        'maxBodyKilobytes: a value known only when deployed given',
      ],
      [
        'a removal policy beside a log group of the user',
        () => {
          const of = stack();
          const to = new ClassicBus(of, 'Orders', { contracts: [placed] });
          const accessLogGroup = new LogGroup(of, 'Mine');
          new IngestApi(of, 'Api', { to, accessLogGroup, removalPolicy: RemovalPolicy.DESTROY });
        },
        'removalPolicy: "destroy" given; it cannot take effect',
      ],
      [
        'a body above what PutEvents takes',
        () => apiIn({ maxBodyKilobytes: 1001 }),
        'maxBodyKilobytes: 1001 given; it is 1 to 1000 kilobytes',
      ],
      [
        'a contract that its channel does not carry',
        () => apiIn({ contracts: [cancelled] }),
        'spillway:contract-foreign',
      ],
      [
        'two sources of one type',
        on([placed, other('shop.returns', 'order.placed.v1')]),
        'order.placed.v1 given again, of shop.returns',
      ],
      ['a type that is no path', on([other('shop', 'order placed.v1')]), 'spillway:api-contract'],
      [
        'a source that is code in a template',
        on([other('shop$x', 'order.placed.v1')]),
        'spillway:api-contract',
      ],
    ])('%s', (_name, make, message) => {
      expect(make).toThrow(message);
    });

    it('limits by their id', () => {
      expect(() => apiIn({ rateLimit: Number.NaN })).toThrow('[spillway:api-limit]');
    });

    it('a bus that lists no contracts, unless it is told which', () => {
      const of = stack();
      const to = new ClassicBus(of, 'Orders');
      expect(() => new IngestApi(of, 'Api', { to })).toThrow('spillway:contract-none');
      expect(() => new IngestApi(of, 'Other', { to, contracts: [placed] })).not.toThrow();
    });

    it('a bus of another region', () => {
      const app = new App();
      const to = new ClassicBus(new Stack(app, 'Bus', { env }), 'Orders', { contracts: [placed] });
      const of = new Stack(app, 'Api', { env: { ...env, region: 'us-east-1' } });
      expect(() => new IngestApi(of, 'Api', { to })).toThrow(
        /to: one in [\s\S]*spillway:environment/,
      );
    });

    it('a channel that is no Classic bus', () => {
      const of = stack();
      const to = { node: of.node, contracts: [placed] } as unknown as IChannel;
      expect(() => new IngestApi(of, 'Api', { to })).toThrow(
        /to: "Stack" given; API Gateway can call PutEvents[\s\S]*spillway:api-channel/,
      );
    });
  });
});
