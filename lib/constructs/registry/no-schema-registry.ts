import { SpillwayError } from '../../core/diagnostics';
import type { ISchemaRegistry, ISchemaRegistryGrants } from './i-schema-registry';

/** Registers nothing, so that nothing can be read. */
export class NoSchemaRegistry implements ISchemaRegistry {
  readonly registryName = '';
  readonly grants: ISchemaRegistryGrants = { read: refuse, generateBindings: refuse };

  register(): void {}
}

function refuse(): never {
  throw new SpillwayError('SchemaRegistry.none() grants', [
    {
      id: 'spillway:option-without-effect',
      prop: 'registry',
      given: 'SchemaRegistry.none() given',
      expected: 'what is registered nowhere can be read by nobody',
      fix: 'Leave the grant out, or register the contracts.',
    },
  ]);
}
