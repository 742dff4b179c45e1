import { type App, Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { EventContract, SchemaRegistry } from '../../lib';

/** A registry of two schemas with its readers in another stack, and an account that reads it. */

const contract = (source: string, eventType: string) =>
  EventContract.of({ source, eventType, owner: 'shop', schema: { type: 'object' } });

export function registryShop(app: App): void {
  const registry = new SchemaRegistry(new Stack(app, 'Shop'), 'Schemas', {
    contracts: [
      contract('shop.checkout', 'order.placed.v1'),
      contract('shop.returns', 'order.returned.v1'),
    ],
  });
  registry.allowAccount('222222222222');
  const readers = new Stack(app, 'Readers');
  const assumedBy = new ServicePrincipal('ecs-tasks.amazonaws.com');
  registry.grants.read(new Role(readers, 'Catalogue', { assumedBy }));
  registry.grants.generateBindings(new Role(readers, 'Developer', { assumedBy }));
}
