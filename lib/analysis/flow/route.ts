import { type Answer, all, no, unknown, yes } from './answer';
import { deliver } from './delivery';
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

type Ending = Pick<Hop, 'verdict' | 'reason'>;

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

function endMatched(target: RuleTarget | undefined): Ending {
  if (!target) return { verdict: 'matched', reason: 'the rule has no target' };
  const { admission } = target;
  if (admission.verdict === 'denied') return endRefused(target);
  return { verdict: admission.verdict, reason: admission.reason };
}

const patterns = { yes: 'matched', no: 'filtered', unknown: 'unknown' } as const;

function end({ is, why }: Answer, target: RuleTarget | undefined): Ending {
  if (is === 'yes') return endMatched(target);
  return { verdict: is === 'no' ? 'filtered' : 'unknown', reason: why };
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
  const targets: readonly (RuleTarget | undefined)[] =
    node.targets.length > 0 ? node.targets : [undefined];
  return targets.map((target) => {
    const ending = end(takes, target);
    return {
      rule: node,
      from,
      ...(target && { to: target.admission.to, target: target.admission }),
      ...ending,
      pattern: patterns[takes.is],
      ...(target?.deadLetter && { deadLetter: target.deadLetter }),
      ...(target && ending.verdict === 'delivered' && { delivers: deliver(target, envelope) }),
    };
  });
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
