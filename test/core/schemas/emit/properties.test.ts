import openApiSchemaObject from '@asyncapi/specs/common/openapiSchema_3_0.json';
import Ajv from 'ajv';
import AjvDraft04 from 'ajv-draft-04';
import fc from 'fast-check';
import { SchemaError } from '../../../../lib/core/schemas';
import { type EventFormat, emitEvent } from '../../../../lib/core/schemas/emit';
import { commonData, data, schemaOf } from '../api-gateway/any-schema';
import { drafts, type Judge, judgeOf, judges } from './judges';

const event = { source: 'shop.checkout', eventType: 'order.placed.v1', owner: 'checkout' };
const formats: EventFormat[] = ['JSONSchemaDraft4', 'OpenApi3'];
const cases = drafts.flatMap((draft) => formats.map((format) => ({ draft, format })));

const metaSchema = new AjvDraft04({ strict: false, logger: false });
const schemaObject = new Ajv({ strict: false, logger: false, validateFormats: false }).compile(
  openApiSchemaObject,
);

/** ajv overflows on schemas that ask themselves, and names what is not there beside `not: {}`. */
const isOfAjv = (error: unknown) => error instanceof RangeError || error instanceof ReferenceError;

function unless<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    if (isOfAjv(error)) return undefined;
    throw error;
  }
}

/** The parts of a document that have to be schema objects of OpenAPI 3.0. */
const classesOf = (text: string) => Object.entries(JSON.parse(text).components.schemas);

function problemsOf(text: string, format: EventFormat): unknown[] {
  if (format === 'OpenApi3') {
    return classesOf(text).filter(([name, one]) => !/^[\w.-]+$/.test(name) || !schemaObject(one));
  }
  return metaSchema.validateSchema(JSON.parse(text)) ? [] : [metaSchema.errors];
}

/** The same value with the members of each object in the other order. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  const members = Object.entries(value).reverse();
  return Object.fromEntries(members.map(([name, member]) => [name, turned(member)]));
}

describe.each(cases)('emitEvent of $draft as $format', ({ draft, format }) => {
  const anySchema = schemaOf({ draft, withLosses: true });

  test('for every schema, lets all data through that the schema lets through', () => {
    fc.assert(
      fc.property(anySchema, fc.array(data, { maxLength: 8 }), (schema, more) => {
        const given = unless<Judge>(() => judges[draft].compile(schema));
        fc.pre(given !== undefined);
        const emitted = unless(() => judgeOf(emitEvent({ ...event, schema }, format), format));
        fc.pre(emitted !== undefined);
        const refused = [...commonData, ...more].filter(
          (value) => unless(() => given(value)) === true && unless(() => emitted(value)) === false,
        );
        expect(refused).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test('for every schema, gives a valid document', () => {
    fc.assert(
      fc.property(anySchema, (schema) => {
        expect(problemsOf(emitEvent({ ...event, schema }, format), format)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('for every schema, gives the same bytes in whatever order its members stand', () => {
    fc.assert(
      fc.property(anySchema, (schema) => {
        const other = turned({ ...event, schema }) as typeof event & { schema: object };
        expect(emitEvent(other, format)).toBe(emitEvent({ ...event, schema }, format));
      }),
      { numRuns: 60 },
    );
  });
});

describe('emitEvent', () => {
  test('for every value in the place of a schema, gives a document or a SchemaError', () => {
    const jsons = fc.dictionary(
      fc.constantFrom('type', 'items', 'properties', '$ref', 'enum', '__proto__', 'required'),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(jsons, fc.constantFrom(...formats), (schema, format) => {
        try {
          expect(problemsOf(emitEvent({ ...event, schema }, format), format)).toEqual([]);
        } catch (error) {
          if (!(error instanceof SchemaError)) throw error;
        }
      }),
    );
  });
});
