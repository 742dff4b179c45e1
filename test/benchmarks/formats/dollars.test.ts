import { dollarsOf } from '../../../benchmarks/formats/dollars';

describe('dollarsOf', () => {
  it('bills events of up to 64 KB alike on the bus', () => {
    expect(dollarsOf([100]).bus).toBe(1);
    expect(dollarsOf([65_536]).bus).toBe(1);
    expect(dollarsOf([65_537]).bus).toBe(2);
    expect(dollarsOf([100, 65_537]).bus).toBe(1.5);
  });

  it('bills a queue for sending one, and for receiving and deleting ten', () => {
    // (1 + 0.1 + 0.1) * $0.40
    expect(dollarsOf(Array.from({ length: 10 }, () => 100)).queue).toBe(0.48);
    // Ten of 10,000 bytes are two chunks: (1 + 0.2 + 0.1) * $0.40
    expect(dollarsOf(Array.from({ length: 10 }, () => 10_000)).queue).toBe(0.52);
  });

  it('bills the archive and a FIFO topic by the gigabyte', () => {
    // A million of 1,000 bytes are a GB: $0.10 + $0.023; $0.30 + $0.017.
    expect(dollarsOf([1_000])).toMatchObject({ archive: 0.123, fifoTopic: 0.317 });
  });
});
