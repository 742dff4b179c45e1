import { Stack, Token } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct, IDependable } from 'constructs';
import { SpillwayError } from '../../core/diagnostics';
import {
  from,
  fromAnyRuleOf,
  letEventBridgeSend,
  openKeyToQueues,
  type RequiredStatement,
} from '../policies';
import type { SubscriptionBinding, SubscriptionRequest } from './channel';
import { classicRule } from './classic-rule';

/** Where a rule puts what it could not deliver: the bus's own queue, or one that is made for the subscription. */
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
  /** What has to stand before a rule can: the name of the bus is a literal, which brings no dependency of its own. */
  readonly before?: IDependable[];
  /** Where the bus is, as far as that is known. */
  readonly account?: string;
  readonly region?: string;
}

/**
 * How a subscription is wired to a Classic bus, wherever the bus comes from. References run one way, from the subscription to the bus and the key,
 * so that the three may stand in any stacks: what is shared names all rules of the bus by a pattern, what is the subscription's names its one rule.
 */
export class ClassicWiring {
  private readonly opened: Set<string>;

  constructor(private readonly options: ClassicWiringOptions) {
    this.opened = new Set(options.opened.map(({ keyArn }) => keyArn));
  }

  bind(scope: Construct, request: SubscriptionRequest): SubscriptionBinding {
    const { busName, before = [] } = this.options;
    this.refuseOtherEnvironment(scope);
    const undelivered = this.options.undelivered(scope, request);
    const rule = classicRule(scope, { busName, request, undeliveredQueue: undelivered.queue });
    rule.node.addDependency(...before);
    return {
      undeliveredQueue: undelivered.queue,
      requiredStatements: [
        ...this.admitRule(scope, request.queue, rule.attrArn),
        ...(undelivered.admit?.(rule.attrArn) ?? []),
        ...this.open(request.encryptionKey),
      ],
    };
  }

  /** A queue of another stack can't name the rule: the rule names the queue, and two stacks would refer to each other. */
  private admitRule(scope: Construct, queue: IQueue, ruleArn: string): RequiredStatement[] {
    const here = Stack.of(queue) === Stack.of(scope);
    const conditions = here ? from(ruleArn, scope) : fromAnyRuleOf(this.options.busName, scope);
    return letEventBridgeSend(queue, { conditions, purpose: 'delivery to the queue' });
  }

  private open(key?: IKey): RequiredStatement[] {
    if (!key || this.opened.has(key.keyArn)) return [];
    this.opened.add(key.keyArn);
    return openKeyToQueues(key);
  }

  private refuseOtherEnvironment(scope: Construct): void {
    const { account, region } = Stack.of(scope);
    const differs = (here: string, there = here) =>
      !Token.isUnresolved(here) && !Token.isUnresolved(there) && here !== there;
    if (!differs(account, this.options.account) && !differs(region, this.options.region)) return;
    throw new SpillwayError(scope.node.path, [
      {
        id: 'spillway:environment',
        prop: 'from',
        given: `a bus in ${this.options.account}/${this.options.region} given to a stack in ${account}/${region}`,
        expected: 'a rule stands in the account and region of its bus',
        fix: 'Subscribe in a stack of that account and region.',
      },
    ]);
  }
}
