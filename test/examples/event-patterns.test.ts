import { readFileSync } from 'node:fs';
import {
  isLargeOrder,
  reachesOnCall,
  reasoning,
  whoGets,
  whyNot,
} from '../../examples/event-patterns';
import { inRoot } from '../../scripts/pages';
import { run } from '../cli/run';

const file = (name: string): string => inRoot(`examples/event-patterns/${name}`);
const read = (name: string): string => readFileSync(file(name), 'utf8');

const order = (country: string, total: number): string =>
  JSON.stringify({ source: 'shop.checkout', detail: { data: { shipTo: { country }, total } } });

/** What stands between the marks of a region. */
const whyNotText = read('why-not.txt')
  .replace(/^#region.*\n/, '')
  .replace(/#endregion\n$/, '');

describe('the event patterns of the guide', () => {
  it('match a large order to Canada and no small one', () => {
    expect(isLargeOrder(order('CA', 100))).toBe(true);
    expect(isLargeOrder(order('CA', 99.99))).toBe(false);
  });

  it('say why an order was not matched, as the page shows it', () => {
    expect(`${whyNot(read('order.json'))}\n`).toBe(whyNotText);
  });

  it('are asked from the command line in the same words', async () => {
    const args = ['--pattern', file('large-orders.json'), '--event', file('order.json')];

    expect(await run(['patterns', 'explain', ...args])).toEqual({
      code: 1,
      output: whyNotText,
      errors: '',
    });
  });

  it('are asked all at once', () => {
    expect(whoGets(order('US', 6000))).toEqual(['seattle', 'insurance']);
    expect(whoGets(order('FR', 1))).toEqual([]);
  });

  it('are compared without events', () => {
    const { never, twice, nothingNew } = reasoning();

    expect(never).toMatchObject({ answer: 'no', reason: expect.stringContaining('FR') });
    expect(twice).toMatchObject({ answer: 'yes', needsArray: false });
    expect(nothingNew.answer).toBe('yes');
  });

  it('are filter policies of SNS in another dialect', () => {
    expect(reachesOnCall('{"priority":"urgent"}')).toBe(true);
    expect(reachesOnCall('urgent')).toBe(false);
  });
});
