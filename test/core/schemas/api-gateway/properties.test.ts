import Ajv, { type Options } from 'ajv';
import Ajv2019 from 'ajv/dist/2019';
import Ajv2020 from 'ajv/dist/2020';
import draft6 from 'ajv/dist/refs/json-schema-draft-06.json';
import AjvDraft04 from 'ajv-draft-04';
import fc from 'fast-check';
import { lowerForApiGateway, SchemaError } from '../../../../lib/core/schemas';
import { type Draft, data, schemaOf } from './any-schema';

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
  /** Undefined where ajv finds no end. */
  readonly given: Judge;
  readonly lowered: Judge;
  readonly lost: number;
}

/** Undefined for a schema that leads back to itself for the same value: it has no verdict. */
function caseOf(draft: Draft, schema: object): Case | undefined {
  return unlessEndless(() => {
    const result = lowerForApiGateway(schema);
    const given = judges[draft].compile(schema);
    const lowered = judges['draft-04'].compile(result.schema);
    return {
      given: (value) => unlessEndless(() => given(value)),
      lowered,
      lost: result.lost.length,
    };
  });
}

/** ajv overflows also on loops that lie in what is lost, which are not refused. */
function unlessEndless<T>(judge: () => T): T | undefined {
  try {
    return judge();
  } catch (error) {
    const isLoop = error instanceof SchemaError && error.problem.includes('leads back');
    if (isLoop || error instanceof RangeError) return undefined;
    throw error;
  }
}

const values = fc.array(data, { minLength: 8, maxLength: 8 });

/** Runs the check for every schema that has a verdict, and for data. */
function forEvery(draft: Draft, check: (found: Case, value: unknown) => void): void {
  fc.assert(
    fc.property(schemaOf(draft), values, (schema, list) => {
      const found = caseOf(draft, schema);
      fc.pre(found !== undefined);
      for (const value of list) check(found, value);
    }),
    { numRuns: 250 },
  );
}

describe.each(drafts)('lowerForApiGateway, %s', (draft) => {
  test('for every schema, lets all data through that the schema lets through', () => {
    forEvery(draft, ({ given, lowered }, value) => {
      if (given(value)) expect([value, lowered(value)]).toEqual([value, true]);
    });
  });

  test('for every schema of which nothing is lost, gives the same verdicts', () => {
    forEvery(draft, ({ given, lowered, lost }, value) => {
      fc.pre(lost === 0);
      expect([value, lowered(value)]).toEqual([value, given(value)]);
    });
  });
});
