import { Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { type ChannelService, channelServices } from './channel-service';
import type { RequiredStatement } from './policy-owner';

/**
 * Key policies. A key is opened to a service once, for every queue of its account, by the
 * encryption context that SQS always sends: it then names no rule and no queue, so it neither grows
 * nor refers back to a stack that refers to the key. Actions stand in alphabetical order, which is
 * how CDK writes them under its feature flag: the template is the same with and without it.
 */

const eventBridge = 'events.amazonaws.com';

/** Lets the service of a channel write to queues under this key. */
function forQueues(service: ChannelService, key: IKey): PolicyStatement {
  return new PolicyStatement({
    principals: [new ServicePrincipal(service)],
    actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
    resources: ['*'],
    conditions: {
      ArnLike: {
        'kms:EncryptionContext:aws:sqs:arn': Stack.of(key).formatArn({
          service: 'sqs',
          resource: '*',
        }),
      },
    },
  });
}

/**
 * Lets SNS keep messages of the account's topics under this key, by the encryption context that it
 * always sends. Source:
 * https://docs.aws.amazon.com/sns/latest/dg/sns-enable-encryption-for-topic.html
 */
function forTopics(key: IKey): PolicyStatement {
  const topics = Stack.of(key).formatArn({ service: 'sns', resource: '*' });
  return new PolicyStatement({
    principals: [new ServicePrincipal('sns.amazonaws.com')],
    actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
    resources: ['*'],
    conditions: { ArnLike: { 'kms:EncryptionContext:aws:sns:topicArn': topics } },
  });
}

/**
 * Lets EventBridge keep a bus and its archive under this key. DescribeKey sends no encryption
 * context, so it has a statement of its own: under the context's condition it would be denied.
 * ReEncrypt* is the archive's. Source:
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-encryption-event-bus-cmkey.html and
 * .../encryption-archives.html
 */
function forBus(busArn: string, archived: boolean): PolicyStatement[] {
  const principals = [new ServicePrincipal(eventBridge)];
  const actions = ['kms:Decrypt', 'kms:GenerateDataKey', ...(archived ? ['kms:ReEncrypt*'] : [])];
  return [
    new PolicyStatement({ principals, actions: ['kms:DescribeKey'], resources: ['*'] }),
    new PolicyStatement({
      principals,
      actions,
      resources: ['*'],
      conditions: { StringEquals: { 'kms:EncryptionContext:aws:events:event-bus:arn': busArn } },
    }),
  ];
}

/** An imported key answers every grant with success and adds nothing: only statementAdded tells. */
function missing(key: IKey, purpose: string, statements: PolicyStatement[]): RequiredStatement[] {
  return statements
    .filter((statement) => !key.addToResourcePolicy(statement, true).statementAdded)
    .map((statement) => ({ policyOf: key.keyArn, purpose, statement }));
}

/** Returns what the key's owner has to add, where it can't be added here. */
export function openKeyToQueues(service: ChannelService, key: IKey): RequiredStatement[] {
  const purpose = `${channelServices[service]}, to write to queues under this key,`;
  return missing(key, purpose, [forQueues(service, key)]);
}

/** Returns what the key's owner has to add, where it can't be added here. */
export function openKeyToBus(key: IKey, busArn: string, archived: boolean): RequiredStatement[] {
  return missing(key, 'EventBridge, to keep the bus under this key,', forBus(busArn, archived));
}

/** Returns what the key's owner has to add, where it can't be added here. */
export function openKeyToTopics(key: IKey): RequiredStatement[] {
  return missing(key, 'SNS, to keep messages under this key,', [forTopics(key)]);
}

/** The keys that a channel has opened to its service, each once. */
export class OpenedKeys {
  /** What the owner of each key has to add, by the key's ARN. */
  private readonly required = new Map<string, RequiredStatement[]>();

  /** @param opened keys whose owner has let the service in already */
  constructor(
    private readonly service: ChannelService,
    opened: readonly IKey[],
  ) {
    for (const key of opened) this.required.set(arnOf(key), []);
  }

  /** Returns what the key's owner has to add, where it can't be added here. */
  open(key?: IKey): RequiredStatement[] {
    if (!key) return [];
    const required = this.required.get(arnOf(key)) ?? openKeyToQueues(this.service, key);
    this.required.set(arnOf(key), required);
    return required;
  }
}

/** Two objects that name a key alike, by an import or a parameter, are one key. */
const arnOf = (key: IKey): string => JSON.stringify(Stack.of(key).resolve(key.keyArn));
