import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describeWithShared, sharedPath } from '../../support/shared';

const root = resolve(__dirname, '../../..');
const program = ['-r', './scripts/typescript.cjs', 'examples/retailer/main.ts'];

const run = (...options: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [...program, ...options], {
    cwd: root,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
};

const json = (...options: string[]) =>
  JSON.parse(
    execFileSync(process.execPath, [...program, '--json', ...options], {
      cwd: root,
      encoding: 'utf8',
    }),
  );

interface Printed {
  readonly subscribers: Record<
    string,
    { readonly orders: string[]; readonly outOfOrder: number; readonly keepsOrder?: boolean }
  >;
}

/** One field of each subscriber's. */
function each<T>({ subscribers }: Printed, field: (of: Printed['subscribers'][string]) => T) {
  return Object.fromEntries(Object.entries(subscribers).map(([name, of]) => [name, field(of)]));
}

const sharesOf = (day: Printed) => each(day, ({ orders }) => orders);
const outOfOrder = (day: Printed) => each(day, (of) => of.outOfOrder);
const keepsOrder = (day: Printed) => each(day, (of) => of.keepsOrder);

const ofAll = <T>(value: T) => ({
  FraudReview: value,
  Analytics: value,
  Daventry: value,
  Rotterdam: value,
  Barcelona: value,
  Malmo: value,
});

describe('npm start', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'retailer-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const csv = (...rows: string[]) => {
    const file = join(folder, 'orders.csv');
    const header =
      'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country';
    writeFileSync(file, [header, ...rows, ''].join('\n'));
    return file;
  };

  it('gives every subscriber what its filters name', () => {
    const file = csv(
      '1,A,Lamp,2,2010-12-01 08:00:00,3.5,17850.0,United Kingdom',
      '2,A,Lamp,300,2010-12-01 08:01:00,3.5,,Germany',
      'C3,A,Lamp,-1,2010-12-01 08:02:00,3.5,17850.0,Spain',
      '4,A,Lamp,1,2010-12-01 08:03:00,3.5,17851.0,Japan',
      '1,B,Bulb,0,2010-12-01 08:00:00,3.5,17850.0,United Kingdom',
      '1,C,Shade,1,2010-12-01 08:00:00,1.5,17850.0,United Kingdom',
    );
    expect(json('--orders', file)).toEqual({
      channel: 'classic',
      rows: 6,
      rowsInOrders: 5,
      rowsRefused: 1,
      refused: [{ line: 6, reason: expect.stringContaining('quantity 0') }],
      events: 4,
      unmatched: 0,
      undelivered: 0,
      noWarehouse: ['4'],
      subscribers: {
        FraudReview: { events: 1, orders: ['2'], outOfOrder: 0, keepsOrder: false },
        Analytics: {
          events: 4,
          orders: ['1', '2', 'C3', '4'],
          outOfOrder: expect.any(Number),
          keepsOrder: false,
        },
        Daventry: { events: 1, orders: ['1'], outOfOrder: 0, keepsOrder: false },
        Rotterdam: { events: 1, orders: ['2'], outOfOrder: 0, keepsOrder: false },
        Barcelona: { events: 1, orders: ['C3'], outOfOrder: 0, keepsOrder: false },
        Malmo: { events: 0, orders: [], outOfOrder: 0 },
      },
    });
  });

  it('refuses the rows of an order that no event can hold, and goes on', () => {
    const long = 'x'.repeat(1_000_000);
    const file = csv(
      `1,A,${long},2,2010-12-01 08:00:00,3.5,,Spain`,
      '2,A,Lamp,2,2010-12-01 08:00:00,3.5,,Spain',
    );
    const day = json('--orders', file);
    expect(day).toMatchObject({ rows: 2, rowsInOrders: 1, rowsRefused: 1, events: 1 });
    expect(day.refused).toEqual([
      { line: 2, reason: expect.stringContaining("can't be published") },
    ]);
  });

  it('makes up the same day for the same seed, and another for another', () => {
    const [one, again, other] = ['1', '1', '2'].map((seed) =>
      json('--seed', seed, '--count', '20'),
    );
    expect(one.events).toBe(20);
    expect(again).toEqual(one);
    expect(other).not.toEqual(one);
  });

  it('routes the same day over each channel, and tells what came out of order', () => {
    const [classic, standard, fifo] = ['classic', 'standard', 'fifo'].map((channel) =>
      json('--channel', channel),
    );
    expect([classic, standard, fifo].map(({ channel }) => channel)).toEqual([
      'classic',
      'standard',
      'fifo',
    ]);
    expect(outOfOrder(fifo)).toEqual(ofAll(0));
    expect(keepsOrder(fifo)).toEqual(ofAll(true));
    for (const day of [classic, standard]) {
      expect(outOfOrder(day).Analytics).toBeGreaterThan(5);
      expect(outOfOrder(day).Daventry).toBeGreaterThan(5);
      expect(keepsOrder(day)).toEqual(ofAll(false));
    }
    expect(sharesOf(classic)).toMatchObject({ Daventry: expect.arrayContaining(['600002']) });
    expect(sharesOf(standard)).toEqual(sharesOf(classic));
    expect(sharesOf(fifo)).toEqual(sharesOf(classic));
  });

  it('prints a table for people, without colours where nobody watches', () => {
    const { status, stdout, stderr } = run(
      '--orders',
      csv('1,A,Lamp,2,2010-12-01 08:00:00,3.5,,Japan'),
    );
    expect(status).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toContain('1 rows: 1 in orders, 0 refused');
    expect(stdout).toMatch(/│ Analytics +│ +1 │ +0 │ +0 │/);
    expect(stdout).toMatch(/│ Malmo +│ +0 │ +0 │ +1 │/);
    expect(stdout).toContain('1 events published on a Classic bus, ');
    expect(stdout).toContain('No warehouse took 1 of them: 1');
    expect(stdout.trimEnd().split('\n').at(-1)).toMatch(
      /^No consumer got two orders of one customer/,
    );
    expect(stdout).not.toContain('\u001b');
  });

  test.each([
    ['a missing file', ['--orders', 'no-such.csv'], /^no-such\.csv can't be read: ENOENT/],
    ['a directory', ['--orders', '.'], /^\. can't be read: EISDIR/],
    ['a file of another format', ['--orders', 'package.json'], /^package\.json: /],
    ['an option that it does not know', ['--order', 'x'], /--order/],
    ['an option without its value', ['--orders'], /--orders/],
    ['a seed that is no whole number', ['--seed', '1.5'], /seed/],
    ['a count that is no number', ['--count', ''], /count/],
    [
      'a channel that there is not',
      ['--channel', 'kafka'],
      /^--channel: "kafka".*classic.*standard.*fifo$/m,
    ],
    ['an empty channel', ['--channel', ''], /^--channel: "" is no channel/],
    ['a seed beside a file', ['--orders', 'x', '--seed', '1'], /no effect/],
  ])('ends with 2 and one line on %s', (_name, options, message) => {
    const { status, stdout, stderr } = run(...options);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('tells its options', () => {
    expect(run('--help')).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringContaining('--orders FILE.csv'),
    });
  });
});

describeWithShared('npm start on real orders', () => {
  test.each([
    {
      file: '2010-12-01.csv',
      summary: {
        rows: 3108,
        rowsInOrders: 3098,
        rowsRefused: 10,
        events: 133,
        unmatched: 0,
        undelivered: 0,
      },
      shares: {
        FraudReview: 10,
        Analytics: 133,
        Daventry: 127,
        Rotterdam: 4,
        Barcelona: 0,
        Malmo: 1,
      },
      noWarehouse: ['536389'],
      cancelled: 6,
    },
    {
      file: '2011-12-05.csv',
      summary: {
        rows: 5331,
        rowsInOrders: 5323,
        rowsRefused: 8,
        events: 143,
        unmatched: 0,
        undelivered: 0,
      },
      shares: {
        FraudReview: 13,
        Analytics: 143,
        Daventry: 132,
        Rotterdam: 5,
        Barcelona: 1,
        Malmo: 4,
      },
      noWarehouse: ['580553'],
      cancelled: 16,
    },
  ])(
    '$file: every event is in the queues that its filters name',
    ({ file, summary, shares, noWarehouse, cancelled }) => {
      const day = json('--orders', sharedPath(`orders/${file}`));
      expect(day).toMatchObject({ ...summary, noWarehouse });
      const subscribers: [string, { events: number; orders: string[] }][] = Object.entries(
        day.subscribers,
      );
      expect(Object.fromEntries(subscribers.map(([name, { events }]) => [name, events]))).toEqual(
        shares,
      );
      for (const [, { events, orders }] of subscribers) expect(new Set(orders).size).toBe(events);
      const all: string[] = day.subscribers.Analytics.orders;
      expect(all.filter((invoice) => invoice.startsWith('C'))).toHaveLength(cancelled);
    },
  );
});
