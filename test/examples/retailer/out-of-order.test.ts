import fc from 'fast-check';
import type { Way } from '../../../examples/retailer/entrance';
import {
  type Arrival,
  keptGroupOf,
  outOfOrder,
  seen,
} from '../../../examples/retailer/out-of-order';
import { seededRandom } from '../../../examples/retailer/random';

const arrivalsOf = (
  keys: readonly string[],
  groupOf: (key: string, at: number) => string | undefined,
) => keys.map((key, published): Arrival => ({ published, key, group: groupOf(key, published) }));

const none = () => undefined;
const hundred = Array.from({ length: 100 }, () => 'one');
const keys = fc.array(fc.constantFrom('ann', 'bob', 'cy'), { maxLength: 300 });
const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });

describe('outOfOrder', () => {
  test.each([
    ['nothing', []],
    ['one event', ['ann']],
    ['events of different keys', Array.from({ length: 100 }, (_, at) => `key ${at}`)],
  ])('is 0 for %s, though nothing keeps their order', (_name, some) => {
    expect(outOfOrder(arrivalsOf(some, none))).toBe(0);
  });

  it('counts where nothing keeps the order of a key', () => {
    expect(outOfOrder(arrivalsOf(hundred, none))).toBeGreaterThan(50);
  });

  it('counts where each event has a message group of its own', () => {
    expect(outOfOrder(arrivalsOf(hundred, (_key, at) => `group ${at}`))).toBeGreaterThan(50);
  });

  it('counts only what is outside of a group', () => {
    const half = arrivalsOf(hundred, (key, at) => (at < 50 ? key : undefined));
    expect(outOfOrder(half)).toBeGreaterThan(0);
    expect(outOfOrder(half.slice(0, 50))).toBe(0);
  });

  test('for every day, events in groups of their keys come in order', () => {
    fc.assert(
      fc.property(keys, (some) => {
        expect(outOfOrder(arrivalsOf(some, (key) => key))).toBe(0);
      }),
    );
  });

  test('for every day, events that are all in one group come in order', () => {
    fc.assert(
      fc.property(keys, (some) => {
        expect(outOfOrder(arrivalsOf(some, () => 'all'))).toBe(0);
      }),
    );
  });
});

describe('seen', () => {
  test('for every day and seed, a consumer sees each event once', () => {
    fc.assert(
      fc.property(keys, seeds, (some, seed) => {
        const arrivals = arrivalsOf(some, (key) => (key === 'ann' ? key : undefined));
        const order = seen(arrivals, seededRandom(seed)).map(({ published }) => published);
        expect([...order].sort((a, b) => a - b)).toEqual(some.map((_, at) => at));
      }),
    );
  });

  test('for every seed, an event overtakes none that was published a hundred before', () => {
    const arrivals = arrivalsOf(
      Array.from({ length: 500 }, (_, at) => `${at}`),
      none,
    );
    fc.assert(
      fc.property(seeds, (seed) => {
        let latest = 0;
        for (const { published } of seen(arrivals, seededRandom(seed))) {
          expect(published).toBeGreaterThan(latest - 100);
          latest = Math.max(latest, published);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('mixes the groups, which a FIFO queue does not keep in order among them', () => {
    const arrivals = arrivalsOf(
      Array.from({ length: 100 }, (_, at) => `${at}`),
      (key) => key,
    );
    const order = seen(arrivals, seededRandom(1)).map(({ published }) => published);
    expect(order).not.toEqual(arrivals.map(({ published }) => published));
  });
});

describe('keptGroupOf', () => {
  const fifoTopic = { type: 'topic', fifo: 'yes' };
  const fifoQueue = { properties: { FifoQueue: true } };
  const delivers = { body: {}, messageGroupId: 'customer-1' };
  const wayOf = (changed: object) =>
    ({ from: fifoTopic, to: fifoQueue, delivers, ...changed }) as unknown as Way;

  test.each([
    ['true', true],
    ["'true', which CloudFormation takes as well", 'true'],
  ])('is the group that a FIFO topic hands a FIFO queue: FifoQueue is %s', (_name, FifoQueue) => {
    expect(keptGroupOf(wayOf({ to: { properties: { FifoQueue } } }))).toBe('customer-1');
  });

  test.each([
    ['a standard topic', { from: { type: 'topic', fifo: 'no' } }],
    ['a topic of which that is not known', { from: { type: 'topic', fifo: 'unknown' } }],
    ['a bus', { from: { type: 'classicBus' } }],
    ['a standard queue', { to: { properties: {} } }],
    ['a queue of which that is not known', { to: { properties: { FifoQueue: { Ref: 'Kind' } } } }],
    ['a queue of another app', { to: 'arn:aws:sqs:eu-west-1:111111111111:other.fifo' }],
    ['an event without a group', { delivers: { body: {} } }],
    ['an unknown delivery', { delivers: { unknown: 'the body' } }],
    ['no delivery', { delivers: undefined }],
  ])('is none for %s', (_name, changed) => {
    expect(keptGroupOf(wayOf(changed))).toBeUndefined();
  });
});
