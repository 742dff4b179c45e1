import { type Answer, all, no, unknown, yes } from './answer';
import type { Arrival, Delivery } from './delivery';
import { endRefused, endUnknown } from './endings';
import { type Envelope, wrap } from './envelope';
import { doubtOf } from './graph/resources';
import { publishedByRule } from './message';
import type { BusNode, Hop, PutEvent, Route, RuleNode, RuleTarget, TopicNode } from './model';
import type { PatternTest } from './patterns/rule-pattern';
import { same } from './resolution/compare';
import { hasHole } from './resolution/symbolic-text';
import { type ReadSubscription, routeMessage } from './route-topic';

/**
 * Where an event goes. What doesn't depend on the event, whether a target lets its rule in, is
 * decided when the templates are read; here only the patterns are asked, and the two are put
 * together.
 */
export interface ReadRule {
  readonly node: RuleNode;
  readonly pattern: PatternTest;
  /** Where it takes an event that it matches; one without a target if the rule has none. */
  readonly ways: readonly (Way | undefined)[];
}

/** A target of a rule. */
export interface Way {
  readonly target: RuleTarget;
  readonly delivery: Delivery;
  /** The topic that the target is. */
  readonly topic?: ReadTopic;
}

export interface ReadTopic {
  readonly node: TopicNode;
  readonly subscriptions: readonly ReadSubscription[];
}

function judgeState({ state }: RuleNode): Answer {
  if (state === 'DISABLED') return no('the rule is DISABLED');
  return hasHole(state) ? unknown(`the rule's state is ${state}`) : yes('');
}

function judgeBus({ channel }: RuleNode, { arn }: BusNode): Answer {
  if (same(channel, arn) === 'yes') return yes('');
  return unknown(`the rule's bus may be another one: ${channel}`);
}

function judgeExistence(what: string, resource: { readonly condition?: string } = {}): Answer {
  const doubt = doubtOf(resource);
  return doubt ? unknown(`the ${what}: ${doubt}`) : yes('');
}

function endMatched(way: Way | undefined, envelope: Envelope): Arrival {
  if (!way) return { verdict: 'matched', reason: 'the rule has no target' };
  const { target, delivery } = way;
  const { admission, deadLetter } = target;
  const { verdict, reason } = admission;
  if (typeof delivery !== 'function') return endUnknown(delivery.undecided);
  if (verdict === 'denied') return endRefused({ who: 'target', reason, deadLetter });
  return verdict === 'delivered' ? delivery(envelope) : { verdict, reason };
}

const patterns = { yes: 'matched', no: 'filtered', unknown: 'unknown' } as const;

function end({ is, why }: Answer, way: Way | undefined, envelope: Envelope): Arrival {
  if (is === 'yes') return endMatched(way, envelope);
  return { verdict: is === 'no' ? 'filtered' : 'unknown', reason: why };
}

/** From a topic that got the event it goes on to the topic's subscriptions. */
function onwardFrom({ topic }: Way, { verdict, delivers, text }: Arrival): Hop['onward'] {
  if (!topic || verdict !== 'delivered') return undefined;
  const { node, subscriptions } = topic;
  const unread =
    delivers && 'unknown' in delivers ? delivers : { unknown: 'its text is not known' };
  const message = publishedByRule(text === undefined ? unread : { text });
  const event = text === undefined ? undefined : { message: text };
  return routeMessage(message, node, subscriptions, event);
}

function hopOf(
  { node, pattern }: ReadRule,
  way: Way | undefined,
  from: BusNode,
  envelope: Envelope,
): Hop {
  const takes = all([
    judgeState(node),
    pattern(envelope),
    judgeBus(node, from),
    judgeExistence('rule', node),
    judgeExistence('bus', from.declared),
  ]);
  const arrival = end(takes, way, envelope);
  const { text: _, ...ending } = arrival;
  const onward = way && onwardFrom(way, arrival);
  return {
    rule: node,
    from,
    ...(way && { to: way.target.admission.to, target: way.target.admission }),
    ...ending,
    pattern: patterns[takes.is],
    ...(way?.target.deadLetter && { deadLetter: way.target.deadLetter }),
    ...(onward && { onward }),
  };
}

/** The rules that are, or may be, on a bus. */
export function rulesOn(bus: BusNode, rules: readonly ReadRule[]): ReadRule[] {
  return rules.filter(({ node }) => same(node.channel, bus.arn) !== 'no');
}

function isUnmatched({ pattern, onward }: Hop): boolean {
  return pattern === 'filtered' || onward?.unmatched === true;
}

/** @throws TypeError naming every field of the event that PutEvents would refuse */
export function routeEvent(event: PutEvent, channel: BusNode, rules: readonly ReadRule[]): Route {
  const envelope = wrap(event, channel);
  const hops = rules.flatMap((rule) => rule.ways.map((way) => hopOf(rule, way, channel, envelope)));
  return { event, channel, hops, unmatched: hops.every(isUnmatched) };
}
