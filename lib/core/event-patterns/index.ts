/** The event-pattern language of EventBridge rules, exact as AWS's own matcher, event-ruler. */
export type {
  Alternative,
  Bound,
  EventPattern,
  IpMatcher,
  Matcher,
  NumberMatcher,
  PatternField,
  RangeMatcher,
  TextMatcher,
  TextOperator,
} from './ast';
export { EventError, PatternError } from './errors';
export { matches } from './match/match';
export { parsePattern } from './parse/parse';
