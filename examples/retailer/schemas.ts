/** What the retailer's events hold, as JSON Schema. Consumers are to expect further fields. */
const line = {
  type: 'object',
  required: ['stockCode', 'description', 'quantity', 'unitPrice'],
  properties: {
    stockCode: { type: 'string' },
    description: { type: 'string', description: 'Often empty.' },
    quantity: { type: 'integer', minimum: 0, description: 'Pieces bought, or sent back.' },
    unitPrice: { type: 'number', exclusiveMinimum: 0, description: 'In pounds.' },
  },
};

const purchase = {
  invoiceNo: { type: 'string', minLength: 1 },
  customerId: { type: 'string', description: 'Absent for a guest.' },
  shipTo: {
    type: 'object',
    required: ['country'],
    properties: { country: { type: 'string' } },
  },
  lines: { type: 'array', minItems: 1, items: line },
};

const required = ['invoiceNo', 'shipTo', 'lines'];

export const orderPlacedSchema = {
  type: 'object',
  required: [...required, 'total'],
  properties: {
    ...purchase,
    total: { type: 'number', minimum: 0, description: 'What it is worth, in pounds.' },
  },
};

export const orderCancelledSchema = {
  type: 'object',
  required: [...required, 'refund'],
  properties: {
    ...purchase,
    refund: { type: 'number', minimum: 0, description: 'What is given back, in pounds.' },
  },
};
