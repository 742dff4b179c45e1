import { App, Duration, Stack } from 'aws-cdk-lib';
import { EventBus, Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Alias, Key } from 'aws-cdk-lib/aws-kms';
import { Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { SqsEventSource, type SqsEventSourceProps } from 'aws-cdk-lib/aws-lambda-event-sources';
import { CfnPipe } from 'aws-cdk-lib/aws-pipes';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { SqsSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import { Flow, type PipeHop, type PushHop, type QueueMessage } from '../../../lib/analysis';
import { grouped, message, placed } from './queue-template';
import { order } from './shop-template';

/** Apps of plain aws-cdk-lib constructs: nothing of ours made these templates. */

function flowOf(app: App): Flow {
  const { stacks } = app.synth();
  return Flow.of(
    Object.fromEntries(stacks.map(({ stackName, template }) => [stackName, template])),
  );
}

interface Grants {
  readonly role: Role;
  readonly source: Queue;
  readonly target: Queue;
}

interface Given {
  readonly source?: QueueProps;
  readonly target?: QueueProps;
  readonly grant?: (grants: Grants) => void;
  /** The stack that the target and the pipe stand in. */
  readonly elsewhere?: boolean;
}

const grantBoth = ({ role, source, target }: Grants) => {
  source.grantConsumeMessages(role);
  target.grantSendMessages(role);
};

const fifo = { fifo: true, contentBasedDeduplication: true } as const;

function pipeApp({ source, target, grant = grantBoth, elsewhere }: Given): App {
  const app = new App();
  const stack = new Stack(app, 'Shop');
  const other = elsewhere ? new Stack(app, 'Warehouse') : stack;
  const from = new Queue(stack, 'Work', source);
  const to = new Queue(other, 'Fifo', { ...fifo, ...target });
  const assumedBy = new ServicePrincipal('pipes.amazonaws.com');
  const role = new Role(other, 'PipeRole', { assumedBy });
  grant({ role, source: from, target: to });
  new CfnPipe(other, 'Pipe', {
    roleArn: role.roleArn,
    source: from.queueArn,
    sourceParameters: { sqsQueueParameters: { batchSize: 10 } },
    target: to.queueArn,
    targetParameters: {
      inputTemplate: '<$.body>',
      sqsQueueParameters: { messageGroupId: '$.body.partitionkey' },
    },
  });
  return app;
}

function pipeIn(given: Given): PipeHop {
  const flow = flowOf(pipeApp(given));
  const work = flow.queues.find(({ logicalId }) => logicalId.startsWith('Work'));
  const [hop, ...others] = flow.route(message, { channel: work?.arn }).hops;
  if (!hop || others.length > 0 || !('pipe' in hop)) throw new Error('expected one pipe');
  return hop;
}

const byKey = { encryption: QueueEncryption.KMS };
const managed = { encryption: QueueEncryption.KMS_MANAGED, enforceSSL: true };

describe('Flow of a CfnPipe between two queues', () => {
  it.each<[string, Given, string, string]>([
    ['plain queues', {}, 'delivered', 'sqs:SendMessage'],
    ['only TLS', { source: { enforceSSL: true }, target: { enforceSSL: true } }, 'delivered', ''],
    ['a key for each', { source: byKey, target: byKey }, 'delivered', 'kms:GenerateDataKey'],
    ['the key that AWS manages', { source: managed, target: managed }, 'delivered', ''],
    ['two stacks', { source: byKey, target: byKey, elsewhere: true }, 'delivered', ''],
    [
      'no grant on the source',
      { grant: ({ role, target }) => void target.grantSendMessages(role) },
      'denied',
      'sqs:ReceiveMessage',
    ],
    [
      'no grant on the target',
      { grant: ({ role, source }) => void source.grantConsumeMessages(role) },
      'lost',
      'sqs:SendMessage',
    ],
    [
      'no grant on the key of the target',
      {
        target: byKey,
        grant: ({ role, source, target }) => {
          source.grantConsumeMessages(role);
          const resources = [target.queueArn];
          role.addToPolicy(new PolicyStatement({ actions: ['sqs:SendMessage'], resources }));
        },
      },
      'lost',
      'kms:GenerateDataKey',
    ],
  ])('%s', (_, given, verdict, reason) => {
    const hop = pipeIn(given);
    expect(hop).toMatchObject({ verdict, reason: expect.stringContaining(reason) });
    const delivers = { body: placed, messageGroupId: 'customer-7' };
    expect(hop.delivers).toEqual(verdict === 'delivered' ? delivers : undefined);
  });

  it('follows an event from a bus and from a topic', () => {
    const app = pipeApp({});
    const stack = app.node.findChild('Shop') as Stack;
    const work = stack.node.findChild('Work') as Queue;
    const eventBus = new EventBus(stack, 'Bus');
    const rule = new Rule(stack, 'Rule', { eventBus, eventPattern: { source: [order.source] } });
    rule.addTarget(new SqsQueue(work));
    const topic = new Topic(stack, 'Topic');
    topic.addSubscription(new SqsSubscription(work, { rawMessageDelivery: true }));
    const flow = flowOf(app);
    const [byRule] = flow.route(order).hops;
    const byTopic = flow.route({ message: placed }).hops[0];
    const refused = 'the MessageGroupId is $.body.partitionkey: the event has nothing at';
    expect(byRule?.onward?.hops).toMatchObject([
      { verdict: 'lost', reason: expect.stringContaining(refused) },
    ]);
    expect(byTopic?.onward?.hops).toMatchObject([
      { verdict: 'delivered', delivers: { body: placed, messageGroupId: 'customer-7' } },
    ]);
  });
});

interface Pushed {
  readonly queue?: QueueProps;
  readonly source?: SqsEventSourceProps;
  readonly timeout?: Duration;
  readonly alias?: boolean;
  readonly role?: (stack: Stack) => Role;
}

function pushIn({ queue: props, source, timeout, alias, role }: Pushed): PushHop {
  const app = new App();
  const stack = new Stack(app, 'Shop');
  const queue = new Queue(stack, 'Fifo', props);
  const ship = new LambdaFunction(stack, 'Ship', {
    runtime: Runtime.NODEJS_22_X,
    handler: 'index.handler',
    code: Code.fromInline('exports.handler = async () => {};'),
    ...(timeout && { timeout }),
    ...(role && { role: role(stack) }),
  });
  const target = alias ? ship.addAlias('live') : ship;
  target.addEventSource(new SqsEventSource(queue, source));
  const flow = flowOf(app);
  const [hop, ...others] = flow.route(grouped as QueueMessage).hops;
  if (!hop || others.length > 0 || !('eventSource' in hop)) throw new Error('expected one source');
  return hop;
}

const batch = 'without ReportBatchItemFailures';

describe('Flow of a function with SqsEventSource', () => {
  it.each<[string, Pushed, string, string]>([
    ['nothing said', {}, 'delivered', batch],
    ['a FIFO queue', { queue: fifo }, 'delivered', ''],
    ['a key, and only TLS', { queue: { ...byKey, enforceSSL: true } }, 'delivered', 'kms:Decrypt'],
    ['an alias', { alias: true }, 'delivered', ''],
    ['a function that takes long', { timeout: Duration.seconds(20) }, 'delivered', 'below 120 s'],
    ['one that takes too long', { timeout: Duration.minutes(1) }, 'denied', 'Lambda refuses'],
    ['a source that is off', { source: { enabled: false } }, 'denied', 'is not enabled'],
    [
      'a role with a policy of AWS',
      {
        role: (stack) =>
          new Role(stack, 'Role', {
            assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
            managedPolicies: [
              ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSLambdaSQSQueueExecutionRole'),
            ],
          }).withoutPolicyUpdates() as Role,
      },
      'delivered',
      'service-role/AWSLambdaSQSQueueExecutionRole allows Shop/',
    ],
    [
      'a role that nobody lets anything do',
      {
        role: (stack) =>
          new Role(stack, 'Role', {
            assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
          }).withoutPolicyUpdates() as Role,
      },
      'denied',
      'has no policy that allows sqs:ReceiveMessage; it stays in the queue until its retention of 4 days ends',
    ],
  ])('%s', (_, given, verdict, reason) => {
    const hop = pushIn(given);
    expect(hop).toMatchObject({ verdict, reason: expect.stringContaining(reason) });
    expect(hop.to).toMatchObject({ kind: 'function', stack: 'Shop' });
    const delivers = { body: placed, messageGroupId: 'customer-7' };
    expect(hop.delivers).toEqual(verdict === 'delivered' ? delivers : undefined);
  });

  it('says nothing of batches with partial responses', () => {
    const hop = pushIn({ source: { reportBatchItemFailures: true } });
    expect(hop.reason).not.toContain(batch);
  });

  it('opens a key that stands behind an alias in another stack', () => {
    const app = new App();
    const keys = new Stack(app, 'Keys');
    const key = new Key(keys, 'Key');
    new Alias(keys, 'Alias', { aliasName: 'alias/orders', targetKey: key });
    const stack = new Stack(app, 'Shop');
    const encryptionMasterKey = Alias.fromAliasName(stack, 'Named', 'alias/orders');
    const queue = new Queue(stack, 'Queue', { encryptionMasterKey });
    const ship = new LambdaFunction(stack, 'Ship', {
      runtime: Runtime.NODEJS_22_X,
      handler: 'index.handler',
      code: Code.fromInline('exports.handler = async () => {};'),
    });
    ship.addEventSource(new SqsEventSource(queue));
    const [hop] = flowOf(app).route(message).hops;
    expect(hop).toMatchObject({
      verdict: 'denied',
      reason: expect.stringContaining('kms:Decrypt'),
    });
  });
});
