/**
 * The name of a contract's schema, as AWS names those that it discovers: `source@detail-type`. What
 * a URI may hold and a name may not becomes a hyphen.
 */
import type { Problem } from '../../core/diagnostics';
import { schemas } from '../../core/limits';
import type { EventContract } from '../contracts';

export function schemaNameOf({ source, eventType }: EventContract): string {
  return `${source}@${eventType}`.replace(/[^A-Za-z0-9._@-]+/g, '-');
}

/** A contract that stands under the name of another one. */
export function sameName(contract: EventContract, other: EventContract): Problem {
  return {
    id: 'spillway:registry-schema',
    prop: 'contracts',
    given: `${contract.source} ${contract.eventType} given beside ${other.source} ${other.eventType}`,
    expected: `both would be called ${schemaNameOf(contract)}: a name takes letters, digits and . _ @ -, at most ${schemas.schemaName.max}`,
    fix: 'Put one of them into another registry.',
  };
}
