/**
 * The event-pattern language of EventBridge and its dialects at SNS, Pipes and Lambda, exact as
 * AWS's own matcher, event-ruler. This is what the library itself needs of it, and loads fast; the
 * public entry point, with all of it, is `lib/event-patterns`.
 */
export type { EventPattern } from './ast';
export { EventError, PatternError } from './errors';
export { matches } from './match/match';
export { parsePattern } from './parse/parse';
