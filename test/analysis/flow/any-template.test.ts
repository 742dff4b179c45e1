import fc from 'fast-check';
import { Flow } from '../../../lib/analysis';
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

const verdicts = ['matched', 'filtered', 'unknown', 'delivered', 'deadLettered', 'lost'];

/** The rule of the one template publishes to the topic of the other. */
function bothTemplates() {
  const shop = shopTemplate();
  shop.Resources.Rule.Properties.Targets.push({ Id: 'Topic', Arn: { Ref: 'Topic' } });
  const topics = topicTemplate();
  const { Topic, Key, Queue, QueuePolicy, Subscription } = topics.Resources;
  const topicsOnly = { Topic, TopicKey: Key, TopicQueue: Queue, TopicQueuePolicy: QueuePolicy };
  return { ...shop, Resources: { ...shop.Resources, ...topicsOnly, Subscription } };
}

function verdictsOf(flow: Flow): string[] {
  return flow.channels.flatMap(({ type, arn: channel }) => {
    if (type === 'topic')
      return flow.route(grouped, { channel }).hops.map(({ verdict }) => verdict);
    const { hops } = flow.route(order, { channel });
    const onward = hops.flatMap((hop) => hop.onward?.hops ?? []);
    return [...hops, ...onward].map(({ verdict }) => verdict);
  });
}

const grouped = { ...placed, messageGroupId: 'customer-1' };

describe.each([
  ['with a bus', shopTemplate()],
  ['with a topic', topicTemplate()],
  ['with both', bothTemplates()],
])('Flow of any template %s', (_, written) => {
  const template = JSON.parse(JSON.stringify(written));
  const way = fc.constantFrom(...waysIn(template).filter(({ length }) => length > 0));

  it('answers for every template in which one value is replaced', () => {
    const answers = fc.property(way, odd, (at, value) => {
      const flow = Flow.of({ Shop: replaceAt(template, at, value) as object }, environment);
      for (const verdict of verdictsOf(flow)) expect(verdicts).toContain(verdict);
    });
    fc.assert(answers, { numRuns: 500 });
  });
});
