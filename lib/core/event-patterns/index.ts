/**
 * The event-pattern language of EventBridge and its dialects at SNS, Pipes and Lambda, exact as
 * AWS's own matcher, event-ruler.
 */

export { SchemaError } from '../schemas';
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
export { type CompiledPatterns, compile } from './compile/compile';
export type { DialectName } from './dialects/dialect';
export { EventError, PatternError } from './errors';
export { describeExplanation } from './explain/describe';
export { explain } from './explain/explain';
export type {
  AlternativeExplanation,
  Explanation,
  FieldExplanation,
  FoundValue,
  Hint,
  HintKind,
} from './explain/explanation';
export type { TextPosition } from './json/position';
export { matches } from './match/match';
export { parsePattern } from './parse/parse';
export type {
  CoverAnswer,
  Extent,
  Impossible,
  MatchAnswer,
  OverlapAnswer,
  Unknown,
} from './reason/answers';
export { canBothMatch } from './reason/can-both-match';
export { canMatch } from './reason/can-match';
export { covers } from './reason/covers';
