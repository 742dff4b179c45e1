import type { Problem } from '../../core/diagnostics';
import { type JsonObject, SchemaError } from '../../core/schemas';
import { readSchema } from '../../core/schemas/read-schema';
import { judgeByStandard } from '../../core/schemas/standard';
import { validatorOf } from '../../core/schemas/validation';
import { hasToken, show } from '../validation';
import { withNulls } from './with-nulls';

interface ReadExamples {
  readonly examples: readonly JsonObject[];
  readonly problems: readonly Problem[];
}

/** What examples are held against: the schema as the user gave it, and as JSON Schema. */
interface Judges {
  readonly given?: unknown;
  readonly schema?: JsonObject;
}

/** Of one example, so many reasons are told. */
const shownReasons = 3;

export function readExamples(given: unknown, judges: Judges): ReadExamples {
  if (given === undefined) return { examples: [], problems: [] };
  if (!Array.isArray(given)) return { examples: [], problems: [noList(given)] };
  if (given.length === 0) return { examples: [], problems: [] };
  try {
    const judge = judgeOf(judges);
    const read = given.map((one, index) => readExample(one, `examples[${index}]`, judge));
    return {
      examples: read.flatMap(({ example }) => (example === undefined ? [] : [example])),
      problems: read.flatMap(({ problems }) => problems),
    };
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error;
    return { examples: [], problems: [noJudge(error)] };
  }
}

type Judge = (example: JsonObject) => readonly string[];

/** The validator is made for examples only: what it needs takes its time to load. */
function judgeOf({ given, schema }: Judges): Judge {
  if (schema === undefined) return () => [];
  const validate = validatorOf(schema);
  return (example) => {
    const told = validate(example);
    return (told.length > 0 ? told : judgeByStandard(given, example)).map(
      ({ path, problem }) => `${path === '' ? '' : `at ${path}, `}${problem}`,
    );
  };
}

function readExample(
  given: unknown,
  prop: string,
  judge: Judge,
): { example?: JsonObject; problems: readonly Problem[] } {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    return { problems: [noData(prop, `${show(given)} given`)] };
  }
  try {
    const example = readSchema(withNulls(given));
    if (hasToken(example)) return { problems: [noData(prop, show(example))] };
    const reasons = judge(example);
    return { example, problems: reasons.length === 0 ? [] : [refused(prop, reasons)] };
  } catch (error) {
    if (!(error instanceof SchemaError)) throw error;
    const place = error.pointer === '' ? '' : `at ${error.pointer}, `;
    return { problems: [noData(prop, `${place}${error.problem}`)] };
  }
}

const noList = (given: unknown): Problem => ({
  id: 'spillway:contract-example',
  prop: 'examples',
  given: `${show(given)} given`,
  expected: 'examples are a list of the data of events',
  fix: 'Give a list, also of one: [{ ... }].',
});

/** Read well so far, and yet the validator can't make anything of it. */
const noJudge = ({ problem, expected }: SchemaError): Problem => ({
  id: 'spillway:contract-schema',
  prop: 'schema',
  given: `examples can't be held against it: ${problem}`,
  expected: `a validator takes ${expected}`,
  fix: 'Simplify the schema there.',
});

const noData = (prop: string, given: string): Problem => ({
  id: 'spillway:contract-example',
  prop,
  given,
  expected: 'an example is the data of an event: a JSON object as it travels',
  fix: 'Give plain JSON: texts, numbers, true, false, null, lists and objects.',
});

const refused = (prop: string, reasons: readonly string[]): Problem => ({
  id: 'spillway:contract-example',
  prop,
  given: `${reasons.slice(0, shownReasons).join('; ')}${reasons.length > shownReasons ? '; and more' : ''}`,
  expected: 'an example is what the schema describes: it is shown to consumers and used in tests',
  fix: 'Correct the example, or the schema.',
});
