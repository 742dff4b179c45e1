/** Whether two versions of a schema live together. */
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
} from './compare-schemas';
