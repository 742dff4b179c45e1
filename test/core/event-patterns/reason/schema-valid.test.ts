import fc from 'fast-check';
import { readDocument } from '../../../../lib/core/event-patterns/reason/schema-question';
import { isValid } from '../../../../lib/core/event-patterns/reason/schema-valid';
import type { JsonValue } from '../../../../lib/core/schemas/json';
import { commonData, data, schemaOf } from '../../schemas/api-gateway/any-schema';
import { drafts, judgeOf } from './judges';

function valid(schema: object, value: JsonValue) {
  return isValid(value, readDocument(schema), { left: 1e5 });
}

const draft4 = 'http://json-schema.org/draft-04/schema#';

/** Schemas of which each refers to the next. */
function chain(length: number): object {
  const links = Array.from({ length }, (_, i) => [i, { $ref: `#/$defs/${i + 1}` }]);
  return { ...Object.fromEntries(links), [length]: { type: 'number' } };
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
            const truth = isValid(value as JsonValue, document, { left: 1e5 });
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
    ['a keyword of a later draft', { $schema: draft4, const: 1 }, 2, 'const'],
    ['a keyword of a later draft that holds', { $schema: draft4, const: 1 }, 1, true],
    [
      'what stands beside a reference',
      { $schema: draft4, $ref: '#/a', a: {}, type: 'null' },
      1,
      'type',
    ],
    [
      'a bound that draft-04 has outside',
      { $schema: draft4, minimum: 1, exclusiveMinimum: true },
      1,
      false,
    ],
    [
      'a number inside of it',
      { $schema: draft4, maximum: 1, exclusiveMaximum: true, exclusiveMinimum: true },
      0.5,
      true,
    ],
    ['an upper one', { $schema: draft4, maximum: 1, exclusiveMaximum: true }, 1, false],
    ['a bound that draft-04 has inside', { $schema: draft4, minimum: 1, maximum: 1 }, 1, true],
    ['a long chain of references', { $ref: '#/$defs/0', $defs: chain(5000) }, 1, '$ref'],
    ['a format', { format: 'email' }, 'x', true],
    ['__proto__', JSON.parse('{"required":["__proto__"]}'), JSON.parse('{"__proto__":1}'), true],
    ['__proto__ that is missing', JSON.parse('{"required":["__proto__"]}'), {}, false],
    ['a multiple by a part that no double holds', { multipleOf: 0.1 }, 0.3, 'multipleOf'],
  ])('of %s', (_, schema, value, truth) => {
    expect(valid(schema, value)).toBe(truth);
  });
});
