import fc from 'fast-check';
import { Flow } from '../../../lib/analysis';
import { queueTemplate } from './queue-template';
import { environment, order, shopTemplate } from './shop-template';
import { placed, topicTemplate } from './topic-template';

/** The ways to every value within a template. */
function waysIn(value: unknown, way: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null) return [way];
  const deeper = Object.entries(value).flatMap(([name, inner]) => waysIn(inner, [...way, name]));
  return [way, ...deeper];
}

function replaceAt(value: unknown, [name, ...rest]: string[], by: unknown): unknown {
  if (name === undefined) return by;
  const inner = (value as { [field: string]: unknown })[name];
  const changed = replaceAt(inner, rest, by);
  if (Array.isArray(value)) return value.map((item, at) => (String(at) === name ? changed : item));
  return { ...(value as object), [name]: changed };
}

const intrinsic = fc.constantFrom(
  'Ref',
  'Fn::GetAtt',
  'Fn::Join',
  'Fn::Sub',
  'Fn::Split',
  'Fn::If',
);
const odd = fc.oneof(
  fc.jsonValue(),
  fc.tuple(intrinsic, fc.jsonValue()).map(([name, argument]) => ({ [name]: argument })),
  fc.constantFrom('⟨Shop/Queue⟩', '${a}', '*', 'Queue', '__proto__', 'AWS::NoValue'),
);

const verdicts = ['matched', 'filtered', 'unknown', 'delivered', 'denied', 'deadLettered', 'lost'];

/** The rule of the one template publishes to the topic of the other. */
function bothTemplates() {
  const shop = shopTemplate();
  shop.Resources.Rule.Properties.Targets.push({ Id: 'Topic', Arn: { Ref: 'Topic' } });
  const topics = topicTemplate();
  const { Topic, Key, Queue, QueuePolicy, Subscription } = topics.Resources;
  const topicsOnly = { Topic, TopicKey: Key, TopicQueue: Queue, TopicQueuePolicy: QueuePolicy };
  return { ...shop, Resources: { ...shop.Resources, ...topicsOnly, Subscription } };
}

/** The rule puts the order into the queue of a pipe, the topic into that of a function. */
function allTemplates() {
  const both = bothTemplates();
  const { Work, Fifo, ...queues } = queueTemplate().Resources;
  const { Queue, TopicQueue } = both.Resources;
  const named = { ...queues, Queue: { ...Work, ...Queue }, TopicQueue: { ...Fifo, ...TopicQueue } };
  const text = JSON.stringify({ ...both.Resources, ...named, Key: both.Resources.Key });
  const renamed = text.replaceAll('["Work"', '["Queue"').replaceAll('["Fifo"', '["TopicQueue"');
  return { ...both, Resources: JSON.parse(renamed) };
}

interface AnyHop {
  readonly verdict: string;
  readonly onward?: { readonly hops: readonly AnyHop[] };
}

function verdictsIn(hops: readonly AnyHop[]): string[] {
  return hops.flatMap(({ verdict, onward }) => [verdict, ...verdictsIn(onward?.hops ?? [])]);
}

function verdictsOf(flow: Flow): string[] {
  const ofChannels = flow.channels.flatMap(({ type, arn: channel }) => {
    const event = type === 'topic' ? published : order;
    return verdictsIn(flow.route(event as typeof order, { channel }).hops);
  });
  const arns = flow.queues.map(({ arn }) => arn);
  const once = arns.filter((arn) => arns.indexOf(arn) === arns.lastIndexOf(arn));
  const ofQueues = once.flatMap((channel) => verdictsIn(flow.route(sent, { channel }).hops));
  return [...ofChannels, ...ofQueues];
}

/** The queues that an event goes on from. */
function queuesGoingOn(flow: Flow): string[] {
  const routes = flow.channels.map(({ type, arn: channel }) =>
    flow.route((type === 'topic' ? published : order) as typeof order, { channel }),
  );
  const onward = routes.flatMap(({ hops }) => hops.flatMap((hop) => hop.onward ?? []));
  return onward.flatMap(({ channel }) => (channel.kind === 'queue' ? [channel.arn] : []));
}

const published = { ...placed, messageGroupId: 'customer-1' };
const sent = { body: { partitionkey: 'customer-1' }, messageGroupId: 'customer-1' };

describe.each([
  ['with a bus', shopTemplate()],
  ['with a topic', topicTemplate()],
  ['with both', bothTemplates()],
  ['with queues, a pipe and a function', queueTemplate()],
  ['with all of them', allTemplates()],
])('Flow of any template %s', (_, written) => {
  const template = JSON.parse(JSON.stringify(written));
  const way = fc.constantFrom(...waysIn(template).filter(({ length }) => length > 0));

  it('answers for every template in which one value is replaced', () => {
    const answers = fc.property(way, odd, (at, value) => {
      const flow = Flow.of({ Shop: replaceAt(template, at, value) as object }, environment);
      for (const verdict of verdictsOf(flow)) expect(verdicts).toContain(verdict);
    });
    fc.assert(answers, { numRuns: 300 });
  });

  it('for every template without a pipe or function goes no further than a queue', () => {
    const goesOn = fc.property(way, odd, (at, value) => {
      const flow = Flow.of({ Shop: replaceAt(template, at, value) as object }, environment);
      if (flow.pipes.length + flow.eventSources.length > 0) return;
      expect(queuesGoingOn(flow)).toEqual([]);
    });
    fc.assert(goesOn, { numRuns: 100 });
  });
});
