import Ajv, { type Options } from 'ajv';
import Ajv2019 from 'ajv/dist/2019';
import Ajv2020 from 'ajv/dist/2020';
import draft6 from 'ajv/dist/refs/json-schema-draft-06.json';
import AjvDraft04 from 'ajv-draft-04';
import fc from 'fast-check';
import { lowerForApiGateway, SchemaError } from '../../../../lib/core/schemas';
import { commonData, type Draft, data, schemaOf } from './any-schema';

const options: Options = { strict: false, validateFormats: false, logger: false };

/** What the drafts themselves say of a schema. */
const judges: Record<Draft, Ajv> = {
  'draft-04': new AjvDraft04(options),
  'draft-06': new Ajv(options).addMetaSchema(draft6),
  'draft-07': new Ajv(options),
  '2019-09': new Ajv2019(options),
  '2020-12': new Ajv2020(options),
};

const drafts = Object.keys(judges) as Draft[];

type Judge = (value: unknown) => unknown;

interface Case {
  /** Undefined where ajv finds no verdict. */
  readonly given: Judge;
  readonly lowered: Judge;
  readonly lost: number;
}

/** Undefined for a schema that leads back to itself for the same value: it has no verdict. */
function caseOf(draft: Draft, schema: object): Case | undefined {
  const result = unless(isLoop, () => lowerForApiGateway(schema));
  const given = unless(isOfAjv, () => judges[draft].compile(schema));
  if (result === undefined || given === undefined) return undefined;
  return {
    given: (value) => unless(isOfAjv, () => given(value)),
    lowered: judges['draft-04'].compile(result.schema),
    lost: result.lost.length,
  };
}

function isLoop(error: unknown): boolean {
  return error instanceof SchemaError && error.problem.includes('leads back');
}

/**
 * ajv overflows also on loops that lie in what is lost, which are not refused; and what it compiles
 * of `anyOf` beside `not: {}` names a variable that is not there.
 */
function isOfAjv(error: unknown): boolean {
  return error instanceof RangeError || error instanceof ReferenceError;
}

function unless<T>(isExpected: (error: unknown) => boolean, act: () => T): T | undefined {
  try {
    return act();
  } catch (error) {
    if (isExpected(error)) return undefined;
    throw error;
  }
}

/** Judges data by every schema that has a verdict, and by what becomes of it. */
function forEvery(
  stock: { readonly draft: Draft; readonly withLosses: boolean },
  isRight: (given: unknown, lowered: unknown, lost: number) => boolean,
): void {
  fc.assert(
    fc.property(schemaOf(stock), fc.array(data, { maxLength: 8 }), (schema, more) => {
      const found = caseOf(stock.draft, schema);
      fc.pre(found !== undefined);
      const { given, lowered, lost } = found;
      const wrong = [...commonData, ...more].filter((value) => {
        return !isRight(given(value), lowered(value), lost);
      });
      expect(wrong).toEqual([]);
    }),
    { numRuns: 300 },
  );
}

describe.each(drafts)('lowerForApiGateway, %s', (draft) => {
  test('for every schema, lets all data through that the schema lets through', () => {
    forEvery({ draft, withLosses: true }, (given, lowered) => given !== true || lowered === true);
  });

  test('for every schema of which nothing is lost, gives the same verdicts', () => {
    forEvery({ draft, withLosses: false }, (given, lowered, lost) => {
      return lost > 0 || given === undefined || given === lowered;
    });
  });
});
