import { eventOf, partitionKeyOf } from '../../../examples/retailer/events';
import type { Order } from '../../../examples/retailer/order';
import { toPublishInput } from '../../../lib/runtime';

const order: Order = {
  invoiceNo: '536365',
  kind: 'placed',
  time: '2010-12-01T08:26:00Z',
  country: 'Spain',
  customerId: '17850',
  lines: [{ stockCode: 'A', description: 'Lamp', quantity: 2, unitPrice: 3.5 }],
  total: 7,
  fileLines: [2],
};
const { customerId: _, ...ofGuest } = order;

describe('eventOf', () => {
  it('says what was bought, by whom and where it goes', () => {
    expect(eventOf(order)).toEqual({
      specversion: '1.0',
      id: '536365',
      source: 'retailer.checkout',
      type: 'order.placed.v1',
      time: '2010-12-01T08:26:00Z',
      partitionkey: 'customer-17850',
      data: {
        invoiceNo: '536365',
        customerId: '17850',
        shipTo: { country: 'Spain' },
        lines: [{ stockCode: 'A', description: 'Lamp', quantity: 2, unitPrice: 3.5 }],
        total: 7,
      },
    });
  });

  it('says what a cancellation gives back', () => {
    expect(eventOf({ ...order, kind: 'cancelled' })).toMatchObject({
      type: 'order.cancelled.v1',
      partitionkey: 'customer-17850',
      data: { refund: 7 },
    });
  });

  it('gives a FIFO topic the key as the message group', () => {
    const topicArn = 'arn:aws:sns:eu-west-1:111111111111:orders.fifo';
    expect(toPublishInput(eventOf(order), { topicArn }).MessageGroupId).toBe('customer-17850');
  });
});

describe('partitionKeyOf', () => {
  it('is the invoice of a guest', () => {
    expect(partitionKeyOf(ofGuest)).toBe('invoice-536365');
  });

  it('is another for an invoice that has the number of a customer', () => {
    expect(partitionKeyOf({ ...ofGuest, invoiceNo: '17850' })).toBe('invoice-17850');
  });
});
