/**
 * Addresses are compared as upper-case hexadecimal digits, 8 for IPv4 and 32 for IPv6; an IPv6
 * address that maps an IPv4 one is that one. AWS compares digit by digit and stops at the first one
 * that decides, so a short block can hold a long address: `0.0.0.0/0` holds `2001:db8::1`.
 */
export interface IpRange {
  readonly low: string;
  readonly high: string;
}

const mappedIpv4 = '00000000000000000000FFFF';

/** The digits of an address; undefined where the text is none. */
export function ipDigits(text: string): string | undefined {
  // The longest textual address is shorter by far: longer texts are not looked at.
  if (text.length > 100) {
    return undefined;
  }
  if (/^[0-9]+\.[0-9]+\.[0-9]+\.[0-9]+$/.test(text)) {
    return ipv4Digits(text);
  }
  const digits = /^[0-9a-fA-F:]*:[0-9a-fA-F:]*$/.test(text) ? ipv6Digits(text) : undefined;
  return digits?.startsWith(mappedIpv4) ? digits.slice(mappedIpv4.length) : digits;
}

function ipv4Digits(text: string): string | undefined {
  const bytes = text.split('.').map(Number);
  const valid = text.length <= 15 && bytes.every((byte) => byte <= 255);
  return valid ? bytes.map((byte) => hex(byte, 2)).join('') : undefined;
}

function ipv6Digits(text: string): string | undefined {
  const halves = text.split('::');
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - head.length - tail.length;
  if (halves.length > 2 || (halves.length === 2 ? missing < 1 : missing !== 0)) {
    return undefined;
  }
  const groups = [...head, ...Array<string>(missing).fill('0'), ...tail];
  const valid = groups.every((group) => /^0*[0-9a-fA-F]{1,4}$/.test(group));
  return valid ? groups.map((group) => hex(Number.parseInt(group, 16), 4)).join('') : undefined;
}

/** The first and last address of a block of `bits` fixed bits around the address. */
export function ipBlock(digits: string, bits: number): IpRange {
  const width = digits.length * 4;
  const free = BigInt(width - bits);
  const low = (BigInt(`0x${digits}`) >> free) << free;
  const high = low | ((1n << free) - 1n);
  return { low: hex(low, digits.length), high: hex(high, digits.length) };
}

export function ipInRange(digits: string, { low, high }: IpRange): boolean {
  if (digits.length < low.length) {
    const size = digits.length;
    return digits > low.slice(0, size) && digits < high.slice(0, size);
  }
  const head = digits.slice(0, low.length);
  return low <= head && head <= high;
}

function hex(value: number | bigint, digits: number): string {
  return value.toString(16).toUpperCase().padStart(digits, '0');
}
