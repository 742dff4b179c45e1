/** Bounds and multiples, as exact as doubles are. */
import type { Bound, Numbers } from './form';

/** Whether every number above the one bound is above the other, too. */
export function isAbove(one: Bound | undefined, other: Bound): boolean {
  if (one === undefined) return false;
  return one.value > other.value || (one.value === other.value && isAsStrict(one, other));
}

export function isBelow(one: Bound | undefined, other: Bound): boolean {
  if (one === undefined) return false;
  return one.value < other.value || (one.value === other.value && isAsStrict(one, other));
}

function isAsStrict(one: Bound, other: Bound): boolean {
  return !one.isInclusive || other.isInclusive;
}

/** The strictest of them. */
export function highest(bounds: readonly (Bound | undefined)[]): Bound | undefined {
  return strictest(bounds, isAbove);
}

export function lowest(bounds: readonly (Bound | undefined)[]): Bound | undefined {
  return strictest(bounds, isBelow);
}

function strictest(
  bounds: readonly (Bound | undefined)[],
  beats: (one: Bound, other: Bound) => boolean,
): Bound | undefined {
  return bounds.reduce((best, bound) => {
    if (bound === undefined || best === undefined) return best ?? bound;
    return beats(best, bound) ? best : bound;
  }, undefined);
}

/**
 * Whether the number is a multiple of the step: as validators compute it, with doubles. Not told
 * where the quotient is too large to have a fraction, or where rounding could have made it whole.
 */
export function isMultiple(value: number, step: number): boolean | undefined {
  const quotient = value / step;
  if (Math.abs(quotient) > 2 ** 50) return undefined;
  const isWhole = Number.isInteger(quotient);
  const isExact = isShort(value) && isShort(step);
  if (isExact || !isWhole) return isExact ? isWhole : isNearlyWhole(quotient) ? undefined : false;
  return isWholeInDecimals(value, step) ? true : undefined;
}

/** Whether it is a multiple of 1/1024, and not too large: such numbers are divided exactly. */
function isShort(value: number): boolean {
  return Number.isSafeInteger(value * 1024);
}

/** 0.3 / 0.1 is 2.9999999999999996: validators that compute in decimals find 3. */
function isNearlyWhole(quotient: number): boolean {
  return Math.abs(quotient - Math.round(quotient)) < 1e-6;
}

function isWholeInDecimals(value: number, step: number): boolean {
  const scale = 10 ** Math.max(decimalsOf(value), decimalsOf(step));
  const [whole, part] = [Math.round(value * scale), Math.round(step * scale)];
  return Number.isSafeInteger(whole) && Number.isSafeInteger(part) && whole % part === 0;
}

function decimalsOf(value: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e');
  return Math.max(0, (digits.split('.')[1]?.length ?? 0) - Number(exponent));
}

/** Whether every multiple of some steps at once is one of this step. */
export function areMultiples(steps: readonly number[], step: number): boolean {
  if (steps.includes(step)) return true;
  const whole = steps.filter((one) => Number.isSafeInteger(one));
  const common = whole.reduce(leastCommonMultiple, 1);
  return [...steps.filter(isShort), ...(whole.length > 0 ? [common] : [])].some(
    (one) => isShort(step) && isShort(one) && Number.isInteger(one / step),
  );
}

function leastCommonMultiple(one: number, other: number): number {
  let [a, b] = [one, other];
  while (b !== 0) [a, b] = [b, a % b];
  const multiple = (one / a) * other;
  return Number.isSafeInteger(multiple) ? multiple : one;
}

/** The whole step of numbers that are all whole, 1 or more; undefined for others. */
export function wholeStep({ multiples }: Numbers): number | undefined {
  const whole = multiples.filter((step) => Number.isSafeInteger(step));
  return whole.length === 0 ? undefined : whole.reduce(leastCommonMultiple, 1);
}

/** Doubles beyond skip whole numbers. */
const exactUpTo = 2 ** 53;

/** The same numbers with bounds that they reach: whole ones above 0 begin with 1. */
export function tighten(given: Numbers): Numbers {
  const step = wholeStep(given);
  if (step === undefined) return given;
  const min = given.min && firstMultiple(given.min, step, 1);
  const max = given.max && firstMultiple(given.max, step, -1);
  return { ...given, ...(min && { min }), ...(max && { max }) };
}

function firstMultiple(bound: Bound, step: number, towards: 1 | -1): Bound {
  if (Math.abs(bound.value) + step > exactUpTo) return bound;
  const quotient = bound.value / step;
  const rounded = (towards === 1 ? Math.ceil(quotient) : Math.floor(quotient)) * step;
  const isOnIt = rounded === bound.value && !bound.isInclusive;
  return { value: isOnIt ? rounded + towards * step : rounded, isInclusive: true };
}

/** All of them, where they are whole and few, or a single one. */
export function enumerate(given: Numbers, most: number): number[] | undefined {
  const { min, max } = tighten(given);
  if (min?.isInclusive && max?.isInclusive && min.value === max.value) return [min.value];
  const step = wholeStep(given);
  if (step === undefined || min === undefined || max === undefined) return undefined;
  if (!min.isInclusive || !max.isInclusive || (max.value - min.value) / step >= most)
    return undefined;
  const count = Math.max(0, Math.floor((max.value - min.value) / step) + 1);
  return Array.from({ length: count }, (_, index) => min.value + index * step);
}

/** Whether no number is left between its bounds. */
export function isWithoutNumbers(given: Numbers): boolean {
  const { min, max, multiples, notMultiples, excluded } = tighten(given);
  if (notMultiples.some((step) => areMultiples(multiples, step))) return true;
  if (min === undefined || max === undefined) return false;
  if (min.value > max.value) return true;
  if (min.value < max.value) return false;
  return !(min.isInclusive && max.isInclusive) || excluded.has(JSON.stringify(min.value));
}
