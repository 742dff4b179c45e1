import { readFileSync } from 'node:fs';
import type { ChannelName } from '../../../examples/retailer/channels';
import { generateInvoices } from '../../../examples/retailer/generate';
import { type Invoices, readInvoices } from '../../../examples/retailer/invoices';
import { type Day, routeDay } from '../../../examples/retailer/route-day';
import { Flow } from '../../../lib/analysis';
import { describeWithShared, sharedPath } from '../../support/shared';
import { expectedNoWarehouse, expectedShares } from './expected-shares';
import { resourcesOf, type Templates, templates, without } from './retailer-templates';

const header = 'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country';
const small = readInvoices(
  [
    header,
    '1,A,Lamp,2,2010-12-01 08:00:00,3.5,17850.0,United Kingdom',
    '2,A,Lamp,2,2010-12-01 08:01:00,3.5,17850.0,United Kingdom',
    'C3,A,Lamp,-2,2010-12-01 08:02:00,3.5,17850.0,Sweden',
    '4,A,Lamp,2,2010-12-01 08:02:00,3.5,17850.0,Japan',
    '',
  ].join('\n'),
);

/** What `npm start` makes up. */
const madeUp = generateInvoices({ seed: 1, count: 150 });
const channels: ChannelName[] = ['classic', 'standard', 'fifo'];

interface Changed {
  readonly channel?: ChannelName;
  readonly invoices?: Invoices;
}

/** A day, routed through templates in which something was changed. */
function dayAfter(change: (all: Templates) => void, { channel, invoices = small }: Changed = {}) {
  const all = templates(channel);
  change(all);
  return routeDay(invoices, Flow.of(all), { warehouses: 'RetailerWarehouses' });
}

/** Who may see an event after a later one of the same customer. */
function outOfOrder({ subscribers }: Day): string[] {
  const entries = Object.entries(subscribers);
  return entries.filter(([, share]) => share.outOfOrder > 0).map(([name]) => name);
}

function expectSharesOf(day: Day, { orders }: Invoices): void {
  const shares = Object.entries(day.subscribers).map(([name, share]) => [name, share.orders]);
  expect(Object.fromEntries(shares)).toEqual(expectedShares(orders));
  expect(day).toMatchObject({
    events: orders.length,
    unmatched: 0,
    undelivered: 0,
    noWarehouse: expectedNoWarehouse(orders),
  });
}

describe('routeDay', () => {
  test.each(channels)(
    'delivers every order to whom its country and its type name (%s)',
    (channel) => {
      const { subscribers, noWarehouse, unmatched, undelivered } = dayAfter(() => {}, { channel });
      expect({ noWarehouse, unmatched, undelivered }).toEqual({
        noWarehouse: ['4'],
        unmatched: 0,
        undelivered: 0,
      });
      expect(subscribers.Daventry).toMatchObject({ events: 2, undelivered: 0, orders: ['1', '2'] });
      expect(subscribers.Malmo).toMatchObject({ events: 1, undelivered: 0, orders: ['C3'] });
      expect(subscribers.Analytics?.orders).toEqual(['1', '2', 'C3', '4']);
    },
  );

  test.each(channels)('gives the same shares of a made-up day on every channel (%s)', (channel) => {
    const invoices = generateInvoices({ seed: 7, count: 400 });
    const day = dayAfter(() => {}, { channel, invoices });
    expect(day.channel).toBe(channel);
    expectSharesOf(day, invoices);
  });

  it.each(channels)(
    'counts as undelivered what the policy of a queue does not let in (%s)',
    (channel) => {
      const day = dayAfter((all) => without(all, 'AWS::SQS::QueuePolicy', 'DaventryQueue'), {
        channel,
      });
      expect(day.subscribers.Daventry).toMatchObject({ events: 0, undelivered: 2, orders: [] });
      expect(day.undelivered).toBe(2);
      expect(day.noWarehouse).toEqual(['1', '2', '4']);
    },
  );

  test.each<[ChannelName, string]>([
    ['classic', 'AWS::Events::Rule'],
    ['standard', 'AWS::SNS::Subscription'],
    ['fifo', 'AWS::SNS::Subscription'],
  ])('counts as unmatched what nobody takes (%s)', (channel, type) => {
    const day = dayAfter((all) => without(all, type, 'OrdersAnalytics'), { channel });
    expect(day.unmatched).toBe(1);
    expect(day.subscribers).not.toHaveProperty('Analytics');
  });

  it('refuses the rows of an order that a topic cannot hold, though a bus can', () => {
    const long = `1,A,${'x'.repeat(300_000)},2,2010-12-01 08:00:00,3.5,,Spain`;
    const invoices = readInvoices(`${header}\n${long}\n`);
    expect(dayAfter(() => {}, { invoices }).rowsRefused).toBe(0);
    const { refused } = dayAfter(() => {}, { invoices, channel: 'fifo' });
    expect(refused).toEqual([{ line: 2, reason: expect.stringContaining('262144') }]);
  });

  it('tells how far it is after every order', () => {
    const said: string[] = [];
    routeDay(small, Flow.of(templates()), {
      warehouses: 'RetailerWarehouses',
      progress: (done, of) => said.push(`${done}/${of}`),
    });
    expect(said).toEqual(['1/4', '2/4', '3/4', '4/4']);
  });
});

describe('the order of a day', () => {
  test.each<[ChannelName, string[]]>([
    ['classic', ['Analytics', 'Daventry', 'Rotterdam', 'Barcelona']],
    ['standard', ['Analytics', 'Daventry', 'Rotterdam', 'Barcelona']],
    ['fifo', []],
  ])('is what the channel promises (%s)', (channel, expected) => {
    const day = dayAfter(() => {}, { channel, invoices: madeUp });
    expect(outOfOrder(day)).toEqual(expected);
    const shares = Object.values(day.subscribers).filter(({ events }) => events > 0);
    expect(shares.length).toBeGreaterThan(4);
    expect(new Set(shares.map(({ keepsOrder }) => keepsOrder))).toEqual(
      new Set([channel === 'fifo']),
    );
  });

  test.each(channels)('shows on a made-up day what nothing keeps (%s)', (channel) => {
    const { Analytics } = dayAfter(() => {}, { channel, invoices: madeUp }).subscribers;
    expect(Analytics?.followers).toBeGreaterThan(15);
    if (channel === 'fifo') expect(Analytics?.outOfOrder).toBe(0);
    else expect(Analytics?.outOfOrder).toBeGreaterThan(5);
  });

  test.each(channels)('is claimed of nobody who got nothing (%s)', (channel) => {
    const { subscribers } = dayAfter(() => {}, { channel, invoices: readInvoices(`${header}\n`) });
    const claims = Object.values(subscribers).map((share) => 'keepsOrder' in share);
    expect(claims).toEqual([false, false, false, false, false, false]);
  });

  test.each(channels)('is nothing that two guests have (%s)', (channel) => {
    const guests = Array.from(
      { length: 100 },
      (_, at) => `${at},A,Lamp,2,2010-12-01 08:00:00,3.5,,United Kingdom`,
    );
    const invoices = readInvoices([header, ...guests, ''].join('\n'));
    const { Daventry } = dayAfter(() => {}, { channel, invoices }).subscribers;
    expect(Daventry).toMatchObject({ events: 100, followers: 0, outOfOrder: 0 });
  });

  it('is not kept by a queue that is no FIFO queue, behind a FIFO topic', () => {
    const day = dayAfter(
      (all) => {
        for (const { resource } of resourcesOf(all, 'AWS::SQS::Queue', 'Daventry')) {
          for (const name of Object.keys(resource.Properties)) {
            if (/Fifo|Deduplication/.test(name)) delete resource.Properties[name];
          }
        }
      },
      { channel: 'fifo', invoices: madeUp },
    );
    expect(outOfOrder(day)).toEqual(['Daventry']);
    expect(day.subscribers.Daventry).toMatchObject({ events: 136, keepsOrder: false });
    expect(day.subscribers.Analytics).toMatchObject({ events: 150, keepsOrder: true });
  });

  it('is not kept by a topic that is no FIFO topic', () => {
    const day = dayAfter(
      (all) => {
        for (const { resource } of resourcesOf(all, 'AWS::SNS::Topic')) {
          resource.Properties.FifoTopic = false;
        }
      },
      { channel: 'fifo', invoices: madeUp },
    );
    expect(day.channel).toBe('standard');
    expect(Object.values(day.subscribers).map(({ events }) => events)).toEqual([0, 0, 0, 0, 0, 0]);
    expect(day.undelivered).toBe(316); // a standard topic delivers to no FIFO queue
  });

  it('is not kept on a bus, though its rule delivers to a FIFO queue in one group', () => {
    const day = dayAfter(
      (all) => {
        for (const { resource } of resourcesOf(all, 'AWS::SQS::Queue', 'Daventry')) {
          Object.assign(resource.Properties, { FifoQueue: true, ContentBasedDeduplication: true });
        }
        for (const { resource } of resourcesOf(all, 'AWS::Events::Rule', 'Daventry')) {
          resource.Properties.Targets[0].SqsParameters = { MessageGroupId: 'all' };
        }
      },
      { channel: 'classic', invoices: madeUp },
    );
    expect(outOfOrder(day)).toEqual(['Analytics', 'Daventry', 'Rotterdam', 'Barcelona']);
    expect(day.subscribers.Daventry?.events).toBe(136);
  });
});

describeWithShared('routeDay on real orders', () => {
  test.each(
    ['2010-12-01.csv', '2011-12-05.csv'].flatMap((file) =>
      channels.map((channel) => ({ file, channel })),
    ),
  )('$file over $channel: each consumer gets what the orders say', ({ file, channel }) => {
    const invoices = readInvoices(readFileSync(sharedPath(`orders/${file}`), 'utf8'));
    const day = dayAfter(() => {}, { channel, invoices });
    expectSharesOf(day, invoices);
    if (channel === 'fifo') expect(outOfOrder(day)).toEqual([]);
    else expect(outOfOrder(day)).toEqual(expect.arrayContaining(['Analytics', 'Daventry']));
  });
});
