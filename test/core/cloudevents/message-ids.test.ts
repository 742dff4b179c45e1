import fc from 'fast-check';
import { toDeduplicationId, toMessageGroupId } from '../../../lib/core/cloudevents/message-ids';
import { anyEvent, text } from './any-event';

/** The alphabet as API_SendMessage lists it. */
const alphabet = /^[A-Za-z0-9!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~]{1,128}$/;
const zeros = `sha256:${'0'.repeat(64)}`;

const key = fc.oneof(
  text(200),
  fc.string({ minLength: 1, maxLength: 130 }),
  fc.constantFrom('a', ' a', 'a ', 'ä', 'a\u0308', 'x'.repeat(128), 'x'.repeat(129), zeros),
);

describe('toMessageGroupId', () => {
  test.each([
    ['an order number', 'A-1042'],
    ['all punctuation', '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'],
    ['128 characters', 'x'.repeat(128)],
    ['what only begins like a replacement', `${zeros}0`],
    ['a replacement in capitals', zeros.toUpperCase()],
  ])('keeps %s', (_, kept) => {
    expect(toMessageGroupId(kept)).toBe(kept);
  });

  test.each([
    [
      'what is not ASCII or has a space',
      'München 7',
      '2def8a2f39e603bbd2eafcc5138ce50a05f46ffb8ce19c04a7591f2ef7f8c70b',
    ],
    [
      '129 characters',
      'x'.repeat(129),
      '0ec9eb33e74510bcdd1f2ea55206e82f21649c5c2becbf2b433eb475b34c01bd',
    ],
    [
      'what looks like a replacement',
      zeros,
      'e191bc1aec7e9a1d2e95a24550e97dd2dd947b6d99ca244d85cae37f8d82c61b',
    ],
  ])('replaces %s by its SHA-256', (_, replaced, hash) => {
    expect(toMessageGroupId(replaced)).toBe(`sha256:${hash}`);
  });

  test("for every key, gives a group of SQS's alphabet", () => {
    fc.assert(fc.property(key, (any) => expect(toMessageGroupId(any)).toMatch(alphabet)));
  });

  test('for every two keys, gives one group only to one key', () => {
    fc.assert(
      fc.property(key, key, (one, other) => {
        expect(toMessageGroupId(one) === toMessageGroupId(other)).toBe(one === other);
      }),
    );
  });

  test('for every key that is replaced, its group as a key has another group', () => {
    fc.assert(
      fc.property(text(), (any) => {
        const group = toMessageGroupId(`${any} `);
        expect(toMessageGroupId(group)).not.toBe(group);
      }),
    );
  });
});

describe('toDeduplicationId', () => {
  test('is the SHA-256 of source, line feed and id', () => {
    expect(toDeduplicationId({ source: 'shop.checkout', id: 'a-1' })).toBe(
      '175343da12f07cbd0e8a4c4a72f97d530de07f394da0c079b8c782da070b28d4',
    );
  });

  test("for every valid event, is one of SQS's alphabet and depends on source and id alone", () => {
    fc.assert(
      fc.property(anyEvent, anyEvent, (one, other) => {
        const { source, id } = one;
        expect(toDeduplicationId(one)).toMatch(alphabet);
        expect(toDeduplicationId({ ...other, source, id })).toBe(toDeduplicationId(one));
      }),
    );
  });

  test('for every text, differs for each place where source ends and id begins', () => {
    const joined = fc.string({ unit: fc.constantFrom(...'a|,;:/#\\n"%0A\u2028'), minLength: 3 });
    fc.assert(
      fc.property(joined, (all) => {
        const cuts = Array.from({ length: all.length - 1 }, (_, index) => index + 1);
        const ids = cuts.map((at) => {
          return toDeduplicationId({ source: all.slice(0, at), id: all.slice(at) });
        });
        expect(new Set(ids).size).toBe(cuts.length);
      }),
    );
  });

  test('for every two valid events, differs if source or id differs', () => {
    fc.assert(
      fc.property(anyEvent, anyEvent, (one, other) => {
        const same = one.source === other.source && one.id === other.id;
        expect(toDeduplicationId(one) === toDeduplicationId(other)).toBe(same);
      }),
    );
  });
});
