import { type Answer, all, no, unknown, yes } from './answer';
import { type Delivery, type Ending, endUnknown } from './delivery';
import { type Envelope, wrap } from './envelope';
import { doubtOf } from './graph/resources';
import type { ChannelNode, Hop, PutEvent, Route, RuleNode, RuleTarget, Verdict } from './model';
import { same } from './resolution/compare';
import { hasHole } from './resolution/symbolic-text';
import type { PatternTest } from './rule-pattern';

/**
 * Where an event goes. What doesn't depend on the event, whether a target lets its rule in, is
 * decided when the templates are read; here only the patterns are asked, and the two are put
 * together.
 */
export interface ReadRule {
  readonly node: RuleNode;
  readonly pattern: PatternTest;
  /** A delivery for each target of the rule. */
  readonly deliveries: readonly Delivery[];
}

function judgeState({ state }: RuleNode): Answer {
  if (state === 'DISABLED') return no('the rule is DISABLED');
  return hasHole(state) ? unknown(`the rule's state is ${state}`) : yes('');
}

function judgeChannel({ channel }: RuleNode, { arn }: ChannelNode): Answer {
  if (same(channel, arn) === 'yes') return yes('');
  return unknown(`the rule's bus may be another one: ${channel}`);
}

function judgeExistence(node: RuleNode | ChannelNode): Answer {
  const doubt = doubtOf(node.kind === 'channel' ? (node.declared ?? {}) : node);
  return doubt ? unknown(`the ${node.kind === 'channel' ? 'bus' : 'rule'}: ${doubt}`) : yes('');
}

/** The target refuses: what is left is its dead-letter queue. */
function endRefused({ admission, deadLetter }: RuleTarget): Ending {
  const { reason } = admission;
  if (!deadLetter) {
    return { verdict: 'lost', reason: `${reason}; the target has no dead-letter queue` };
  }
  const ends = { delivered: 'deadLettered', denied: 'lost', unknown: 'unknown' } as const;
  const verdict: Verdict = ends[deadLetter.verdict];
  return { verdict, reason: `${reason}; its dead-letter queue: ${deadLetter.reason}` };
}

/** Where a rule takes an event that it matches. */
interface Way {
  readonly target: RuleTarget;
  readonly delivery: Delivery;
}

function endMatched(way: Way | undefined, envelope: Envelope): Ending {
  if (!way) return { verdict: 'matched', reason: 'the rule has no target' };
  const { target, delivery } = way;
  const { verdict, reason } = target.admission;
  if (typeof delivery !== 'function') return endUnknown(delivery.undecided);
  if (verdict === 'denied') return endRefused(target);
  return verdict === 'delivered' ? delivery(envelope) : { verdict, reason };
}

const patterns = { yes: 'matched', no: 'filtered', unknown: 'unknown' } as const;

function end({ is, why }: Answer, way: Way | undefined, envelope: Envelope): Ending {
  if (is === 'yes') return endMatched(way, envelope);
  return { verdict: is === 'no' ? 'filtered' : 'unknown', reason: why };
}

function waysOf({ node, deliveries }: ReadRule): readonly (Way | undefined)[] {
  const ways = node.targets.flatMap((target, index) => {
    const delivery = deliveries[index];
    return delivery ? [{ target, delivery }] : [];
  });
  return ways.length > 0 ? ways : [undefined];
}

function hopsOf(rule: ReadRule, from: ChannelNode, envelope: Envelope): Hop[] {
  const { node, pattern } = rule;
  const takes = all([
    judgeState(node),
    pattern(envelope),
    judgeChannel(node, from),
    judgeExistence(node),
    judgeExistence(from),
  ]);
  return waysOf(rule).map((way) => ({
    rule: node,
    from,
    ...(way && { to: way.target.admission.to, target: way.target.admission }),
    ...end(takes, way, envelope),
    pattern: patterns[takes.is],
    ...(way?.target.deadLetter && { deadLetter: way.target.deadLetter }),
  }));
}

/** The rules that are, or may be, on a bus. */
export function rulesOn(channel: ChannelNode, rules: readonly ReadRule[]): ReadRule[] {
  return rules.filter(({ node }) => same(node.channel, channel.arn) !== 'no');
}

/** @throws TypeError naming every field of the event that PutEvents would refuse */
export function routeEvent(
  event: PutEvent,
  channel: ChannelNode,
  rules: readonly ReadRule[],
): Route {
  const envelope = wrap(event, channel);
  const hops = rules.flatMap((rule) => hopsOf(rule, channel, envelope));
  return { event, channel, hops, unmatched: hops.every((hop) => hop.pattern === 'filtered') };
}
