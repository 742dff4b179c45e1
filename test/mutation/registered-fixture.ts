import { App, Stack } from 'aws-cdk-lib';
import { ClassicBus, EventContract, SchemaRegistry } from '../../lib';
import { role } from './fixture-parts';

/** A registry with two schemas, other accounts that read it, and what the default bus tells. */
export function registered(): Stack {
  const stack = new Stack(new App(), 'Registered');
  const registry = new SchemaRegistry(stack, 'Schemas', {
    contracts: [described('order.placed.v1'), described('order.cancelled.v1')],
    description: 'What the shop tells',
    discover: ClassicBus.defaultBus(stack, 'DefaultBus'),
  });
  registry.allowAccount('222222222222');
  registry.allowAccount('333333333333');
  registry.grants.read(role(stack, 'Reader'));
  registry.grants.generateBindings(role(stack, 'Developer'));
  return stack;
}

const described = (eventType: string): EventContract =>
  EventContract.of({
    source: 'shop.checkout',
    eventType,
    owner: 'checkout',
    summary: `What ${eventType} tells`,
    schema: { type: 'object', properties: { orderId: { type: 'string' } } },
  });
