/** Bytes near those of a corpus: flipped, cut, doubled, spliced, or with a word of the language. */
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { mersenne } from 'pure-rand/generator/mersenne';

/** A whole number from 0 up to, and without, `below`. */
type Random = (below: number) => number;

/** Depends on the seed alone, so that a run can be had again. */
export function randomOf(seed: number): Random {
  const generator = mersenne(seed);
  return (below) => uniformInt(generator, 0, Math.max(0, below - 1));
}

const words = [
  '"$or":[{',
  '},{',
  '}]',
  '{"prefix":',
  '{"suffix":',
  '{"equals-ignore-case":',
  '{"wildcard":"*',
  '{"anything-but":',
  '{"numeric":[">",',
  '{"cidr":"',
  '{"exists":false}',
  '{"exists":true}',
  '[',
  ']',
  '{',
  '}',
  ',',
  ':',
  '"',
  '\\',
  '\\u0000',
  '\\ud83d',
  '"a":',
  '"b":',
  '"a.b":',
  '"":',
  '"__proto__":',
  'null',
  'true',
  '1e400',
  '-0',
  '9007199254740993',
  '0.1',
  '10.0.0.1/8',
  '::/0',
  '*',
  '**',
  '\\\\*',
  'ß',
  'İ',
  '🚀',
  '\n',
  '{"a":'.repeat(60),
  '['.repeat(60),
  '*a'.repeat(20),
];

export function mutate(random: Random, corpus: readonly Buffer[]): Buffer {
  let bytes = pick(random, corpus);
  for (let times = 1 + random(4); times > 0; times--) {
    bytes = pick(random, changes)(bytes, random, corpus);
  }
  return bytes.subarray(0, 20_000);
}

type Change = (bytes: Buffer, random: Random, corpus: readonly Buffer[]) => Buffer;

const changes: readonly Change[] = [
  (bytes, random) => replace(bytes, random, 1, Buffer.of(random(256))),
  (bytes, random) => replace(bytes, random, random(8), Buffer.alloc(0)),
  (bytes, random) => replace(bytes, random, 0, Buffer.from(pick(random, words))),
  (bytes, random) => replace(bytes, random, random(4), Buffer.from(pick(random, words))),
  (bytes, random) => replace(bytes, random, 0, partOf(bytes, random)),
  (bytes, random, corpus) =>
    replace(bytes, random, random(20), partOf(pick(random, corpus), random)),
  (bytes, random, corpus) => Buffer.concat([lineOf(bytes), restOf(pick(random, corpus))]),
];

function replace(bytes: Buffer, random: Random, length: number, by: Buffer): Buffer {
  const at = random(bytes.length + 1);
  return Buffer.concat([bytes.subarray(0, at), by, bytes.subarray(at + length)]);
}

function partOf(bytes: Buffer, random: Random): Buffer {
  const at = random(bytes.length);
  return bytes.subarray(at, at + 1 + random(40));
}

function lineOf(bytes: Buffer): Buffer {
  return bytes.subarray(0, bytes.indexOf('\n') + 1);
}

function restOf(bytes: Buffer): Buffer {
  return bytes.subarray(bytes.indexOf('\n') + 1);
}

function pick<T>(random: Random, all: readonly T[]): T {
  return all[random(all.length)] as T;
}
