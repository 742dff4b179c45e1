import { App, Stack } from 'aws-cdk-lib';
import { type CfnStage, CognitoUserPoolsAuthorizer } from 'aws-cdk-lib/aws-apigateway';
import { UserPool } from 'aws-cdk-lib/aws-cognito';
import { ManagedPolicy, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { ApiAuthorization, IngestApi, OrderIngestion, Subscription } from '../../lib';
import { placed } from '../support/contracts';
import { resource } from '../support/stacks';
import { findings } from './findings';

const arn = (service: string, rest: string) => `arn:aws:${service}:eu-west-1:111111111111:${rest}`;

/** The front door with all that the README's trade-offs say can be had. */
function strictApi(stack: Stack, orders: OrderIngestion): IngestApi {
  const encryptionKey = new Key(stack, 'Key', { enableKeyRotation: true });
  encryptionKey.grantEncryptDecrypt(new ServicePrincipal('logs.amazonaws.com'));
  const pool = UserPool.fromUserPoolArn(stack, 'Pool', arn('cognito-idp', 'userpool/eu-west-1_a'));
  const authorizer = new CognitoUserPoolsAuthorizer(stack, 'Users', { cognitoUserPools: [pool] });
  const retention = RetentionDays.ONE_YEAR;
  const api = new IngestApi(stack, 'Api', {
    to: orders,
    authorization: ApiAuthorization.authorizer(authorizer),
    accessLogGroup: new LogGroup(stack, 'Logs', { encryptionKey, retention }),
  });
  new CfnWebACLAssociation(stack, 'Firewall', {
    resourceArn: api.api.deploymentStage.stageArn,
    webAclArn: arn('wafv2', 'regional/webacl/shop/1'),
  });
  return api;
}

function withExecutionLogs({ api }: IngestApi): void {
  const stage = api.deploymentStage.node.defaultChild as CfnStage;
  const [all] = Stack.of(stage).resolve(stage.methodSettings) as CfnStage.MethodSettingProperty[];
  stage.methodSettings = [{ ...all, loggingLevel: 'ERROR' }];
}

function grantsByManagedPolicies(stack: Stack, orders: OrderIngestion): void {
  const role = (id: string) =>
    new Role(stack, id, { assumedBy: new ServicePrincipal('ecs-tasks.amazonaws.com') });
  const roles = [role('Checkout')];
  orders.grants.publish(new ManagedPolicy(stack, 'MayPublish', { roles }), placed);
  const share = new Subscription(stack, 'Seattle', { from: orders, events: [placed.all()] });
  const packers = { roles: [role('Packer')] };
  share.grants.consume(new ManagedPolicy(stack, 'MayConsume', packers));
}

function strictStack(): Stack {
  const stack = new Stack(new App(), 'Shop');
  const orders = new OrderIngestion(stack, 'Orders', { contracts: [placed] });
  withExecutionLogs(strictApi(stack, orders));
  grantsByManagedPolicies(stack, orders);
  return stack;
}

describe('a stack that has every opt-in', () => {
  it('has no finding left but a cache, a certificate and the policy of the role of the API', () => {
    const app = strictStack().node.root as App;
    const ofStage = 'Shop/Api/Api/DeploymentStage.prod/Resource';
    const ofRole = 'Shop/Api/Role/DefaultPolicy/Resource';
    expect(findings(app)).toEqual([
      `${ofStage} HIPAA.Security-APIGWCacheEnabledAndEncrypted`,
      `${ofStage} HIPAA.Security-APIGWSSLEnabled`,
      `${ofStage} NIST.800.53.R5-APIGWCacheEnabledAndEncrypted`,
      `${ofStage} NIST.800.53.R5-APIGWSSLEnabled`,
      `${ofStage} PCI.DSS.321-APIGWCacheEnabledAndEncrypted`,
      `${ofStage} PCI.DSS.321-APIGWSSLEnabled`,
      `${ofRole} HIPAA.Security-IAMNoInlinePolicy`,
      `${ofRole} NIST.800.53.R5-IAMNoInlinePolicy`,
      `${ofRole} PCI.DSS.321-IAMNoInlinePolicy`,
    ]);
  });

  test.each([
    ['MayPublish', 'events:PutEvents'],
    ['MayConsume', 'sqs:ReceiveMessage'],
  ])('is granted by the managed policy %s', (id, action) => {
    const { Properties } = resource(strictStack(), 'AWS::IAM::ManagedPolicy', id);
    expect(Properties.Roles).toHaveLength(1);
    const statements: { Action: string | string[] }[] = Properties.PolicyDocument.Statement;
    expect(statements.flatMap(({ Action }) => Action)).toContain(action);
  });
});
