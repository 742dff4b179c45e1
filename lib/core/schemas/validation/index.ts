/** Whether data is what a schema says: here and now, or as a module that stands alone. */
export type { DataProblem } from './problem';
export {
  type StandaloneOptions,
  type StandaloneValidator,
  standaloneValidator,
} from './standalone-validator';
export { validatorOf } from './validator-of';
