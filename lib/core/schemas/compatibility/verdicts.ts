import type { Verdict } from './session';

export function decided(verdict: boolean | undefined): Verdict {
  if (verdict === undefined) return 'unknown';
  return verdict ? 'yes' : 'no';
}

export function negate(verdict: Verdict): Verdict {
  if (verdict === 'unknown') return 'unknown';
  return verdict === 'yes' ? 'no' : 'yes';
}

export function all(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('no')) return 'no';
  return verdicts.includes('unknown') ? 'unknown' : 'yes';
}

export function any(verdicts: readonly Verdict[]): Verdict {
  return negate(all(verdicts.map(negate)));
}
