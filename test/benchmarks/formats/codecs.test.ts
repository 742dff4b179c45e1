import { codecsFor } from '../../../benchmarks/formats/codecs';
import { measure } from '../../../benchmarks/formats/measure';
import { sampleOf } from '../../../benchmarks/formats/read-lines';
import { tablesOf, verdictOf } from '../../../benchmarks/formats/table';

const lines = [
  { sku: 'x', price: 2.55, quantity: 6 },
  { sku: 'y', price: 3, quantity: 2 ** 40, note: '…' },
];
const events = [
  { total: 17850.55, lines, customer: null },
  { total: 1, lines: [] },
  { total: -3, lines, customer: 'c', 'odd name': { a: 1 } },
].map((data) => sampleOf({ specversion: '1.0', type: 'order.placed.v1', data }));
const cancelled = sampleOf({ specversion: '1.0', type: 'order.cancelled.v1', data: { id: 7 } });
const samples = [...events, cancelled];

describe('codecsFor', () => {
  const { codecs, left } = codecsFor(samples);

  it('gives each format, and gzip of it', () => {
    expect(left).toEqual([]);
    expect(codecs.map(({ name }) => name)).toEqual([
      ...['JSON', 'JSON, gzip', 'Avro', 'Avro, gzip', 'MessagePack', 'MessagePack, gzip'],
    ]);
  });

  it('gives codecs that change nothing, not even a price in Avro', () => {
    expect(measure(codecs, samples, 1).map(({ changed }) => changed)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('has a schema of Avro for each type, and ten bytes to name it', () => {
    const avro = codecs.find(({ name }) => name === 'Avro');

    // A number below 64 takes one byte, and nothing takes a name.
    expect(avro?.encode(cancelled)).toHaveLength(11);
  });

  it('leaves Avro out where no schema fits, and says why', () => {
    const odd = [sampleOf({ a: BigInt(1) as unknown })];

    expect(codecsFor(odd).left).toEqual([expect.stringMatching(/^Avro: no schema fits/)]);
  });
});

describe('measure', () => {
  const rows = measure(codecsFor(samples).codecs, samples, 3);

  it('gives every round, and the one in the middle', () => {
    for (const { encode, decode, rounds } of rows) {
      expect(rounds.encode).toHaveLength(3);
      expect([...rounds.encode].sort((one, other) => one - other)[1]).toBe(encode);
      expect([...rounds.decode].sort((one, other) => one - other)[1]).toBe(decode);
    }
  });

  it('counts the events that a format changes', () => {
    const [json] = codecsFor(samples).codecs;
    const broken = { ...json, name: 'broken', decode: () => ({ id: 7 }) } as never;

    expect(measure([broken], samples, 1)[0]?.changed).toBe(3);
  });

  it('is told in tables, JSON first', () => {
    const text = tablesOf(rows, samples.length);

    expect(text).toMatch(/^.*\n.*format.*median.*p99.*total.*of JSON/);
    expect(text).toMatch(/JSON +│ +\d+ │ +\d+ │ +\d+ │ +100 % │/);
    expect(text).toContain('no rule sees into it');
  });
});

describe('verdictOf', () => {
  const row = (format: string, bus: number, archive: number) =>
    ({ format, dollars: { bus, queue: 0, archive, fifoTopic: 0 } }) as never;

  it.each([
    [
      'what is saved, and that nothing of it is on the bus',
      [row('JSON', 1, 0.5), row('Avro', 1, 0.25), row('MessagePack', 1, 0.4)],
      'The most is saved by Avro: $0.250 a million events, of it $0.000 on the bus (which takes $1 for them).',
    ],
    [
      'that nothing is saved',
      [row('JSON', 1, 0.5), row('MessagePack', 1, 0.6)],
      'No format saves anything: JSON costs the least.',
    ],
  ])('says %s', (_, rows, sentence) => {
    expect(verdictOf(rows, 2)).toContain(sentence);
  });
});
