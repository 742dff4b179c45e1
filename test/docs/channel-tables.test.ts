import { readFileSync } from 'node:fs';
import { channelCapabilities } from '../../lib/core/limits/channels';
import { capabilityTable } from '../../scripts/capability-table';
import { channelTable } from '../../scripts/channel-table';
import { operatorTable } from '../../scripts/operator-table';
import { inRoot } from '../../scripts/pages';
import { priceTable, unitPriceTable } from '../../scripts/price-table';

const page = readFileSync(inRoot('docs/guide/which-channel.md'), 'utf8');
const lines = (text: string) => text.split('\n');

describe('the guide to channels', () => {
  test.each([
    ['channels', channelTable],
    ['capabilities', capabilityTable],
    ['operators', operatorTable],
    ['prices', priceTable],
    ['unit-prices', unitPriceTable],
  ])('shows the table %s as the data has it (npm run docs)', (name, table) => {
    expect(page).toContain(`<!-- table ${name} -->\n${table()}\n<!-- end -->`);
  });

  it('puts a picture to every channel, to push and to one at a time', () => {
    const pictures = page.match(/^```mermaid$[\s\S]*?^```$/gm) ?? [];
    expect(pictures).toHaveLength(6);
    expect(pictures.filter((picture) => picture.includes('event source mapping'))).toHaveLength(1);
    expect(pictures.filter((picture) => picture.includes('a key at a time'))).toHaveLength(1);
  });

  it('calls a bus fast enough for half a second, which is more than any latency measured of it', () => {
    expect(page).toContain('| **Latency?** | half a second is fine | `ClassicBus` |');
    const figures = [...channelCapabilities.ClassicBus.latency.matchAll(/(\d+) ms/g)].map(
      ([, ms]) => Number(ms),
    );
    expect(Math.max(...figures)).toBe(387);
  });

  it('says what AWS says of a FIFO topic with filters, with the page', () => {
    expect(page).toContain('https://docs.aws.amazon.com/sns/latest/dg/fifo-message-dedup.html');
    expect(page).toContain('"support at-most-once delivery, as messages can be filtered out"');
  });

  it('marks as not verified whether a rule takes a message group from the event', () => {
    expect(page).toMatch(
      /^\*\*Not verified\*\*: whether a rule can take the message group[\s\S]{0,400}roadmap\/issues\/2298/m,
    );
  });

  it('counts the seven resources of a subscription to a FIFO topic', () => {
    expect(page).toMatch(/`Delivery\.pull` \|.*\(on a `FifoTopic` 7:/);
  });

  it('names every delivery and both ways of dealing with poison', () => {
    for (const name of ['pull', 'push', 'oneAtATime']) expect(page).toContain(`Delivery.${name}`);
    for (const name of ['SET_ASIDE', 'HOLD']) expect(page).toContain(`OnPoison.${name}`);
  });
});

describe('channelTable', () => {
  const cellsOf = (title: string) =>
    lines(channelTable())
      .find((line) => line.startsWith(`| ${title} |`))
      ?.split(' | ')
      .slice(1);

  it('says of every channel how often a subscription gets an event', () => {
    expect(cellsOf('a subscription gets an event')).toEqual([
      'at least once',
      'at least once',
      'AWS promises exactly once without a filter only; with one, and here each has one, it says at most once, "as messages can be filtered out"',
      'at least once',
      'once, if it is deleted in time; sent again within 5 minutes it is dropped |',
    ]);
  });

  it('says which numbers of receivers can be raised', () => {
    expect(cellsOf('receivers')?.slice(0, 3)).toEqual([
      '300 rules a bus (100 in two regions); can be raised',
      '200 subscriptions a topic, as each has a filter; can be raised',
      '100 subscriptions a topic; no page says that it can be raised',
    ]);
  });
});

describe('capabilityTable', () => {
  it('has a row a wish, a column a channel', () => {
    const rows = lines(capabilityTable()).filter((line) => line.startsWith('| '));
    expect(rows).toHaveLength(12);
    expect(rows.filter((row) => row.split(' | ').length !== 6)).toEqual([]);
  });

  it('says yes, or points to the reason', () => {
    expect(lines(capabilityTable())).toContain(
      '| `Delivery.oneAtATime` | yes | yes | no (1) | yes | no (1) |',
    );
  });

  it('gives each reason once, with its page and who can instead', () => {
    const reasons = lines(capabilityTable()).filter((line) => /^\d+\. /.test(line));
    expect(new Set(reasons).size).toBe(reasons.length);
    expect(reasons[0]).toBe(
      '1. A FIFO queue hands over one event a key at a time already ([AWS](https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/using-messagegroupid-property.html)). Take Delivery.pull or Delivery.push.',
    );
  });
});

describe('operatorTable', () => {
  test.each([
    ['| `wildcard` | yes | yes | yes |'],
    ['| `suffix` in `anything-but` | yes | no | no |'],
    ['| `equals-ignore-case` in `prefix` | yes | no | no |'],
    ['| fields in fields | yes | yes | no |'],
  ])('says of bus, body and attributes: %s', (row) => {
    expect(lines(operatorTable())).toContain(row);
  });
});

describe('priceTable', () => {
  it('shows region, date and how a figure comes about', () => {
    expect(lines(priceTable())[0]).toBe('| way | $ in us-east-1, November 2026 | that is |');
    expect(lines(priceTable())).toContain('| `ClassicBus`, pulled | 2.44 | 1 x 1 + 3.6 x 0.4 |');
  });
});
