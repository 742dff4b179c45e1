/** Contracts in the languages of EventBridge's schema registry. */
export { type DescribedEvent, type EventFormat, emitEvent } from './emit-event';
