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
export {
  type Break,
  type CompareOptions,
  type CompatibilityMode,
  checkSchema,
  compareSchemas,
  compareVersions,
  compatibilityModes,
  type Policy,
  type VersionBreak,
} from '../core/schemas/compatibility';
export * from './flow';
