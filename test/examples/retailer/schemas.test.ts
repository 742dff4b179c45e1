import Ajv2020 from 'ajv/dist/2020';
import { orderCancelled, orderPlaced } from '../../../examples/retailer/contracts';
import { eventOf } from '../../../examples/retailer/events';
import { generateInvoices } from '../../../examples/retailer/generate';
import { judgeOf } from '../../core/schemas/emit/judges';
import { resourcesOf, templates } from './retailer-templates';

const events = generateInvoices({ seed: 7, count: 1000 }).orders.map((order) =>
  JSON.parse(JSON.stringify(eventOf(order))),
);

describe('the schemas of the retailer', () => {
  test.each([orderPlaced, orderCancelled])('describe each $eventType of a day', (contract) => {
    const judge = new Ajv2020().compile(contract.schema ?? {});
    const own = events.filter(({ type }) => type === contract.eventType);
    expect(own.length).toBeGreaterThan(20);
    expect(own.filter(({ data }) => !judge(data))).toEqual([]);
  });

  it('refuse an order that does not say where it goes', () => {
    const judge = new Ajv2020().compile(orderPlaced.schema ?? {});
    expect(judge({ invoiceNo: '1', lines: [], total: 1 })).toBe(false);
  });

  it.each(['classic', 'standard', 'fifo'] as const)(
    'stand in one registry, whatever the channel (%s)',
    (channel) => {
      const all = templates(channel);
      expect(resourcesOf(all, 'AWS::EventSchemas::Registry')).toHaveLength(1);
      const names = resourcesOf(all, 'AWS::EventSchemas::Schema').map(
        ({ resource }) => resource.Properties.SchemaName,
      );
      expect(names).toEqual([
        'retailer.checkout@order.placed.v1',
        'retailer.checkout@order.cancelled.v1',
      ]);
    },
  );

  it('take as they are registered the orders of a day', () => {
    const [placed] = resourcesOf(templates('classic'), 'AWS::EventSchemas::Schema');
    const content = placed?.resource.Properties.Content;
    expect(content.length).toBeLessThan(5000);
    const orders = events.filter(({ type }) => type === orderPlaced.eventType);
    const takes = judgeOf(content, 'OpenApi3', 'retailer.checkout');
    expect(orders.filter(({ data }) => !takes(data))).toEqual([]);
  });
});
