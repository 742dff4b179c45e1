/** Of one format over all events. */
export interface Sizes {
  readonly median: number;
  readonly p99: number;
  readonly total: number;
}

export function sizesOf(bytes: readonly number[]): Sizes {
  const sorted = [...bytes].sort((one, other) => one - other);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { median: at(0.5), p99: at(0.99), total: bytes.reduce((sum, one) => sum + one, 0) };
}

/** What bytes become as a text: four characters for three of them, filled up. */
export function base64Bytes(bytes: number): number {
  return Math.ceil(bytes / 3) * 4;
}

/** As JSON text within JSON, data keeps its size: `detail` holds it as it is. */
export function wireBytes(bytes: number, isText: boolean): number {
  // `data_base64` is seven characters longer than `data`, and its value stands in quotes.
  return isText ? bytes : base64Bytes(bytes) + 9;
}
