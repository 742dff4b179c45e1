import type { Fields } from '../template';

export interface ExpectedSchema {
  readonly place: string;
  /** The place of its registry. */
  readonly registry: string;
  readonly source: string;
  readonly type: string;
  /** The class of the event. */
  readonly event: string;
  readonly tells: string;
  /** What the contract says of the data, in the words of OpenAPI 3.0. */
  readonly data: Fields;
}

const order = { type: 'object', properties: { orderId: { type: 'string' } } };

/** Descriptions are kept, unlike in the models of the API: they are for people. */
const purchase = (worth: string, what: string): Fields => ({
  type: 'object',
  required: ['invoiceNo', 'lines', 'shipTo', worth].sort(),
  properties: {
    invoiceNo: { type: 'string', minLength: 1 },
    customerId: { type: 'string', description: 'Absent for a guest.' },
    shipTo: {
      type: 'object',
      required: ['country'],
      properties: { country: { type: 'string' } },
    },
    lines: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['description', 'quantity', 'stockCode', 'unitPrice'],
        properties: {
          stockCode: { type: 'string' },
          description: { type: 'string', description: 'Often empty.' },
          quantity: { type: 'integer', minimum: 0, description: 'Pieces bought, or sent back.' },
          unitPrice: {
            type: 'number',
            minimum: 0,
            exclusiveMinimum: true,
            description: 'In pounds.',
          },
        },
      },
    },
    [worth]: { type: 'number', minimum: 0, description: what },
  },
});

const shop = { registry: 'Registered/Schemas', source: 'shop.checkout', data: order };
const retailer = { registry: 'RetailerOrders/OrdersRegistry', source: 'retailer.checkout' };
const placed = { type: 'order.placed.v1', event: 'OrderPlacedV1' };
const cancelled = { type: 'order.cancelled.v1', event: 'OrderCancelledV1' };

export const registeredSchemas: readonly ExpectedSchema[] = [
  {
    ...{ ...shop, ...placed, tells: 'What order.placed.v1 tells' },
    place: 'Registered/Schemasshopcheckoutorderplacedv1',
  },
  {
    ...{ ...shop, ...cancelled, tells: 'What order.cancelled.v1 tells' },
    place: 'Registered/Schemasshopcheckoutordercancelledv1',
  },
  {
    ...{ ...retailer, ...placed, tells: 'A customer bought something.' },
    place: 'RetailerOrders/OrdersRegistryretailercheckoutorderplacedv1',
    data: purchase('total', 'What it is worth, in pounds.'),
  },
  {
    ...{ ...retailer, ...cancelled },
    tells: 'A customer gave something back, or an order was withdrawn.',
    place: 'RetailerOrders/OrdersRegistryretailercheckoutordercancelledv1',
    data: purchase('refund', 'What is given back, in pounds.'),
  },
];
