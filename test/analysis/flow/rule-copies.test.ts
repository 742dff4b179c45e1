import { type Change, hopOf, shop } from './shop-template';

const ruled =
  (target: object, queue: object = {}): Change =>
  ({ Queue, Rule }) => {
    const fifo = { FifoQueue: true, ContentBasedDeduplication: true };
    Object.assign(Queue.Properties, fifo, queue);
    const SqsParameters = { MessageGroupId: 'all' };
    Object.assign(Rule.Properties.Targets[0] ?? {}, { SqsParameters, ...target });
  };

const transformed = (InputTemplate: string) => ({
  InputPath: undefined,
  InputTransformer: {
    InputPathsMap: { id: '$.id', type: '$.detail-type', country: '$.detail.data.country' },
    InputTemplate,
  },
});

const byInput =
  "the target's input, by whose text the queue deduplicates, is the same for many events: of all message groups Shop/Queue keeps one in five minutes and drops the others";

describe('copiesByRule', () => {
  it.each<[string, object, string]>([
    ['the detail', {}, ''],
    ['the whole event', { InputPath: undefined }, ''],
    ['the id in a text', transformed('{"a":<id>,"b":<type>}'), ''],
    ['the event in a text', transformed('{"a":<aws.events.event.json>}'), ''],
    [
      'a field of the data',
      { InputPath: '$.detail.data.country' },
      'Shop/Queue takes events with the same $.detail.data.country within five minutes for one',
    ],
    [
      'that in a text',
      transformed('{"a":<country>}'),
      'Shop/Queue takes events with the same $.detail.data.country within five minutes for one',
    ],
    [
      'the time it came in',
      transformed('{"a":"<aws.events.event.ingestion-time>"}'),
      'with the same aws.events.event.ingestion-time within five minutes for one',
    ],
  ])('delivers by %s', (_, target, reason) => {
    const hop = hopOf(shop(ruled(target)));
    expect(hop.verdict).toBe('delivered');
    expect(hop.reason).toContain(reason);
    expect(hop.reason.includes('five minutes')).toBe(reason !== '');
  });

  it.each<[string, object]>([
    ['a constant', { InputPath: undefined, Input: '{"a":1}' }],
    ['the type', { InputPath: '$.detail-type' }],
    ['a field of the data that says the type', { InputPath: '$.detail.type' }],
    ['a fixed text', transformed('{"a":1}')],
    ['the type in a text', transformed('{"a":<type>}')],
    ['the name of the rule', transformed('{"a":"<aws.events.rule-name>"}')],
  ])('is unknown by %s', (_, target) => {
    const detail = { type: 'a', data: { country: 'US' } };
    expect(hopOf(shop(ruled(target)), { detail })).toMatchObject({
      verdict: 'unknown',
      reason: byInput,
      delivers: { unknown: byInput },
    });
  });

  it.each([
    ...['version', 'detail-type', 'source', 'account', 'region', 'resources'],
    ...['type', 'source', 'specversion', 'datacontenttype', 'dataschema', 'partitionkey'].map(
      (name) => `detail.${name}`,
    ),
  ])('is unknown by the %s of an event', (path) => {
    const names = ['type', 'source', 'specversion', 'datacontenttype', 'dataschema'];
    const detail = Object.fromEntries([...names, 'partitionkey'].map((name) => [name, 'x']));
    const hop = hopOf(shop(ruled({ InputPath: `$.${path}` })), { detail });
    expect(hop).toMatchObject({ verdict: 'unknown', reason: byInput });
  });

  it('says so of each group', () => {
    const change = ruled({ InputPath: '$.detail-type' }, { DeduplicationScope: 'messageGroup' });
    expect(hopOf(shop(change)).reason).toContain('of each message group Shop/Queue keeps one');
  });

  it('asks nothing of a standard queue', () => {
    const standard = ruled(
      { InputPath: '$.detail-type' },
      { FifoQueue: undefined, ContentBasedDeduplication: undefined },
    );
    expect(hopOf(shop(standard)).verdict).toBe('delivered');
  });
});
