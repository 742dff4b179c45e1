import { Stack, Validations } from 'aws-cdk-lib';
import type { Construct, IConstruct } from 'constructs';
import type { DiagnosticId } from '../../core/diagnostics';
import { schemas } from '../../core/limits';

const counts = new WeakMap<IConstruct, Map<string, number>>();

/**
 * Counts the registries of an app by account and region and warns once, at nine tenths of the
 * quota: AWS refuses what is over it only when it is deployed. Other apps may have some, too.
 */
export function countRegistry(registry: Construct): void {
  const { root } = registry.node;
  const { environment } = Stack.of(registry);
  const byPlace = counts.get(root) ?? new Map<string, number>();
  const count = (byPlace.get(environment) ?? 0) + 1;
  counts.set(root, byPlace.set(environment, count));
  const { max, source } = schemas.registries;
  if (count !== max * 0.9) return;
  const id: DiagnosticId = 'spillway:many-registries';
  Validations.of(registry).addWarning(
    id,
    `registries: ${count} given; an account takes ${max} in a region unless AWS raised its quota: ${source}. Have it raised, or give several ingestions one SchemaRegistry by their registry prop.`,
  );
}
