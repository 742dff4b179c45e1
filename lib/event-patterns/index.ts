/**
 * The event-pattern language of EventBridge and its dialects at SNS, Pipes and Lambda, exact as
 * AWS's own matcher, event-ruler.
 */

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
} from '../core/event-patterns/ast';
export { type CompiledPatterns, compile } from '../core/event-patterns/compile/compile';
export type { DialectName } from '../core/event-patterns/dialects/dialect';
export { EventError, PatternError } from '../core/event-patterns/errors';
export { describeExplanation } from '../core/event-patterns/explain/describe';
export { explain } from '../core/event-patterns/explain/explain';
export type {
  AlternativeExplanation,
  Explanation,
  FieldExplanation,
  FoundValue,
  Hint,
  HintKind,
} from '../core/event-patterns/explain/explanation';
export type { TextPosition } from '../core/event-patterns/json/position';
export { matches } from '../core/event-patterns/match/match';
export { parsePattern } from '../core/event-patterns/parse/parse';
export type {
  CoverAnswer,
  Extent,
  Impossible,
  MatchAnswer,
  OverlapAnswer,
  Unknown,
} from '../core/event-patterns/reason/answers';
export { canBothMatch } from '../core/event-patterns/reason/can-both-match';
export { canMatch } from '../core/event-patterns/reason/can-match';
export { covers } from '../core/event-patterns/reason/covers';
export { SchemaError } from '../core/schemas';
