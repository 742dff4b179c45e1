import fc from 'fast-check';
import type { Way } from '../../../examples/retailer/entrance';
import {
  type Arrival,
  followers,
  keepsOrder,
  keptGroupOf,
  outOfOrder,
  seen,
} from '../../../examples/retailer/out-of-order';
import { seededRandom } from '../../../examples/retailer/random';

const arrivalsOf = (
  customers: readonly (string | undefined)[],
  groupOf: (customer: string | undefined, at: number) => string | undefined,
) =>
  customers.map(
    (customer, published): Arrival => ({
      published,
      customer,
      group: groupOf(customer, published),
    }),
  );

const none = () => undefined;
const invoice = (_customer: unknown, at: number) => `invoice-${at}`;
const hundred = Array.from({ length: 100 }, () => 'one');
const customers = fc.array(fc.constantFrom('ann', 'bob', 'cy'), { maxLength: 300 });
const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });

describe('outOfOrder', () => {
  test.each([
    ['nothing', []],
    ['one event', ['ann']],
    ['events of different customers', Array.from({ length: 100 }, (_, at) => `customer ${at}`)],
    ["guests' events, which are no customer's", Array.from({ length: 100 }, none)],
  ])('is 0 for %s, though nothing keeps their order', (_name, some) => {
    expect(outOfOrder(arrivalsOf(some, none))).toBe(0);
  });

  it('counts where nothing keeps the order of a customer', () => {
    expect(outOfOrder(arrivalsOf(hundred, none))).toBeGreaterThan(50);
  });

  it('counts where each event has a message group of its own', () => {
    expect(outOfOrder(arrivalsOf(hundred, invoice))).toBeGreaterThan(50);
  });

  it('counts only what is outside of a group', () => {
    const half = arrivalsOf(hundred, (one, at) => (at < 50 ? one : undefined));
    expect(outOfOrder(half)).toBeGreaterThan(0);
    expect(outOfOrder(half.slice(0, 50))).toBe(0);
  });

  test('for every day, events in groups of their customers come in order', () => {
    fc.assert(
      fc.property(customers, (some) => {
        expect(outOfOrder(arrivalsOf(some, (customer) => customer))).toBe(0);
      }),
    );
  });

  test('for every day, events that are all in one group come in order', () => {
    fc.assert(
      fc.property(customers, (some) => {
        expect(outOfOrder(arrivalsOf(some, () => 'all'))).toBe(0);
      }),
    );
  });
});

describe('followers', () => {
  test.each([
    ['none of nothing', [], 0],
    ['none of different customers', ['ann', 'bob'], 0],
    ['all but the first of one', ['ann', 'ann', 'ann'], 2],
    ['those of each customer', ['ann', 'bob', 'ann', 'bob', 'cy'], 2],
    ['none of guests', [undefined, undefined, 'ann', undefined], 0],
  ])('are %s', (_name, some, count) => {
    expect(followers(arrivalsOf(some, none))).toBe(count);
  });
});

describe('keepsOrder', () => {
  const day = ['ann', 'bob', undefined, 'ann'];

  test.each([
    ["each customer's events in a group", (one?: string) => one ?? 'guests', true],
    ['all events in one group', () => 'all', true],
    ['a group an invoice: those of one customer are in several', invoice, false],
    ['no groups', none, false],
    ['a guest without a group', (one?: string) => one, false],
    ['one without a group', (_one?: string, at = 0) => (at === 3 ? undefined : 'all'), false],
  ])('tells it of %s', (_name, groupOf, expected) => {
    expect(keepsOrder(arrivalsOf(day, groupOf))).toBe(expected);
  });
});

describe('seen', () => {
  test('for every day and seed, a consumer sees each event once', () => {
    fc.assert(
      fc.property(customers, seeds, (some, seed) => {
        const arrivals = arrivalsOf(some, (one) => (one === 'ann' ? one : undefined));
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
      (customer) => customer,
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
