/** What EventBridge does to an event between a matched rule and its target. */
export { type InputProblem, InputTransformerError } from './errors';
export { inputLimits } from './limits';
export type { TransformedInput } from './outcome';
export { type ParsedInput, parseTargetInput, type TargetInput } from './parse';
export { type InputPath, type PathStep, parseInputPath } from './path';
export { type Selection, selectPath } from './select';
export type { InputTemplate, TemplatePart } from './template';
export { readEvent, transformInput, transformNode } from './transform';
export type { RuleContext } from './variables';
