import fc from 'fast-check';
import { arnLike, like, same, type Truth } from '../../../../lib/analysis/flow/resolution/compare';

type Row = [pattern: string, text: string, truth: Truth];

const arn = 'arn:⟨AWS::Partition⟩:events:⟨AWS::Region⟩:⟨AWS::AccountId⟩';

const likes: Row[] = [
  ['rule/orders/*', 'rule/orders/a', 'yes'],
  ['rule/orders/*', 'rule/other/a', 'no'],
  ['*a*b', 'xxaxxb', 'yes'],
  ['*a*b', 'xxbxxa', 'no'],
  ['a?c', 'abc', 'yes'],
  ['a?c', 'ac', 'no'],
  ['', '', 'yes'],
  ['', 'a', 'no'],
  ['*', '', 'yes'],
  ['any', 'a', 'no'],
  ['one', 'o', 'no'],
  // A hole equals itself, and wildcards take it.
  ['⟨AWS::Region⟩', '⟨AWS::Region⟩', 'yes'],
  ['rule/*', 'rule/⟨B/Rule⟩', 'yes'],
  // Whether one character is all of a hole is not known.
  ['rule/?', 'rule/⟨parameter P of B⟩', 'unknown'],
  ['eu-west-1', '⟨AWS::Region⟩', 'unknown'],
  ['⟨parameter P of B⟩', 'anything', 'unknown'],
  ['a⟨parameter P of B⟩', 'b⟨parameter Q of B⟩', 'no'],
  // Two resources have two names.
  ['rule/⟨B/One⟩', 'rule/⟨B/Two⟩', 'no'],
  ['⟨Shop/SeattleRuleOne⟩', '⟨Shop/SeattleRuleTwo⟩', 'no'],
  ['⟨Shop/SeattleRuleOne⟩', '⟨Shop/SeattleRuleTwo⟩x', 'unknown'],
  ['⟨P⟩/⟨Shop/SeattleRuleOne⟩', '⟨Q⟩/⟨Shop/SeattleRuleTwo⟩', 'unknown'],
  ['⟨P⟩', '⟨Shop/Queue⟩', 'unknown'],
  // No name that CloudFormation makes up ends as that of a FIFO queue.
  ['⟨P⟩:⟨Shop/SeattleQueueOne⟩', '⟨P⟩:⟨Shop/SeattleQueueTwo⟩.fifo', 'no'],
  ['⟨P⟩:orders.fifo', '⟨P⟩:⟨orders.fif/Queue⟩', 'no'],
  ['*.fifo', '⟨Shop/Queue⟩', 'no'],
  ['⟨Shop/SeattleQueueOne⟩*', '⟨Shop/SeattleQueueTwo⟩.fifo', 'unknown'],
  ['⟨Shop/Queue⟩.fifo', '⟨parameter P of B⟩', 'unknown'],
  // A made-up name starts with those of its stack and resource.
  ['orders', '⟨Shop/Queue⟩', 'no'],
  ['Shop-Queue-1A2B3C4D5E6F', '⟨Shop/Queue⟩', 'unknown'],
  ['Shop-Q*', '⟨Shop/Queue⟩', 'unknown'],
  ['TenLettersX', '⟨TenLetters/Queue⟩', 'unknown'],
  ['AStackWithALongNa-Queue-1A2B', '⟨AStackWithALongNameIndeed/Queue⟩', 'unknown'],
];

const sames: Row[] = [
  ['*', 'a', 'no'],
  ['a', 'a', 'yes'],
  ['*', '⟨parameter P of B⟩', 'unknown'],
];

const arns: Row[] = [
  [`${arn}:rule/orders/*`, `${arn}:rule/orders/⟨B/Rule⟩`, 'yes'],
  [`${arn}:rule/orders/*`, `${arn}:rule/other/⟨B/Rule⟩`, 'no'],
  [`${arn}:rule/*`, `${arn}:rule/orders/a:b`, 'yes'],
  ['arn:aws:events:*:*:rule/orders/*', `${arn}:rule/orders/⟨B/Rule⟩`, 'unknown'],
  ['arn:*:events:*:*:rule/orders/*', `${arn}:rule/orders/⟨B/Rule⟩`, 'yes'],
  ['arn:aws:events:eu-west-1:1:rule/a', `${arn}:rule/b`, 'no'],
  // A wildcard ends where its part of the ARN does.
  ['arn:aws:*:rule/a', 'arn:aws:events:eu-west-1:1:rule/a', 'unknown'],
  ['arn:*:eu-west-1:1:2:rule/a', 'arn:aws:events:eu-west-1:1:rule/a', 'no'],
  ['*', 'arn:aws:events:eu-west-1:1:rule/a', 'unknown'],
  ['arn:aws:sqs:*', 'arn:aws:events:eu-west-1:1:rule/a', 'no'],
  ['⟨parameter P of B⟩', 'arn:aws:events:eu-west-1:1:rule/a', 'unknown'],
];

describe('like', () => {
  test.each(likes)('%s on %s: %s', (pattern, text, truth) => {
    expect(like(pattern, text)).toBe(truth);
  });

  test('for every pattern and text without holes it agrees with a regular expression', () => {
    const letters = (characters: string) =>
      fc.array(fc.constantFrom(...characters), { maxLength: 12 }).map((all) => all.join(''));
    fc.assert(
      fc.property(letters('ab*?'), letters('ab'), (pattern, text) => {
        const source = pattern.replaceAll('*', '.*').replaceAll('?', '.');
        const expected = new RegExp(`^${source}$`).test(text) ? 'yes' : 'no';
        expect(like(pattern, text)).toBe(expected);
      }),
    );
  });

  test('for every value of a hole a yes or no stays true', () => {
    const piece = fc.constantFrom('a', 'b', '*', '⟨x⟩', '⟨y⟩');
    const texts = fc.array(piece, { maxLength: 6 }).map((all) => all.join(''));
    const value = fc.constantFrom('', 'a', 'b', 'ab');
    fc.assert(
      fc.property(texts, texts, value, value, (pattern, mixed, x, y) => {
        const text = mixed.replaceAll('*', '');
        const fill = (holey: string) => holey.replaceAll('⟨x⟩', x).replaceAll('⟨y⟩', y);
        const truth = like(pattern, text);
        if (truth !== 'unknown') expect(like(fill(pattern), fill(text))).toBe(truth);
      }),
      { numRuns: 2000 },
    );
  });

  it('answers unknown to texts longer than any that AWS takes', () => {
    expect(like(`${'a*'.repeat(5000)}b`, 'a'.repeat(50_000))).toBe('unknown');
  });
});

describe('same', () => {
  test.each(sames)('%s and %s: %s', (one, other, truth) => {
    expect(same(one, other)).toBe(truth);
  });
});

describe('arnLike', () => {
  test.each(arns)('%s on %s: %s', (pattern, text, truth) => {
    expect(arnLike(pattern, text)).toBe(truth);
  });
});
