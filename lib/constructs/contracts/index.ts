export { EventContract, type EventContractProps } from './event-contract';
export { EventFilter } from './event-filter';
export type { PatternOf } from './pattern-of';
export { TypedContract } from './typed-contract';
