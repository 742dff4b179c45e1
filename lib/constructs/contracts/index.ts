export { Compatibility } from './compatibility';
export { EventContract } from './event-contract';
export type { EventContractProps } from './event-contract-props';
export { EventFilter } from './event-filter';
export type { PatternOf } from './pattern-of';
export { hasIntrinsic, problemsOfPattern } from './pattern-problems';
export { TypedContract } from './typed-contract';
