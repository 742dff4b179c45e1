import { jsonOfDay, printDay } from '../../../examples/retailer/print-day';
import type { Day } from '../../../examples/retailer/route-day';

const share = {
  events: 2,
  undelivered: 1,
  orders: ['1', '2'],
  followers: 1,
  outOfOrder: 0,
  keepsOrder: true,
};
const none = { events: 0, undelivered: 0, orders: [], followers: 0, outOfOrder: 0 };
const day: Day = {
  channel: 'fifo',
  rows: 4,
  rowsInOrders: 4,
  rowsRefused: 0,
  refused: [],
  events: 4,
  unmatched: 0,
  undelivered: 1,
  noWarehouse: [],
  subscribers: { Malmo: share },
};

const withShare = (changed: object): Day => ({
  ...day,
  subscribers: { Malmo: { ...share, ...changed } },
});

describe('printDay', () => {
  test.each([
    ['classic', '4 events published on a Classic bus, 0 that'],
    ['standard', '4 events published on an SNS standard topic, 0 that'],
    ['fifo', '4 events published on an SNS FIFO topic, 0 that'],
  ] as const)('tells the channel: %s', (channel, line) => {
    expect(printDay({ ...day, channel })).toContain(line);
  });

  const poison =
    "A consumer that sets an event aside breaks the order of that customer: what follows doesn't wait.";

  test.each([
    [
      'every consumer saw what the way to it keeps, and what would break it',
      day,
      ["Every consumer saw each customer's orders in order.", poison],
    ],
    [
      'the same, beside a consumer that got nothing',
      { ...day, subscribers: { Malmo: share, Rotterdam: none } },
      ["Every consumer saw each customer's orders in order.", poison],
    ],
    [
      'it was chance',
      withShare({ keepsOrder: false }),
      ["Every consumer saw each customer's orders in order, by chance: nothing keeps it."],
    ],
    [
      'it was not so',
      withShare({ keepsOrder: false, outOfOrder: 1 }),
      [
        '1 of the deliveries may come after a later one of the same customer: nothing keeps their order.',
      ],
    ],
    [
      'nothing can be told, as nobody came back',
      withShare({ followers: 0 }),
      ['No consumer got two orders of one customer: the day tells nothing of their order.'],
    ],
    [
      'nothing can be told of a day on which nothing was delivered',
      { ...day, subscribers: { Malmo: none } },
      ['No consumer got two orders of one customer: the day tells nothing of their order.'],
    ],
  ])('tells of the order that %s', (_name, of, lines) => {
    const told = printDay(of).split('\n');
    expect(told.slice(-lines.length - 1)).toEqual(['Every order has a warehouse.', ...lines]);
  });

  it('claims nothing of a day without orders', () => {
    const nothing = { ...day, rows: 0, rowsInOrders: 0, events: 0, undelivered: 0 };
    expect(
      printDay({ ...nothing, subscribers: { Malmo: none } })
        .split('\n')
        .slice(-2),
    ).toEqual([
      'No order was published.',
      'No consumer got two orders of one customer: the day tells nothing of their order.',
    ]);
  });

  it('draws a table as wide as it has room', () => {
    const lines = printDay(day, 70).split('\n');
    expect(lines).toContain(
      '│ subscriber │ delivered │ undelivered │ filtered out │ out of order │',
    );
    expect(lines).toContain(
      '│ Malmo      │         2 │           1 │            1 │            0 │',
    );
  });

  it('writes lines in a terminal that is too narrow for the table', () => {
    const text = printDay(day, 69);
    expect(text).not.toContain('│');
    expect(text).toContain(
      '\n\nMalmo\n  2 delivered, 1 undelivered\n  1 filtered out, 0 out of order\n\n',
    );
  });
});

describe('jsonOfDay', () => {
  it('tells of a subscriber what it got, what came out of order, and whether that is kept', () => {
    expect(
      JSON.parse(jsonOfDay({ ...day, subscribers: { Malmo: share, Rotterdam: none } })),
    ).toEqual({
      ...day,
      subscribers: {
        Malmo: { events: 2, orders: ['1', '2'], outOfOrder: 0, keepsOrder: true },
        Rotterdam: { events: 0, orders: [], outOfOrder: 0 },
      },
    });
  });
});
