import { PatternError } from '../../../../lib/core/event-patterns';
import { snsDialect, subscriberScopes } from '../../../../lib/core/event-patterns/dialects/scopes';
import { dialects } from '../../../../lib/core/event-patterns/dialects/table';
import { operators } from '../../../../lib/core/event-patterns/parse/operators';

const rows = Object.entries(dialects);

describe('dialects', () => {
  test.each(rows)('%s names operators that can be read', (_, { operators: names, nested }) => {
    const inside = Object.values(nested).flat();

    expect([...names, ...inside].filter((name) => !Object.hasOwn(operators, name))).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  test.each(rows)(
    '%s gives a page for what it says and for each limit',
    (_, { limits, sources }) => {
      const pages = [...sources, ...Object.values(limits).map(({ source }) => source)];

      expect(pages.length).toBeGreaterThan(2);
      for (const page of pages) {
        expect(page).toMatch(/^https:\/\/docs\.aws\.amazon\.com\/.+\.html(#.+)?$/);
      }
    },
  );

  test('leaves no operator out', () => {
    const named = new Set(rows.flatMap(([, row]) => row.operators));

    expect(Object.keys(operators).filter((name) => !named.has(name))).toEqual([]);
  });
});

describe('snsDialect', () => {
  test.each<[string | undefined, string]>([
    [undefined, 'sns-attributes'],
    ['MessageAttributes', 'sns-attributes'],
    ['MessageBody', 'sns-body'],
  ])('of the scope %s is %s', (scope, dialect) => {
    expect(snsDialect(scope)).toBe(dialect);
  });

  test('refuses a scope that SNS does not know', () => {
    const scope = () => snsDialect('RandomValue');

    expect(scope).toThrow(PatternError);
    expect(scope).toThrow(
      '"RandomValue" is an invalid value of FilterPolicyScope. Expected MessageAttributes or MessageBody.',
    );
  });
});

describe('subscriberScopes', () => {
  test('takes exact values only of what a publisher sets', () => {
    expect(subscriberScopes['METADATA']).toEqual({ operators: [], or: false });
  });

  test('takes all operators but wildcard of the payload and of what the service sets', () => {
    expect(subscriberScopes['DATA']?.operators).toHaveLength(8);
    expect(subscriberScopes['DATA']?.operators).not.toContain('wildcard');
    expect(subscriberScopes['SYSTEM_METADATA']).toEqual(subscriberScopes['DATA']);
  });
});
