/**
 * The UTF-16 units that JSON is made of. Who compares units by the million takes them out by name,
 * once: a module's own constants are compiled into the comparison, what it imports is looked up.
 */
export const code = {
  space: 0x20,
  quote: 0x22,
  comma: 0x2c,
  minus: 0x2d,
  plus: 0x2b,
  dot: 0x2e,
  zero: 0x30,
  nine: 0x39,
  colon: 0x3a,
  upperE: 0x45,
  openArray: 0x5b,
  backslash: 0x5c,
  closeArray: 0x5d,
  lowerE: 0x65,
  lowerF: 0x66,
  lowerU: 0x75,
  openObject: 0x7b,
  closeObject: 0x7d,
} as const;
