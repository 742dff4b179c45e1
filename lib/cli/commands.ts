import type { Commands, Verb } from './verb';

/**
 * The commands by their two words. A module is required where it is called for: nobody waits for
 * what they didn't ask.
 */
export const commands: Commands = {
  patterns: {
    test: {
      summary: 'which events match which patterns, from JSON lines',
      load: (): Verb => require('./patterns/test').test,
    },
    explain: {
      summary: 'why an event matches a pattern, or why not',
      load: (): Verb => require('./patterns/explain').explain,
    },
  },
  contracts: {
    compatible: {
      summary: 'whether two versions of a JSON Schema live together',
      load: (): Verb => require('./contracts/compatible').compatible,
    },
    check: {
      summary: 'whether contracts live with their accepted versions',
      load: (): Verb => require('./contracts/check').check,
    },
    accept: {
      summary: 'writes the versions that are not accepted yet',
      load: (): Verb => require('./contracts/accept').accept,
    },
    diff: {
      summary: 'what changed since the last accepted version',
      load: (): Verb => require('./contracts/diff').diff,
    },
    codegen: {
      summary: 'types of the events, for TypeScript, Python or Java',
      load: (): Verb => require('./contracts/codegen').codegen,
    },
    validators: {
      summary: 'a module for each event that validates its data',
      load: (): Verb => require('./contracts/validators').validators,
    },
    docs: {
      summary: 'a page of every event, and AsyncAPI',
      load: (): Verb => require('./contracts/docs').docs,
    },
  },
};

/** What each first word is about. */
export const topics: Readonly<Record<string, string>> = {
  patterns: 'event patterns: rules of EventBridge, filters of SNS, Pipes and Lambda',
  contracts: 'event contracts: what an event is, version by version',
};
