import { granteesOf } from './admission/grantees';
import { sent } from './consumers/queue-message';
import { consumersByQueue, type ReadQueues, routeFromQueue } from './consumers/route-queue';
import { readDelivery } from './delivery';
import { findChannel, workQueues } from './find-channel';
import { type Graph, readGraph } from './graph/graph';
import { published } from './message';
import type {
  BusNode,
  ChannelNode,
  EventSourceNode,
  Grantee,
  PipeNode,
  PutEvent,
  QueueMessage,
  QueueNode,
  QueueRoute,
  Route,
  RuleNode,
  SubscriptionNode,
  TopicMessage,
  TopicNode,
  TopicRoute,
} from './model';
import { filterTest } from './patterns/filter-policy';
import { patternTest } from './patterns/rule-pattern';
import { type Environment, Resolver } from './resolution/resolver';
import { readTemplate } from './resolution/template';
import { type ReadRule, routeEvent, rulesOn, type Way } from './route';
import { type ReadTopic, routeMessage, subscriptionsTo } from './route-topic';

export interface RouteOptions {
  /**
   * The bus that the event is put on, the topic that it is published to, or the queue that it is
   * sent to, by name or ARN.
   * @default - the only bus or topic of the flow, or its only queue that is no dead-letter queue
   */
  readonly channel?: string;
}

/**
 * The graph of what synthesised templates do with events: buses and their rules, topics and their
 * subscriptions, the queues that these put events into, the pipes and functions that take them out
 * again. It reads nothing but the templates, of any CDK app or of none, and answers `unknown`, with
 * the reason, where they don't decide.
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
    return new Flow(readGraph(resolver));
  }

  /**
   * The buses that the templates declare, then those that only a rule names; the topics likewise.
   */
  readonly channels: readonly ChannelNode[];
  readonly queues: readonly QueueNode[];
  readonly rules: readonly RuleNode[];
  readonly subscriptions: readonly SubscriptionNode[];
  /** The pipes whose source is, or may be, a queue. */
  readonly pipes: readonly PipeNode[];
  /** The event source mappings of functions whose source is, or may be, a queue. */
  readonly eventSources: readonly EventSourceNode[];
  private readonly topics: ReadonlyMap<TopicNode, ReadTopic>;
  private readonly buses: ReadonlyMap<BusNode, readonly ReadRule[]>;
  private readonly consumed: ReadQueues;
  private readonly graph: Graph;

  private constructor(graph: Graph) {
    const { buses, topics, queues, rules, subscriptions, pipes, eventSources } = graph;
    this.channels = [...buses, ...topics];
    this.queues = queues;
    this.rules = rules;
    this.subscriptions = subscriptions;
    this.pipes = pipes;
    this.eventSources = eventSources;
    this.graph = graph;
    this.consumed = consumersByQueue(queues, pipes, eventSources);
    this.topics = readTopics(topics, subscriptions);
    this.buses = readBuses(buses, rules, [...this.topics.values()]);
  }

  /**
   * Where an event goes that a producer puts on a bus.
   *
   * @throws RangeError if the flow has no such bus, or several and none is named
   * @throws TypeError naming every field of the event that PutEvents would refuse
   */
  route(event: PutEvent, options?: RouteOptions): Route;
  /**
   * Where an event goes that a producer publishes to a topic.
   *
   * @throws RangeError if the flow has no such topic, or several and none is named
   * @throws TypeError naming every field of the message that Publish would refuse
   */
  route(event: TopicMessage, options?: RouteOptions): TopicRoute;
  /**
   * Where an event goes that a producer sends to a queue: to the pipes and functions of the templates
   * that take it out again.
   *
   * @throws RangeError if the flow has no such queue, or several and none is named
   * @throws TypeError naming every field of the message that SendMessage would refuse
   */
  route(event: QueueMessage, options?: RouteOptions): QueueRoute;
  route(
    event: PutEvent | TopicMessage | QueueMessage,
    { channel }: RouteOptions = {},
  ): Route | TopicRoute | QueueRoute {
    if ('message' in event) {
      const node = findChannel([...this.topics.keys()], 'topics', channel);
      const topic = this.topics.get(node) ?? { node, subscriptions: [] };
      return routeMessage(published(event, node), topic, this.consumed, event);
    }
    if ('body' in event) {
      const queue = findChannel(this.queues, 'queues', channel, workQueues(this));
      return routeFromQueue(sent(event, queue), queue, this.consumed, event);
    }
    const bus = findChannel([...this.buses.keys()], 'buses', channel);
    return routeEvent(event, bus, this.buses.get(bus) ?? [], this.consumed);
  }

  /**
   * Who may put such an event on a bus, a topic or a queue, by the policies of the templates' roles
   * and by its own. Of a topic and of a queue IAM knows no event: who may publish may publish any.
   */
  publishers(
    { source, detailType }: Pick<PutEvent, 'source' | 'detailType'>,
    channel: ChannelNode | QueueNode,
  ): readonly Grantee[] {
    if (channel.kind === 'channel' && channel.type === 'classicBus') {
      const on = { arn: channel.arn, policies: this.graph.busPolicies.get(channel.arn) ?? [] };
      const carries = new Map([
        ['events:source', [source]],
        ['events:detail-type', [detailType]],
      ]);
      return granteesOf({ action: 'events:PutEvents', on, carries }, this.graph);
    }
    const action = actions[channel.kind];
    return granteesOf({ action, on: channel, carries: new Map() }, this.graph);
  }

  /** Who may take events out of a queue, by the policies of the templates' roles and by its own. */
  receivers(queue: QueueNode): readonly Grantee[] {
    const action = 'sqs:ReceiveMessage';
    return granteesOf({ action, on: queue, carries: new Map() }, this.graph);
  }
}

const actions = { channel: 'sns:Publish', queue: 'sqs:SendMessage' } as const;

function readTopics(topics: readonly TopicNode[], subscriptions: readonly SubscriptionNode[]) {
  const read = subscriptions.map((node) => ({ node, filter: filterTest(node) }));
  return new Map(
    topics.map((node) => [node, { node, subscriptions: subscriptionsTo(node, read) }] as const),
  );
}

function readBuses(
  buses: readonly BusNode[],
  rules: readonly RuleNode[],
  topics: readonly ReadTopic[],
) {
  const byArn = new Map(topics.map((topic) => [topic.node.arn, topic]));
  const read = rules.map((node) => ({
    node,
    pattern: patternTest(node.pattern),
    ways: waysOf(node, byArn),
  }));
  return new Map(buses.map((bus) => [bus, rulesOn(bus, read)] as const));
}

function waysOf(rule: RuleNode, topics: ReadonlyMap<string, ReadTopic>): (Way | undefined)[] {
  if (rule.targets.length === 0) return [undefined];
  return rule.targets.map((target) => {
    const { to } = target.admission;
    const topic = typeof to === 'string' ? topics.get(to) : undefined;
    return { target, delivery: readDelivery(target, rule), ...(topic && { topic }) };
  });
}
