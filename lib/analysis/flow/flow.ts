import { readDelivery } from './delivery';
import { readChannels } from './graph/channels';
import { readKeys } from './graph/keys';
import { readQueues } from './graph/queues';
import { readRules } from './graph/rules';
import type { ChannelNode, PutEvent, QueueNode, Route, RuleNode } from './model';
import { type Environment, Resolver } from './resolution/resolver';
import { readTemplate } from './resolution/template';
import { type ReadRule, routeEvent, rulesOn } from './route';
import { patternTest } from './rule-pattern';

export interface RouteOptions {
  /** The bus that the event is put on, by name or ARN. @default - the only bus of the flow */
  readonly channel?: string;
}

/**
 * The graph of what synthesised templates do with events: buses, their rules, the queues that these
 * put events into. It reads nothing but the templates, of any CDK app or of none, and answers
 * `unknown`, with the reason, where they don't decide.
 */
export class Flow {
  /**
   * @param templates The parsed templates by stack name, all deployed to one account and region.
   * @param environment Where they are deployed to. What is left out stays open, so that a literal
   * account or region in a policy can't be compared with it.
   * @throws TypeError naming the stack whose template is not an object, or nests deeper than a
   * template can
   */
  static of(
    templates: { readonly [stackName: string]: object },
    environment: Environment = {},
  ): Flow {
    const read = Object.entries(templates).map(([stack, template]) =>
      readTemplate(stack, template),
    );
    const resolver = new Resolver(new Map(read.map((one) => [one.stack, one])), environment);
    const queues = readQueues(resolver);
    const byArn = new Map(queues.map((queue) => [queue.arn, queue]));
    const rules = readRules(resolver, { queues: byArn, keys: readKeys(resolver) });
    const channels = readChannels(
      resolver,
      rules.map(({ channel }) => channel),
    );
    return new Flow(channels, queues, rules);
  }

  private readonly rulesByChannel: ReadonlyMap<ChannelNode, readonly ReadRule[]>;

  private constructor(
    /** The buses that the templates declare, then those that only a rule names. */
    readonly channels: readonly ChannelNode[],
    readonly queues: readonly QueueNode[],
    readonly rules: readonly RuleNode[],
  ) {
    const read = rules.map((node) => ({
      node,
      pattern: patternTest(node.pattern),
      deliveries: node.targets.map((target) => readDelivery(target, node)),
    }));
    this.rulesByChannel = new Map(channels.map((channel) => [channel, rulesOn(channel, read)]));
  }

  /**
   * Where an event goes that a producer puts on a bus.
   *
   * @throws RangeError if the flow has no such bus, or several and none is named
   * @throws TypeError naming every field of the event that PutEvents would refuse
   */
  route(event: PutEvent, options: RouteOptions = {}): Route {
    const channel = this.findChannel(options.channel);
    return routeEvent(event, channel, this.rulesByChannel.get(channel) ?? []);
  }

  private findChannel(nameOrArn: string | undefined): ChannelNode {
    const { channels } = this;
    const byArn = channels.filter(({ arn }) => arn === nameOrArn);
    const byName = channels.filter(({ name }) => nameOrArn === undefined || name === nameOrArn);
    const found = byArn.length > 0 ? byArn : byName; // a bus may be called as another's ARN
    const [channel, ...others] = found;
    if (channel && others.length === 0) return channel;
    const given = nameOrArn === undefined ? 'not given' : JSON.stringify(nameOrArn);
    const known = this.channels.map(({ name, arn }) => `${name} (${arn})`).join(', ');
    throw new RangeError(
      `channel: ${given}; expected the name or ARN of one of the flow's buses: ${known || 'it has none'}`,
    );
  }
}
