export { Compatibility } from './compatibility';
export { declareContracts } from './declare-contracts';
export { EventContract } from './event-contract';
export type { EventContractProps } from './event-contract-props';
export { EventFilter } from './event-filter';
export type { PatternOf } from './pattern-of';
export { hasIntrinsic, problemsOfPattern } from './pattern-problems';
export {
  type StandardContractProps,
  TypedContract,
  type TypedContractProps,
} from './typed-contract';
