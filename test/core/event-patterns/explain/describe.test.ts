import { parsePattern } from '../../../../lib/core/event-patterns';
import type { DialectName } from '../../../../lib/core/event-patterns/dialects/dialect';
import { describeExplanation } from '../../../../lib/core/event-patterns/explain/describe';
import { explain } from '../../../../lib/core/event-patterns/explain/explain';

const described = (pattern: object, event: string | object, dialect?: DialectName) =>
  describeExplanation(explain(parsePattern(pattern, dialect), event));

describe('describeExplanation', () => {
  it('says what does not hold first, with what was wanted, found and probably wrong', () => {
    const pattern = {
      'detail-type': ['order.placed.v1'],
      source: ['shop.checkout'],
      detail: { data: { shipTo: { country: ['US', { prefix: 'C' }] }, total: [{ exists: true }] } },
    };
    const event = {
      source: 'shop.checkout',
      'detail-type': 'order.placed.v1',
      detail: { data: { shipTo: { country: 'us' }, Total: 5 } },
    };

    expect(described(pattern, event)).toBe(
      [
        'The event does not match the pattern: 2 of 4 fields do not hold.',
        '',
        '✗ detail.data.shipTo.country',
        '    wanted  "US" or {"prefix":"C"}',
        '    found   "us"',
        '    hint    only upper and lower case differ; {"equals-ignore-case":"US"} would',
        '            take it',
        '',
        '✗ detail.data.total',
        '    wanted  {"exists":true}',
        '    found   nothing',
        '    hint    the event has `detail.data.Total`: upper and lower case count in',
        '            names',
        '',
        '✓ detail-type  "order.placed.v1"',
        '✓ source  "shop.checkout"',
      ].join('\n'),
    );
  });

  it('says which elements hold what has to stand in one', () => {
    const lines = [
      { sku: 'A', count: 1 },
      { sku: 'B', count: 2 },
    ];

    expect(described({ lines: { sku: ['A'], count: [2] } }, { lines })).toBe(
      [
        'The event does not match the pattern: 1 of 2 fields does not hold.',
        '',
        '✗ lines.sku',
        '    wanted  "A"',
        '    found   "A" at lines[0].sku, "B" at lines[1].sku',
        '    hint    it is there at `lines[0].sku`, but `lines.count` at',
        '            `lines[1].count`: one element has to hold both',
        '',
        '✓ lines.count  2 at lines[1].count',
      ].join('\n'),
    );
  });

  it('says how many alternatives are farther off', () => {
    const pattern = { $or: [{ a: [1], b: [{ exists: false }] }, { c: [1] }, { d: [1], e: [1] }] };

    expect(described(pattern, { a: 2 })).toBe(
      [
        'The event does not match the pattern: 1 of 2 fields does not hold.',
        '',
        '✗ a',
        '    wanted  1',
        '    found   2',
        '',
        '✓ b  absent, as wanted',
        '',
        '(This alternative of $or is the nearest; 2 others failed, too.)',
      ].join('\n'),
    );
  });

  it('lists what was found of an event that matches', () => {
    expect(described({ $or: [{ a: [1] }, { b: [1] }] }, '{"b":1.0}')).toBe(
      [
        'The event matches the pattern.',
        '',
        '✓ b  1.0',
        '',
        '(This is one alternative of $or; 1 other not looked at.)',
      ].join('\n'),
    );
  });

  it('lists at most five of what is wanted and of what is found', () => {
    const wanted = Array.from({ length: 100 }, (_, index) => `w${index}`);
    const found = Array.from({ length: 1000 }, () => 17);
    const lines = described({ a: wanted }, { a: found }).split('\n');

    expect(lines.slice(2, 4)).toEqual([
      '✗ a',
      '    wanted  "w0" or "w1" or "w2" or "w3" or "w4" or 95 more',
    ]);
    expect(lines[4]).toMatch(/^ {4}found {3}17 at a\[0\], .*17 at a\[4\], 995 more$/);
  });

  it('says of a body that is no JSON object what becomes of it', () => {
    expect(described({ a: [1] }, 'hello', 'sns-body')).toBe(
      'The event does not match the pattern: the body is not a JSON object, and SNS delivers such ' +
        'a message to no subscription with a filter policy.',
    );
  });

  it('tells of the alternatives that AWS drops', () => {
    expect(described({ $or: [{ m: ['a', 'b'] }, { m: ['b', 'c'] }] }, '{"m":"c"}')).toBe(
      [
        'The event does not match the pattern: 1 of 1 fields does not hold.',
        '',
        '✗ m',
        '    wanted  "a" or "b"',
        '    found   "c"',
        '    hint    it is another text than "a"',
        '',
        'AWS drops 1 alternative of $or: an earlier one has the same fields and at each of them a',
        'value in common. Join the two, or give one a field that the other lacks.',
      ].join('\n'),
    );
  });
});
