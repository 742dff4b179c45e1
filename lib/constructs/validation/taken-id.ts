import type { Construct } from 'constructs';
import { SpillwayError } from '../../core/diagnostics';

/**
 * Hands the id back, or tells in whose place it would stand: `constructs` itself says only that
 * there is one of that name.
 */
export function refuseTakenId(scope: Construct, id: string): string {
  const taken = scope.node.tryFindChild(id);
  if (!taken) return id;
  throw new SpillwayError(`${scope.node.path}/${id}`, [
    {
      id: 'spillway:id-taken',
      prop: 'id',
      given: `"${id}" is taken by a ${taken.constructor.name}`,
      expected: 'every construct in a scope has an id of its own',
      fix: 'Give this subscription another id; a queue keeps its messages only while its id stays.',
    },
  ]);
}
