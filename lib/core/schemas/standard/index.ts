/** Schemas of other libraries, through the two specifications of https://standardschema.dev. */
export { canBeObject } from './can-be-object';
export { judgeByStandard, type StandardIssue } from './judge-by-standard';
export { type KeywordProblem, keywordProblems } from './keyword-problems';
export type { PlacedLoss } from './loss';
export { type PatternProblem, patternProblems } from './pattern-problems';
export { type ReferenceProblem, referenceProblems } from './reference-problems';
export { type ConvertedSchema, schemaOfStandard } from './schema-of-standard';
export { type InputOf, isStandardSchema, type StandardSchema } from './standard-schema';
