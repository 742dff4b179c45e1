import { entranceOf, takerOf } from '../../../examples/retailer/entrance';
import { Flow, type MessageAttributes } from '../../../lib/analysis';
import { templates, without } from './retailer-templates';

const event = {
  specversion: '1.0',
  id: '536365',
  source: 'retailer.checkout',
  type: 'order.placed.v1',
  partitionkey: 'customer-17850',
  data: { shipTo: { country: 'Japan' }, total: 7 },
} as const;

describe('entranceOf', () => {
  test.each(['classic', 'standard', 'fifo'] as const)(
    'reads from the templates that the channel is %s',
    (channel) => {
      const { takers, ...entrance } = entranceOf(Flow.of(templates(channel)));
      expect(entrance.channel).toBe(channel);
      expect(takers.map(({ path }) => path?.split('/').slice(0, -1).join('/'))).toEqual([
        'RetailerOrders/Orders/FraudReview',
        'RetailerOrders/Orders/Analytics',
        'RetailerWarehouses/Daventry',
        'RetailerWarehouses/Rotterdam',
        'RetailerWarehouses/Barcelona',
        'RetailerWarehouses/Malmo',
      ]);
    },
  );

  test.each([
    ['classic', undefined, undefined],
    ['standard', undefined, 'retailer.checkout'],
    ['fifo', 'customer-17850', 'retailer.checkout'],
  ] as const)(
    'publishes the whole event, with the group and attributes of the channel (%s)',
    (channel, messageGroupId, source) => {
      const ways = entranceOf(Flow.of(templates(channel))).publish(event);
      const [delivered, ...others] = ways.filter(({ verdict }) => verdict === 'delivered');
      expect(others).toEqual([]);
      expect(delivered && takerOf(delivered).path).toContain('/Analytics/');
      expect(delivered?.delivers).toMatchObject({ body: event });
      const { delivers } = delivered as { delivers: Record<string, unknown> };
      expect(delivers.messageGroupId).toBe(messageGroupId);
      const attributes = delivers.messageAttributes as MessageAttributes | undefined;
      expect(attributes?.source?.StringValue).toBe(source);
    },
  );

  it('refuses templates without a channel', () => {
    const all = templates('standard');
    without(all, 'AWS::SNS::Topic', '');
    expect(() => entranceOf(Flow.of(all))).toThrow(
      new RangeError('the templates declare 0 buses and topics; expected one'),
    );
  });

  it('refuses templates with two', () => {
    const all = templates('standard');
    all.RetailerOrders.Resources.Another = { Type: 'AWS::SNS::Topic', Properties: {} };
    expect(() => entranceOf(Flow.of(all))).toThrow(
      new RangeError('the templates declare 2 buses and topics; expected one'),
    );
  });
});
