/**
 * A text as machines read it: UTF-16 units, and half of a surrogate pair that stands alone as a
 * unit of its own. AWS compares such a half as it is with a whole text, and as `?` otherwise.
 */
export const firstLone = 0x10000;

/** Any half that stands alone and that no text names. */
const aLone = firstLone + 0xd800;

export const questionMark = '?'.charCodeAt(0);

export function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

export function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

export function unitsOf(text: string): readonly number[] {
  const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  return units.map((unit, i) => {
    const paired = isHigh(unit)
      ? isLow(units[i + 1] ?? 0)
      : isLow(unit) && isHigh(units[i - 1] ?? 0);
    return (isHigh(unit) || isLow(unit)) && !paired ? firstLone + unit : unit;
  });
}

export function textOfUnits(units: readonly number[]): string {
  return units.map((unit) => String.fromCharCode(unit % firstLone)).join('');
}

const readable = unitsOf('xyzabcdefghijklmnopqrstuvw0123456789-_');

/** A unit that is none of these, and one that is half of a pair. */
export function unitsBeside(told: ReadonlySet<number>): readonly [plain: number, lone: number] {
  let plain = readable.find((candidate) => !told.has(candidate)) ?? 0xe000;
  while (told.has(plain)) {
    plain++;
  }
  let lone = aLone;
  while (told.has(lone)) {
    lone++;
  }
  return [plain, lone];
}
