/**
 * Every round gives each format its turn, in which it encodes all events and decodes them again, so
 * that a machine that gets slower does so for all. The median of the rounds stands.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Codec } from './codecs';
import { type Dollars, dollarsOf } from './dollars';
import type { Sample } from './read-lines';
import { type Sizes, sizesOf, wireBytes } from './sizes';

export interface Row {
  readonly format: string;
  /** Of the encoded data. */
  readonly bytes: Sizes;
  /** Of the data as EventBridge takes it: in base64 where it is no text. */
  readonly wireBytes: Sizes;
  /** Microseconds an event. */
  readonly encode: number;
  readonly decode: number;
  /** Events that came back otherwise; a field that is null for one that was absent is no fault. */
  readonly changed: number;
  /** A million events. */
  readonly dollars: Dollars;
  /** Every round, in its order. */
  readonly rounds: { readonly encode: readonly number[]; readonly decode: readonly number[] };
}

const warmUpRounds = 2;

/** At least: of a few events the timer tells little. */
const eventsPerTurn = 500;

export function measure(
  codecs: readonly Codec[],
  samples: readonly Sample[],
  rounds: number,
): Row[] {
  const lanes = codecs.map((codec) => {
    const encoded = samples.map((sample) => codec.encode(sample));
    return { codec, encoded, encode: [] as number[], decode: [] as number[] };
  });
  for (let round = 0; round < warmUpRounds + rounds; round += 1) {
    for (const { codec, encoded, encode, decode } of lanes) {
      const written = microseconds(samples, (sample) => codec.encode(sample).length);
      const read = microseconds(samples, (sample, at) =>
        codec.decode(encoded[at] ?? new Uint8Array(), sample) === undefined ? 0 : 1,
      );
      if (round >= warmUpRounds) {
        encode.push(written);
        decode.push(read);
      }
    }
  }
  return lanes.map(({ codec, encoded, ...times }) => rowOf(codec, samples, encoded, times));
}

function rowOf(
  codec: Codec,
  samples: readonly Sample[],
  encoded: readonly Uint8Array[],
  rounds: Row['rounds'],
): Row {
  const wire = encoded.map(({ length }) => wireBytes(length, codec.isText));
  return {
    format: codec.name,
    bytes: sizesOf(encoded.map(({ length }) => length)),
    wireBytes: sizesOf(wire),
    encode: median(rounds.encode),
    decode: median(rounds.decode),
    changed: samples.filter(
      (sample, at) => !isSame(codec.decode(encoded[at] ?? new Uint8Array(), sample), sample.data),
    ).length,
    dollars: dollarsOf(wire.map((bytes, at) => bytes + (samples[at]?.envelopeBytes ?? 0))),
    rounds,
  };
}

/** An event of it. What the work gives is added up, so that none of it can be left out. */
function microseconds(
  samples: readonly Sample[],
  work: (sample: Sample, at: number) => number,
): number {
  let given = 0;
  const times = Math.ceil(eventsPerTurn / samples.length);
  const start = performance.now();
  for (let time = 0; time < times; time += 1) {
    for (const [at, sample] of samples.entries()) given += work(sample, at);
  }
  const milliseconds = performance.now() - start;
  if (given < times * samples.length) throw new Error('a format gives nothing');
  return Number(((1000 * milliseconds) / times / samples.length).toFixed(2));
}

const isSame = (one: unknown, other: unknown): boolean =>
  isDeepStrictEqual(withoutNulls(one), withoutNulls(other));

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).filter(([, member]) => member !== null);
  return Object.fromEntries(members.map(([name, member]) => [name, withoutNulls(member)]));
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
