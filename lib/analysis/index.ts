export {
  type InputPath,
  type InputProblem,
  type InputTemplate,
  InputTransformerError,
  type ParsedInput,
  type PathStep,
  parseTargetInput,
  type RuleContext,
  type TargetInput,
  type TemplatePart,
  type TransformedInput,
  transformInput,
} from '../core/input-transformers';
export * from './flow';
