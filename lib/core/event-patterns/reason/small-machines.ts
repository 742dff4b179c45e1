/** Machines that read a text for its length, its surrogate pairs or the address that it is. */
import { ipDigits } from '../values/ip';
import type { Machine } from './text-machine';
import { isHigh, isLow, unitsOf } from './units';

/**
 * Takes texts of a number of characters, both ends inside. As JSON Schema counts them a surrogate
 * pair is one character.
 */
export function lengthMachine(least: number, most: number): Machine {
  const cap = Number.isFinite(most) ? most + 1 : least;
  return {
    start: 0,
    step: (state, unit) => {
      return Math.min(cap, state + (isLow(unit) ? 0 : 1));
    },
    accepts: (state) => state >= least && state <= most,
    forever: (state) => {
      return state > most ? false : (most === Infinity && state >= least) || undefined;
    },
    told: () => [],
  };
}

/** Whether a machine takes a text. */
export function takesText(machine: Machine, text: string): boolean {
  let state = machine.start;
  for (const unit of unitsOf(text)) {
    state = machine.step(state, unit);
  }
  return machine.accepts(state);
}

/** Takes texts in which both halves of each surrogate pair stand together. */
export const pairMachine: Machine = {
  start: 0,
  // 0 between characters, 1 after a first half, 2 where a half is missing.
  step: (state, unit) => {
    const fits = state !== 2 && (state === 1) === isLow(unit);
    return fits ? Number(isHigh(unit)) : 2;
  },
  accepts: (state) => state === 0,
  forever: (state) => (state === 2 ? false : undefined),
  told: () => [],
};

const addressUnits = [...'0123456789abcdefABCDEF:.'].map((unit) => unit.charCodeAt(0));
const other = 0;

/** Takes texts by the digits of the IP address that they are, undefined for those that are none. */
export function addressMachine(takes: (digits: string | undefined) => boolean): Machine {
  const texts: (string | undefined)[] = [undefined, ''];
  const known = new Map<string, number>();
  const units = new Set(addressUnits);
  return {
    start: 1,
    step: (state, unit) => {
      const before = texts[state];
      // Longer texts are not looked at by the matchers either.
      if (before === undefined || before.length >= 100 || !units.has(unit)) {
        return other;
      }
      const text = before + String.fromCharCode(unit);
      const next = known.get(text) ?? texts.push(text) - 1;
      known.set(text, next);
      return next;
    },
    accepts: (state) => takes(ipDigits(texts[state] ?? '')),
    forever: (state) => (state === other ? takes(undefined) : undefined),
    told: (state) => (state === other ? [] : addressUnits),
  };
}
