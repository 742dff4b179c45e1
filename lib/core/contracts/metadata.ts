import type { ContractDescription } from './contract-description';

/** The type of the construct metadata by which an app says what contracts it has. */
export const contractsMetadata = 'spillway:contracts';

/**
 * A contract as the JSON text that stands in the metadata. CDK resolves metadata as it does a
 * template: it would leave out a field named `__proto__` and take a text that looks like a token for
 * one. In a text without a dollar sign there is nothing to resolve.
 */
export function metadataTextOf(contract: ContractDescription): string {
  return JSON.stringify(contract).replaceAll('$', '\\u0024');
}
