/** Contracts as data: what an app declares of its events, without CDK. */
export type { ContractDescription } from './contract-description';
