import type {
  BusNode,
  EventSourceNode,
  PipeNode,
  QueueNode,
  RuleNode,
  SubscriptionNode,
  TopicNode,
} from '../model';
import type { Resolver } from '../resolution/resolver';
import { type BusPolicies, readBusPolicies } from './bus-policies';
import { readBuses } from './buses';
import { readEventSources } from './event-sources';
import { readFunctions } from './functions';
import { readKeys } from './keys';
import { readPipes } from './pipes';
import { readQueues } from './queues';
import { type Role, type Roles, readForeignRoles, readRoles } from './roles';
import { readRules } from './rules';
import { readSubscriptions } from './subscriptions';
import { readTopics, undeclaredTopic } from './topics';

/** All nodes that the templates tell of. */
export interface Graph {
  readonly buses: readonly BusNode[];
  readonly topics: readonly TopicNode[];
  readonly queues: readonly QueueNode[];
  readonly rules: readonly RuleNode[];
  readonly subscriptions: readonly SubscriptionNode[];
  readonly pipes: readonly PipeNode[];
  readonly eventSources: readonly EventSourceNode[];
  readonly roles: Roles;
  readonly foreignRoles: readonly Role[];
  readonly busPolicies: BusPolicies;
}

const byArn = <T extends { readonly arn: string }>(nodes: readonly T[]) =>
  new Map(nodes.map((node) => [node.arn, node]));

/** Queues and topics first: whether they let something in is asked as rules are read. */
export function readGraph(resolver: Resolver): Graph {
  const queues = readQueues(resolver);
  const declared = byArn(readTopics(resolver));
  const surroundings = {
    queues: byArn(queues),
    topics: declared,
    functions: byArn(readFunctions(resolver)),
    keys: readKeys(resolver),
    roles: readRoles(resolver),
  };
  const rules = readRules(resolver, surroundings);
  const subscriptions = readSubscriptions(resolver, surroundings);
  const named = subscriptions.map(
    ({ channel }) => declared.get(channel) ?? undeclaredTopic(channel),
  );
  const buses = readBuses(
    resolver,
    rules.map(({ channel }) => channel),
  );
  const topics = [...byArn([...declared.values(), ...named]).values()];
  const pipes = readPipes(resolver, surroundings);
  const eventSources = readEventSources(resolver, surroundings);
  const { roles } = surroundings;
  const busPolicies = readBusPolicies(resolver);
  const nodes = { buses, topics, queues, rules, subscriptions, pipes, eventSources };
  return { ...nodes, roles, foreignRoles: readForeignRoles(resolver), busPolicies };
}
