import { type Content, deadLetterFor, judgeContent, judgePublished } from './acceptance';
import { type Answer, all, no, unknown, yes } from './answer';
import { held, onwardFromQueue, type ReadQueues } from './consumers/route-queue';
import type { Arrival, Delivery } from './delivery';
import { endRefused, endUnknown } from './endings';
import { type Envelope, wrap } from './envelope';
import { doubtOf } from './graph/resources';
import { publishedByRule } from './message';
import type { BusNode, Hop, PutEvent, Route, RuleNode, RuleTarget } from './model';
import type { PatternTest } from './patterns/rule-pattern';
import { same } from './resolution/compare';
import { hasHole, unknownText } from './resolution/symbolic-text';
import { type ReadTopic, routeMessage } from './route-topic';
import { copiesByRule } from './rule-copies';

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

/**
 * What a dead-letter queue gets: the event itself, and attributes that say what went wrong. Source:
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html
 */
function setAside({ fields }: Envelope): Content {
  const StringValue = unknownText('what went wrong');
  const attributes = { ERROR_MESSAGE: { DataType: 'String', StringValue } };
  return { text: JSON.stringify(fields), attributes };
}

function endDenied({ target }: Way, reason: string, envelope: Envelope): Arrival {
  const deadLetter = deadLetterFor(target.deadLetter, setAside(envelope));
  return endRefused({ who: 'target', reason, deadLetter });
}

/** Does the target take the text that arrives? */
function judgeText({ target, topic }: Way, text: string): Answer {
  const { to } = target.admission;
  const content = { text, attributes: {} };
  if (topic) return judgePublished(topic.node, content);
  return typeof to === 'string' ? yes('') : judgeContent(to, content);
}

function endAdmitted(way: Way, arrival: Arrival, envelope: Envelope): Arrival {
  if (arrival.verdict !== 'delivered' || arrival.text === undefined) return arrival;
  const { is, why } = all([judgeText(way, arrival.text), copiesByRule(way.target)]);
  if (is === 'no') return endDenied(way, why, envelope);
  if (is === 'unknown') return endUnknown(why);
  return why === '' ? arrival : { ...arrival, reason: `${arrival.reason}; ${why}` };
}

function endMatched(way: Way | undefined, envelope: Envelope): Arrival {
  if (!way) return { verdict: 'matched', reason: 'the rule has no target' };
  const { target, delivery } = way;
  const { verdict, reason } = target.admission;
  if (typeof delivery !== 'function') return endUnknown(delivery.undecided);
  if (verdict === 'denied') return endDenied(way, reason, envelope);
  if (verdict !== 'delivered') return { verdict, reason };
  return endAdmitted(way, delivery(envelope), envelope);
}

const patterns = { yes: 'matched', no: 'filtered', unknown: 'unknown' } as const;

function end({ is, why }: Answer, way: Way | undefined, envelope: Envelope): Arrival {
  if (is === 'yes') return endMatched(way, envelope);
  return { verdict: is === 'no' ? 'filtered' : 'unknown', reason: why };
}

/** From a topic or queue that got the event it goes on to the subscriptions or consumers. */
function onwardFrom({ target, topic }: Way, arrival: Arrival, queues: ReadQueues): Hop['onward'] {
  const { verdict, delivers, text } = arrival;
  if (verdict !== 'delivered') return undefined;
  if (!topic) return onwardFromQueue(target.admission.to, queues, () => held(delivers, text));
  const unread =
    delivers && 'unknown' in delivers ? delivers : { unknown: 'its text is not known' };
  const message = publishedByRule(text === undefined ? unread : { text });
  const event = text === undefined ? undefined : { message: text };
  return routeMessage(message, topic, queues, event);
}

interface Place {
  readonly channel: BusNode;
  readonly queues: ReadQueues;
}

function hopOf(
  { node, pattern }: ReadRule,
  way: Way | undefined,
  { channel: from, queues }: Place,
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
  const onward = way && onwardFrom(way, arrival, queues);
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

/** What is in a queue was taken, whatever becomes of it there. */
function isUnmatched({ pattern, onward }: Hop): boolean {
  if (onward?.channel.kind === 'channel' && onward.unmatched) return true;
  return pattern === 'filtered';
}

/** @throws TypeError naming every field of the event that PutEvents would refuse */
export function routeEvent(
  event: PutEvent,
  channel: BusNode,
  rules: readonly ReadRule[],
  queues: ReadQueues,
): Route {
  const envelope = wrap(event, channel);
  const place = { channel, queues };
  const hops = rules.flatMap((rule) => rule.ways.map((way) => hopOf(rule, way, place, envelope)));
  return { event, channel, hops, unmatched: hops.every(isUnmatched) };
}
