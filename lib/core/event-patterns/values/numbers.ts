import type { RangeMatcher } from '../ast';

/**
 * Numbers are compared by value as long as a double holds them exactly, that is: as long as the
 * shortest spelling of the double is the same decimal number. `300`, `300.0` and `3e2` are one
 * number; `9007199254740993` is none and equals its own spelling only. As Java writes no less than
 * two digits, the smallest doubles of all are `4.9e-324`, not `5e-324`.
 */
export function comparableNumber(text: string): number | undefined {
  // AWS's JSON reader takes no longer ones.
  if (text.length > 1000) {
    return undefined;
  }
  const value = Number(text);
  const isExact =
    isSurelyExact(text) ||
    (Number.isFinite(value) && (isSpeltPlainly(value, text) || isSpelt(value, text)));
  return isExact ? value : undefined;
}

export function inRange(value: number, { low, high }: RangeMatcher): boolean {
  return (
    (low.open ? value > low.value : value >= low.value) &&
    (high.open ? value < high.value : value <= high.value)
  );
}

/** What is wrong with a number that must be compared by value and can't. */
export function inexact(text: string): string {
  return `${text.slice(0, 100)} can't be compared, as a double doesn't hold it exactly`;
}

// A double tells apart all decimals of up to 15 digits, so none of them stands for another.
const isSurelyExact = (text: string): boolean => text.length <= 15 && !hasExponent(text);

// Most numbers were written by a program that had the double.
const isSpeltPlainly = (value: number, text: string): boolean =>
  text === String(value) && !hasExponent(text);

const isSpelt = (value: number, text: string): boolean =>
  decimal(text) === decimal(shortest(value));

const hasExponent = (text: string): boolean => text.includes('e') || text.includes('E');

function shortest(value: number): string {
  const text = String(value);
  return /^-?[0-9]e/.test(text) ? value.toPrecision(2) : text;
}

// The digits without zeros at either end, and the power of ten they stand for: one form a number.
function decimal(text: string): string {
  const parts = /^(-?)([0-9]+)(?:\.([0-9]+))?(?:[eE]([+-]?[0-9]+))?$/.exec(text);
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = parts ?? [];
  const digits = `${whole}${fraction}`.replace(/^0+/, '');
  let end = digits.length;
  while (digits[end - 1] === '0') {
    end--;
  }
  const power = Number(exponent) - fraction.length + digits.length - end;
  return end === 0 ? '0' : `${sign}${digits.slice(0, end)}e${power}`;
}
