/** Contracts as code of other languages. */
export { CodegenError } from './codegen-error';
export { type GeneratedFiles, type GenerateOptions, generateCode } from './generate-code';
export { type LanguageName, languageNames } from './languages';
