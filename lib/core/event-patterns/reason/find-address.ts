/**
 * Texts that are IP addresses are compared as addresses by some matchers and as texts by others. The
 * ends of all blocks cut the addresses into regions within which no block tells two apart; each
 * region is asked about on its own.
 */
import type { IpMatcher } from '../ast';
import { ipInRange } from '../values/ip';

/** Addresses of one length, 8 or 32 digits, both ends inside. */
export interface Region {
  readonly low: string;
  readonly high: string;
}

const widths = [8, 32];

/** Regions that hold every address together. */
export function regionsOf(matchers: readonly IpMatcher[]): readonly Region[] {
  return widths.flatMap((width) => {
    const least = 0n;
    const most = (1n << BigInt(width * 4)) - 1n;
    const starts = new Set([least]);
    for (const { low, high } of matchers) {
      for (const [end, fill] of [
        [low, '0'],
        [high, 'F'],
      ] as const) {
        const value = BigInt(`0x${end.slice(0, width).padEnd(width, fill)}`);
        // An end of another length than the address is outside where it is cut, else inside.
        starts.add(value).add(value + 1n);
      }
    }
    const sorted = [...starts].filter((start) => start <= most).sort((a, b) => (a < b ? -1 : 1));
    return sorted.map((start, i) => ({
      low: digitsOf(start, width),
      high: digitsOf((sorted[i + 1] ?? most + 1n) - 1n, width),
    }));
  });
}

export function inRegion(digits: string | undefined, { low, high }: Region): boolean {
  return digits !== undefined && digits.length === low.length && low <= digits && digits <= high;
}

/** Whether the matcher takes the addresses of a region, all or none. */
export function takesRegion(matcher: IpMatcher, { low }: Region): boolean {
  return ipInRange(low, matcher);
}

/** Spellings of a few addresses of a region, the usual ones first. */
export function spellings({ low, high }: Region): readonly string[] {
  const addresses = [...new Set([low, following(low, high), high])];
  return [...addresses.map(usual), ...addresses.flatMap(unusual)];
}

function following(low: string, high: string): string {
  const next = digitsOf(BigInt(`0x${low}`) + 1n, low.length);
  return low < high ? next : high;
}

function usual(digits: string): string {
  return digits.length === 8 ? bytesOf(digits).join('.') : groupsOf(digits).join(':');
}

function unusual(digits: string): readonly string[] {
  if (digits.length === 32) {
    return [groupsOf(digits).join(':').toUpperCase(), digits.replace(/(.{4})(?=.)/g, '$1:')];
  }
  const bytes = bytesOf(digits);
  const [first = 0, ...rest] = bytes;
  return [
    `0${first}.${rest.join('.')}`,
    bytes.map((byte) => String(byte).padStart(3, '0')).join('.'),
    `::ffff:${digits.slice(0, 4)}:${digits.slice(4)}`.toLowerCase(),
    `0:0:0:0:0:FFFF:${digits.slice(0, 4)}:${digits.slice(4)}`,
  ];
}

function bytesOf(digits: string): readonly number[] {
  return [0, 2, 4, 6].map((at) => Number.parseInt(digits.slice(at, at + 2), 16));
}

function groupsOf(digits: string): readonly string[] {
  const groups = digits.match(/.{4}/g) ?? [];
  return groups.map((group) => group.replace(/^0{1,3}/, '').toLowerCase());
}

function digitsOf(value: bigint, width: number): string {
  return value.toString(16).toUpperCase().padStart(width, '0');
}
