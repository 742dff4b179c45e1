export {
  type AcceptedVersion,
  type Change,
  type ContractBreak,
  type ContractDescription,
  type ContractName,
  type ContractState,
  ContractsDirectoryError,
  changesBetween,
  type Judgement,
  judgeContract,
  readAcceptedVersions,
} from '../core/contracts';
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
export { SchemaError } from '../core/schemas';
export * from '../core/schemas/compatibility';
export {
  type DataProblem,
  type StandaloneOptions,
  type StandaloneValidator,
  standaloneValidator,
} from '../core/schemas/validation';
export * from './assembly';
export * from './catalogue';
export * from './flow';
export * from './report';
