import { App, Aws, Stack, type StackProps } from 'aws-cdk-lib';
import { EventBus, EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import { Flow, type Hop } from '../../../lib/analysis';
import { order } from './shop-template';

/** Apps of plain aws-cdk-lib constructs: nothing of ours made these templates. */

interface Template {
  Resources: { [logicalId: string]: { Type: string; Properties: { [name: string]: unknown } } };
}

type Templates = { [stackName: string]: Template };

const eventPattern = { source: ['shop.checkout'] };

function templatesOf(app: App): Templates {
  const { stacks } = app.synth();
  return Object.fromEntries(stacks.map(({ stackName, template }) => [stackName, template]));
}

function hopOf(templates: Templates, environment = {}): Hop {
  const { hops } = Flow.of(templates, environment).route(order);
  const [hop, ...others] = hops;
  if (!hop || others.length > 0) throw new Error('expected one hop');
  return hop;
}

/** Bus and key in one stack; rule, queue and dead-letter queue in another. */
function twoStacks(references: 'strong' | 'weak'): Templates {
  const app = new App({
    context: {
      '@aws-cdk/core:defaultCrossStackReferences': references,
      'aws:cdk:enable-path-metadata': true,
    },
  });
  const [shop, warehouse] = [new Stack(app, 'Shop'), new Stack(app, 'Warehouse')];
  const key = new Key(shop, 'Key');
  const encrypted = { encryption: QueueEncryption.KMS, encryptionMasterKey: key, enforceSSL: true };
  const deadLetterQueue = new Queue(warehouse, 'DeadLetters', encrypted);
  const queue = new Queue(warehouse, 'Queue', encrypted);
  const target = new SqsQueue(queue, { deadLetterQueue });
  const eventBus = new EventBus(shop, 'Bus', { eventBusName: 'orders' });
  new Rule(warehouse, 'Rule', { eventBus, eventPattern, targets: [target] });
  return templatesOf(app);
}

function oneStack(
  queueProps: QueueProps,
  app = new App(),
  deadLetters?: QueueProps,
  env?: StackProps['env'],
): Templates {
  const stack = new Stack(app, 'Shop', { env });
  const queue = new Queue(stack, 'Queue', queueProps);
  const deadLetterQueue = deadLetters && new Queue(stack, 'DeadLetters', deadLetters);
  const target = new SqsQueue(queue, { deadLetterQueue });
  new Rule(stack, 'Rule', {
    eventBus: new EventBus(stack, 'Bus'),
    eventPattern,
    targets: [target],
  });
  return templatesOf(app);
}

/** Takes the policy of the queue whose logical id starts so. */
function dropPolicy(templates: Templates, start: string): void {
  for (const { Resources } of Object.values(templates)) {
    for (const [logicalId, { Type }] of Object.entries(Resources)) {
      if (Type === 'AWS::SQS::QueuePolicy' && logicalId.startsWith(start)) {
        delete Resources[logicalId];
      }
    }
  }
}

function dropKeyStatements(templates: Templates): void {
  for (const { Resources } of Object.values(templates)) {
    for (const { Type, Properties } of Object.values(Resources)) {
      if (Type === 'AWS::KMS::Key') Properties.KeyPolicy = { Statement: [] };
    }
  }
}

describe.each(['strong', 'weak'] as const)(
  'Flow of two stacks with %s references',
  (references) => {
    it('sees that the queue and the dead-letter queue let the rule in, and by which statements', () => {
      const hop = hopOf(twoStacks(references));
      expect(hop).toMatchObject({
        verdict: 'delivered',
        rule: { stack: 'Warehouse', path: 'Warehouse/Rule/Resource' },
        from: { name: 'orders', declared: { stack: 'Shop' } },
        to: { stack: 'Warehouse', path: 'Warehouse/Queue/Resource' },
        deadLetter: { verdict: 'delivered', to: { path: 'Warehouse/DeadLetters/Resource' } },
      });
      expect(hop.reason).toMatch(/^Warehouse\/QueuePolicy\w+ allows .*; Shop\/Key\w+ allows /);
    });

    it.each([
      ['the queue policy', (all: Templates) => dropPolicy(all, 'Queue'), 'deadLettered'],
      [
        'both policies',
        (all: Templates) => ['Queue', 'DeadLetters'].map((start) => dropPolicy(all, start)),
        'lost',
      ],
      ["the key's statements", dropKeyStatements, 'lost'],
    ])('gives another verdict without %s', (_, change, verdict) => {
      const templates = twoStacks(references);
      change(templates);
      expect(hopOf(templates).verdict).toBe(verdict);
    });

    it('leaves open what the template of the bus and the key would tell', () => {
      const { Warehouse } = twoStacks(references);
      expect(hopOf({ Warehouse } as Templates)).toMatchObject({
        verdict: 'unknown',
        reason: expect.stringMatching(/no template declares the key .* ⟨(export|output) /),
      });
    });
  },
);

describe('Flow of one stack', () => {
  it('delivers to a plain queue, and takes no other event', () => {
    const flow = Flow.of(oneStack({}));
    expect(flow.route(order).hops).toMatchObject([{ verdict: 'delivered' }]);
    const other = flow.route({ ...order, source: 'shop.returns' });
    expect(other).toMatchObject({ unmatched: true, hops: [{ verdict: 'filtered' }] });
  });

  it.each<[string, QueueProps, QueueProps | undefined, string, string]>([
    [
      'a queue under the AWS managed key',
      { encryption: QueueEncryption.KMS_MANAGED },
      undefined,
      'lost',
      'under alias/aws/sqs',
    ],
    [
      'a FIFO queue without a message group',
      { fifo: true },
      {},
      'deadLettered',
      'the target has no SqsParameters.MessageGroupId',
    ],
    [
      'a FIFO queue, with a FIFO dead-letter queue',
      { fifo: true },
      { fifo: true },
      'lost',
      'a dead-letter queue is standard',
    ],
    [
      'a refusing queue, with a dead-letter queue whose key CDK does not open',
      { fifo: true },
      { encryption: QueueEncryption.KMS },
      'lost',
      'does not allow events.amazonaws.com kms:GenerateDataKey',
    ],
  ])('sees what CDK lets through: %s', (_, queue, deadLetters, verdict, reason) => {
    const hop = hopOf(oneStack(queue, new App(), deadLetters));
    expect(hop).toMatchObject({ verdict, reason: expect.stringContaining(reason) });
  });

  it('compares an account that the stack names only if it is told the account', () => {
    const app = new App({ context: { '@aws-cdk/aws-events:eventsTargetQueueSameAccount': true } });
    const env = { account: '111122223333', region: 'eu-west-1' };
    const templates = oneStack({ encryption: QueueEncryption.KMS }, app, undefined, env);
    const reasonIn = (environment: object) => hopOf(templates, environment).reason;
    expect(reasonIn({})).toContain('wants 111122223333, the request has ⟨AWS::AccountId⟩');
    expect(reasonIn({ ...env, account: '444455556666' })).toContain('has 444455556666');
    // CDK puts the same condition on the key, and no page of AWS says that EventBridge passes the
    // account on to KMS.
    expect(reasonIn(env)).toMatch(
      /^Shop\/QueueKey\w+ may not .* carries aws:SourceAccount is not known$/,
    );
  });
});

describe('Flow of a target with a RuleTargetInput', () => {
  const country = EventField.fromPath('$.detail.data.country');
  const data = EventField.fromPath('$.detail.data');

  function deliveredBy(message: RuleTargetInput): unknown {
    const app = new App();
    const stack = new Stack(app, 'Shop');
    const target = new SqsQueue(new Queue(stack, 'Queue'), { message });
    const eventBus = new EventBus(stack, 'Bus');
    new Rule(stack, 'Rule', { eventBus, eventPattern, targets: [target] });
    const hop = hopOf(templatesOf(app));
    expect(hop.verdict).toBe('delivered');
    return hop.delivers;
  }

  test.each<[string, RuleTargetInput, object]>([
    ['fromEventPath', RuleTargetInput.fromEventPath('$.detail.data'), { body: { country: 'US' } }],
    ['fromText', RuleTargetInput.fromText(`to ${country}, "fast"`), { body: 'to US, "fast"' }],
    ['fromText without a field', RuleTargetInput.fromText('fast'), { body: 'fast' }],
    [
      'fromMultilineText',
      RuleTargetInput.fromMultilineText(`to ${country}\n${data}`),
      { body: '"to US"\n"{country:US}"', text: '"to US"\n"{country:US}"' },
    ],
    [
      'fromObject',
      RuleTargetInput.fromObject({ to: country, all: [data, 1], why: `to ${country}` }),
      { body: { to: 'US', all: [{ country: 'US' }, 1], why: 'to US' } },
    ],
    [
      'fromObject without a field',
      RuleTargetInput.fromObject({ from: Aws.ACCOUNT_ID }),
      { body: { from: '⟨AWS::AccountId⟩' } },
    ],
  ])('tells what it gets by %s', (_, message, delivers) => {
    expect(deliveredBy(message)).toEqual(delivers);
  });
});
