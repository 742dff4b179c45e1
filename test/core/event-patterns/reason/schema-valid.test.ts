import fc from 'fast-check';
import { readDocument } from '../../../../lib/core/event-patterns/reason/schema-question';
import { isValid } from '../../../../lib/core/event-patterns/reason/schema-valid';
import type { JsonValue } from '../../../../lib/core/schemas/json';
import { commonData, data, schemaOf } from '../../schemas/api-gateway/any-schema';
import { drafts, judgeOf } from './judges';

function valid(schema: object, value: JsonValue) {
  return isValid(value, readDocument(schema), { left: 1e6 });
}

/** ajv takes `contains` as met by a list that is shorter than the elements that are named one by one. */
function isMisjudged(schema: object): boolean {
  return (
    /"contains"/.test(JSON.stringify(schema)) &&
    /"(?:prefixItems|items)":\[/.test(JSON.stringify(schema))
  );
}

describe('isValid', () => {
  test.each(drafts)('for every schema of %s, says what ajv says or leaves it open', (draft) => {
    let sure = 0;
    fc.assert(
      fc.property(
        schemaOf({ draft, withLosses: true }),
        fc.array(data, { maxLength: 8 }),
        (schema, more) => {
          fc.pre(!isMisjudged(schema));
          const document = readDocument(schema);
          const judge = judgeOf(draft, schema);
          for (const value of [...commonData, ...more]) {
            const truth = isValid(value as JsonValue, document, { left: 1e6 });
            const verdict = judge(value);
            if (typeof truth === 'boolean' && verdict !== undefined) {
              sure++;
              expect([value, truth]).toEqual([value, verdict]);
            }
          }
        },
      ),
      { numRuns: 15 },
    );

    expect(sure).toBeGreaterThan(200);
  });

  test.each<[string, object, JsonValue, boolean | string]>([
    ['a reference that leads back to itself', { $ref: '#' }, 1, '$ref'],
    ['a reference that leads elsewhere', { $ref: 'https://example.com/a.json' }, 1, '$ref'],
    [
      'a keyword that is not understood',
      { unevaluatedProperties: false },
      {},
      'unevaluatedProperties',
    ],
    ['it, where another keyword refuses', { unevaluatedItems: false, type: 'string' }, [], false],
    ['a pattern that is not read', { pattern: '(?=a)' }, 'a', 'pattern'],
    ['a pattern asked about a surrogate pair', { pattern: '^.$' }, '😀', 'pattern'],
    ['a format', { format: 'email' }, 'x', true],
    ['__proto__', JSON.parse('{"required":["__proto__"]}'), JSON.parse('{"__proto__":1}'), true],
    ['__proto__ that is missing', JSON.parse('{"required":["__proto__"]}'), {}, false],
    ['a multiple by a part that no double holds', { multipleOf: 0.1 }, 0.3, 'multipleOf'],
  ])('of %s', (_, schema, value, truth) => {
    expect(valid(schema, value)).toBe(truth);
  });
});
