// #region write
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EventContract } from '../lib';
import { standaloneValidator } from '../lib/analysis';

/** A module for each contract: `order.placed.v1.cjs` and what the compiler knows of it. */
export function writeValidators(contracts: readonly EventContract[], folder: string): void {
  for (const { eventType, schema } of contracts) {
    if (schema === undefined) continue;
    const { code, types } = standaloneValidator(schema, { title: eventType });
    writeFileSync(join(folder, `${eventType}.cjs`), code);
    writeFileSync(join(folder, `${eventType}.d.cts`), types);
  }
}
// #endregion
