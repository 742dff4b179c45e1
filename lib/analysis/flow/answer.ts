import type { Truth } from './resolution/compare';

/** Yes, no, or unknown, and what decided it. */
export interface Answer {
  readonly is: Truth;
  readonly why: string;
}

export const yes = (why: string): Answer => ({ is: 'yes', why });
export const no = (why: string): Answer => ({ is: 'no', why });
export const unknown = (why: string): Answer => ({ is: 'unknown', why });

/** One no decides; else one unknown; a yes gives all reasons. */
export function all(answers: readonly Answer[]): Answer {
  const decided =
    answers.find(({ is }) => is === 'no') ?? answers.find(({ is }) => is === 'unknown');
  return decided ?? yes([...new Set(answers.map(({ why }) => why).filter(Boolean))].join('; '));
}

export function negate(truth: Truth): Truth {
  if (truth === 'unknown') return truth;
  return truth === 'yes' ? 'no' : 'yes';
}

/** One yes decides; else one unknown. */
export function anyOf(truths: readonly Truth[]): Truth {
  if (truths.includes('yes')) return 'yes';
  return truths.includes('unknown') ? 'unknown' : 'no';
}

export function allOf(truths: readonly Truth[]): Truth {
  return negate(anyOf(truths.map(negate)));
}
