import { readFileSync } from 'node:fs';
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

  it('puts a picture to every channel, and to one at a time', () => {
    const pictures = page.match(/^```mermaid$/gm) ?? [];
    expect(pictures).toHaveLength(5);
  });

  it('names every delivery and both ways of dealing with poison', () => {
    for (const name of ['pull', 'push', 'oneAtATime']) expect(page).toContain(`Delivery.${name}`);
    for (const name of ['SET_ASIDE', 'HOLD']) expect(page).toContain(`OnPoison.${name}`);
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
