import { App } from 'aws-cdk-lib';
import { SchemaRegistryStack } from '../../examples/schema-registry-stack';
import { counts, resources } from '../support/stacks';

describe('the schema registry of the guide', () => {
  const of = new SchemaRegistryStack(new App(), 'Registry');

  it('holds the schemas of both ingestions', () => {
    const made = Object.values(resources(of, 'AWS::EventSchemas::Schema'));
    expect(made.map(({ Properties }) => Properties.SchemaName)).toEqual([
      'shop.checkout@order.placed.v1',
      'shop.service@order.returned.v1',
    ]);
    expect(counts(of)).toMatchObject({
      'AWS::EventSchemas::Registry': 1,
      'AWS::EventSchemas::RegistryPolicy': 1,
    });
  });

  it('registers an order as OpenAPI 3.0 has it', () => {
    const [placed] = Object.values(resources(of, 'AWS::EventSchemas::Schema'));
    const { components } = JSON.parse(placed?.Properties.Content);
    expect(components.schemas.OrderPlacedV1Data).toEqual({
      type: 'object',
      required: ['orderId', 'total'],
      properties: {
        orderId: { type: 'string', description: 'Given by the shop, never used again.' },
        total: { type: 'number', minimum: 0, exclusiveMinimum: true },
        coupon: { type: 'string', nullable: true },
      },
      example: { orderId: 'A-17', total: 25.5, coupon: null },
    });
  });
});
