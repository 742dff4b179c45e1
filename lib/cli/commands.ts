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
  },
};

/** What each first word is about. */
export const topics: Readonly<Record<string, string>> = {
  patterns: 'event patterns: rules of EventBridge, filters of SNS, Pipes and Lambda',
  contracts: 'event contracts: what an event is, version by version',
};
