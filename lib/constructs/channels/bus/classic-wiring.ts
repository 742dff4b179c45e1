import { type CfnResource, Resource, Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import {
  from,
  fromAnyRuleOf,
  letServiceSend,
  OpenedKeys,
  type RequiredStatement,
} from '../../policies';
import type { SubscriptionBinding, SubscriptionRequest } from '../channel/channel';
import { classicRule } from './classic-rule';

/**
 * Where a rule puts what it could not deliver: the bus's own queue, or one that is made for the
 * subscription.
 */
export interface Undelivered {
  readonly queue: IQueue;
  /** Called with the rule once it is there. */
  readonly admit?: (ruleArn: string) => RequiredStatement[];
}

export interface ClassicWiringOptions {
  readonly busName: string;
  /** Keys whose owner has let EventBridge in already. */
  readonly opened: readonly IKey[];
  readonly undelivered: (scope: Construct, request: SubscriptionRequest) => Undelivered;
  /**
   * What has to stand before a rule can: the name of the bus is a literal, which brings no
   * dependency of its own.
   */
  readonly before?: readonly CfnResource[];
}

/**
 * How a subscription is wired to a Classic bus, wherever the bus comes from. References run one
 * way, from the subscription to the bus and the key, so that the three may stand in any stacks:
 * what is shared names all rules of the bus by a pattern, what is the subscription's names its one
 * rule.
 */
export class ClassicWiring {
  private readonly keys: OpenedKeys;

  constructor(private readonly options: ClassicWiringOptions) {
    this.keys = new OpenedKeys('events.amazonaws.com', options.opened);
  }

  bind(scope: Construct, request: SubscriptionRequest): SubscriptionBinding {
    const { busName, before = [] } = this.options;
    const undelivered = this.options.undelivered(scope, request);
    const rule = classicRule(scope, { busName, request, undeliveredQueue: undelivered.queue });
    for (const resource of before) rule.addResourceDependency(resource);
    return {
      undeliveredQueue: undelivered.queue,
      requiredStatements: [
        ...this.admitRule(scope, request.queue, rule.attrArn),
        ...(undelivered.admit?.(rule.attrArn) ?? []),
        ...this.keys.open(request.encryptionKey),
      ],
    };
  }

  /**
   * A queue of another stack can't name the rule: the rule names the queue, and two stacks would
   * refer to each other. Nor can a queue of another owner, who has to know what to allow before the
   * rule is there.
   */
  private admitRule(scope: Construct, queue: IQueue, ruleArn: string): RequiredStatement[] {
    const here = Stack.of(queue) === Stack.of(scope) && Resource.isOwnedResource(queue);
    const conditions = here ? from(ruleArn, scope) : fromAnyRuleOf(this.options.busName, scope);
    return letServiceSend('events.amazonaws.com', queue, {
      conditions,
      purpose: 'delivery to the queue',
    });
  }
}
