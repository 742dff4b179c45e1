import { deadLetterFor, judgeContent } from './acceptance';
import { refusalOf } from './admission/subscription';
import { type Answer, all, unknown, yes } from './answer';
import { onwardFromQueue, type ReadQueues } from './consumers/route-queue';
import { type Ending, endBroken, endRefused, endUnknown } from './endings';
import { doubtOf } from './graph/resources';
import type { Message } from './message';
import type {
  SubscriptionHop,
  SubscriptionNode,
  TopicMessage,
  TopicNode,
  TopicRoute,
} from './model';
import { deliveredBy } from './notification';
import type { FilterTest } from './patterns/filter-policy';
import { same } from './resolution/compare';
import { fieldOf } from './resolution/template';
import { shareDeadLetters } from './shared-dead-letters';
import { contentFor, heldBy, setAside } from './subscription-content';

/**
 * Where a message goes from a topic: to every subscription whose filter policy takes it. As with
 * rules, what doesn't depend on the message is decided when the templates are read.
 */
export interface ReadSubscription {
  readonly node: SubscriptionNode;
  readonly filter: FilterTest;
}

export interface ReadTopic {
  readonly node: TopicNode;
  readonly subscriptions: readonly ReadSubscription[];
}

/** More in a raw message is a client error. Source: https://docs.aws.amazon.com/sns/latest/dg/sns-message-attributes.html */
const MOST_RAW_ATTRIBUTES = 10;

function judgeTopic({ channel }: SubscriptionNode, { arn }: TopicNode): Answer {
  if (same(channel, arn) === 'yes') return yes('');
  return unknown(`the subscription's topic may be another one: ${channel}`);
}

function judgeExistence(node: SubscriptionNode, { declared }: TopicNode): Answer {
  const doubt = doubtOf(node);
  if (doubt) return unknown(`the subscription: ${doubt}`);
  const topicDoubt = doubtOf(declared ?? {});
  return topicDoubt ? unknown(`the topic: ${topicDoubt}`) : yes('');
}

function endDelivered(node: SubscriptionNode, message: Message, topic: TopicNode): Ending {
  const { rawMessageDelivery: raw, admission, deadLetter } = node;
  const count = Object.keys(message.attributes).length;
  if (count > MOST_RAW_ATTRIBUTES && raw !== 'no') {
    const reason = `the message has ${count} attributes, and a raw one takes ${MOST_RAW_ATTRIBUTES}`;
    if (raw === 'unknown') return { verdict: 'unknown', reason };
    return endBroken({ who: 'subscription', reason, deadLetter });
  }
  if (fieldOf(topic.declared?.properties, 'DataProtectionPolicy') !== undefined) {
    return {
      verdict: 'unknown',
      reason: 'the topic has a DataProtectionPolicy, which is not read',
    };
  }
  const delivers = deliveredBy(node, message, topic);
  return { verdict: 'delivered', reason: admission?.reason ?? '', delivers };
}

/** What a queue refuses with an error of the client SNS sends to the dead-letter queue. */
function endDenied(
  node: SubscriptionNode,
  reason: string,
  message: Message,
  topic: TopicNode,
): Ending {
  const content = contentFor(node, message, topic);
  const deadLetter = content ? deadLetterFor(node.deadLetter, setAside(content)) : node.deadLetter;
  return endRefused({ who: 'subscription', reason, deadLetter });
}

/** The queue may be too small for what is let into it. */
function endAdmitted(node: SubscriptionNode, message: Message, topic: TopicNode): Ending {
  const ending = endDelivered(node, message, topic);
  const content = contentFor(node, message, topic);
  const to = node.admission?.to;
  if (ending.verdict !== 'delivered' || !content || typeof to !== 'object') return ending;
  const { is, why } = judgeContent(to, content);
  if (is === 'yes') return ending;
  return is === 'no' ? endDenied(node, why, message, topic) : endUnknown(why);
}

function endMatched(node: SubscriptionNode, message: Message, topic: TopicNode): Ending {
  const { admission, protocol, endpoint } = node;
  if (!admission) {
    return {
      verdict: 'unknown',
      reason: `what becomes of it at ${protocol} ${endpoint} is not read`,
    };
  }
  const { to, verdict, reason } = admission;
  const refusal = typeof to === 'string' ? undefined : refusalOf(to, topic);
  if (refusal) return { verdict: 'lost', reason: refusal };
  if (verdict === 'denied') return endDenied(node, reason, message, topic);
  if (verdict === 'unknown') return { verdict, reason };
  return endAdmitted(node, message, topic);
}

const patterns = { yes: 'matched', no: 'filtered', unknown: 'unknown' } as const;

function hopOf(
  { node, filter }: ReadSubscription,
  topic: TopicNode,
  message: Message,
  queues: ReadQueues,
) {
  const { admission, deadLetter, endpoint } = node;
  const { is, why } = all([filter(message), judgeTopic(node, topic), judgeExistence(node, topic)]);
  const unread: Ending = { verdict: is === 'no' ? 'filtered' : 'unknown', reason: why };
  const ending = is === 'yes' ? endMatched(node, message, topic) : unread;
  const onward =
    ending.verdict === 'delivered'
      ? onwardFromQueue(admission?.to, queues, () => heldBy(node, message, ending.delivers))
      : undefined;
  const hop: SubscriptionHop = {
    subscription: node,
    from: topic,
    to: admission?.to ?? endpoint,
    ...(admission && { target: admission }),
    ...ending,
    pattern: patterns[is],
    ...(deadLetter && { deadLetter }),
    ...(onward && { onward }),
  };
  return hop;
}

/** The subscriptions that are, or may be, to a topic. */
export function subscriptionsTo(
  topic: TopicNode,
  subscriptions: readonly ReadSubscription[],
): ReadSubscription[] {
  return subscriptions.filter(({ node }) => same(node.channel, topic.arn) !== 'no');
}

export function routeMessage(
  message: Message,
  { node: topic, subscriptions }: ReadTopic,
  queues: ReadQueues,
  event?: TopicMessage,
): TopicRoute {
  const hops = shareDeadLetters(
    subscriptions.map((subscription) => hopOf(subscription, topic, message, queues)),
  );
  const unmatched = hops.every(({ pattern }) => pattern === 'filtered');
  return { ...(event && { event }), channel: topic, hops, unmatched };
}
