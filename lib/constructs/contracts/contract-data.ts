import type { Problem } from '../../core/diagnostics';
import type { JsonObject } from '../../core/schemas';
import { readExamples } from './contract-examples';
import { readContractSchema } from './contract-schema';
import type { EventContractProps } from './event-contract-props';

/** What a contract says of its data, as plain JSON that nothing changes any more. */
export interface ContractData {
  readonly schema?: JsonObject;
  readonly examples: readonly JsonObject[];
  readonly problems: readonly Problem[];
}

/** Examples are held against a schema only if that is one. */
export function readContractData({ schema: given, examples }: EventContractProps): ContractData {
  const { schema, problems } = readContractSchema(given);
  const read = readExamples(examples, problems.length === 0 ? { given, schema } : {});
  return { schema, examples: read.examples, problems: [...problems, ...read.problems] };
}
