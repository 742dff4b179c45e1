import { type App, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { EventBus, type IEventBus, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { AccountRootPrincipal, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { Queue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { event, type Shop, wantedBy } from './shop';

/**
 * The same shop as one writes it by hand, with the L2s as CDK's own README teaches them: the same types of resources, and equally many of each. Two
 * things differ, because these L2s know no other way that can be deployed. A rule's dead letters go to the subscription's own dead-letter queue (on
 * one for the whole bus the L2 adds a statement a rule, of which SQS takes 20, and in another stack a cycle), so the bus's own dead-letter queue takes
 * only what the bus could not encrypt. And nothing looks at what was synthesised.
 */
const kept: QueueProps = {
  enforceSSL: true,
  encryption: QueueEncryption.SQS_MANAGED,
  retentionPeriod: Duration.days(14),
  removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
};

export function buildRawCdk(app: App, { stacks }: Shop): void {
  const [first, ...others] = stacks.map((_, at) => new Stack(app, `Stack${at + 1}`));
  if (!first) return;
  const bus = busOf(first);
  [first, ...others].forEach((stack, at) => {
    for (const warehouse of stacks[at] ?? []) subscribe(stack, warehouse, bus);
  });
}

function busOf(stack: Stack): EventBus {
  const bus = new EventBus(stack, 'Bus', {
    deadLetterQueue: new Queue(stack, 'BusDeadLetters', kept),
  });
  bus.archive('Archive', {
    eventPattern: { source: [event.source] },
    retention: Duration.days(30),
  });
  bus.addToResourcePolicy(
    new PolicyStatement({
      sid: 'OwnAccount',
      principals: [new AccountRootPrincipal()],
      actions: ['events:PutEvents'],
      resources: [bus.eventBusArn],
    }),
  );
  return bus;
}

function subscribe(scope: Construct, warehouse: string, eventBus: IEventBus): void {
  const deadLetters = new Queue(scope, `Warehouse${warehouse}DeadLetters`, kept);
  const queue = new Queue(scope, `Warehouse${warehouse}Queue`, {
    ...kept,
    receiveMessageWaitTime: Duration.seconds(20),
    visibilityTimeout: Duration.seconds(30),
    deadLetterQueue: { queue: deadLetters, maxReceiveCount: 5 },
  });
  new Rule(scope, `Warehouse${warehouse}Rule`, {
    eventBus,
    eventPattern: {
      source: [event.source],
      detailType: [event.eventType],
      detail: { data: wantedBy(warehouse) },
    },
    targets: [
      new SqsQueue(queue, {
        message: RuleTargetInput.fromEventPath('$.detail'),
        deadLetterQueue: deadLetters,
        maxEventAge: Duration.hours(24),
        retryAttempts: 185,
      }),
    ],
  });
}
