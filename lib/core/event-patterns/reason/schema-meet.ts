/** Whether one event of a schema is matched by one pattern, or by two. */
import type { SchemaDocument } from '../../schemas/schema-document';
import type { Alternative, EventPattern } from '../ast';
import { type OverlapAnswer, unknown } from './answers';
import { spend, within } from './budget';
import { firstWitness, type Question } from './question';
import { buildEvents } from './schema-build';
import { type Demand, demandsOf, type SchemaQuestion, schemaQuestion } from './schema-question';
import { refuteEvent } from './schema-refute';
import { isValid } from './schema-valid';

const mostEvents = 400;
const stepsOfOneRefutation = 200_000;

export function canMeet(
  patterns: readonly EventPattern[],
  document: SchemaDocument,
  question: Question,
): OverlapAnswer {
  const joint = schemaQuestion(document, question);
  const search = { patterns, blockers: new Set<string>() };
  const open: Combination[] = [];
  let impossible: string | undefined;
  for (const combination of combine(patterns)) {
    const demands = demandsOf(combination);
    spend(question.budget, demands.length);
    const reason = tryToRefute(demands, { ...joint, split: true });
    impossible ??= reason;
    const witness = reason === undefined ? findWitness(demands, joint, search) : undefined;
    if (witness !== undefined) {
      return { answer: 'yes', witness, needsArray: false };
    }
    if (reason === undefined) {
      open.push(combination);
    }
  }
  return open.length === 0
    ? { answer: 'no', reason: impossible ?? '', extent: 'plain' }
    : meetInArrays(open, joint, search);
}

/** Goes on where each pattern may take its own elements of an array. */
function meetInArrays(
  open: readonly Combination[],
  joint: SchemaQuestion,
  search: Search,
): OverlapAnswer {
  for (const combination of open) {
    const witness = findWitness(demandsOf(combination), { ...joint, split: true }, search);
    if (witness !== undefined) {
      const clash = tryToRefuteAll(open, joint);
      return { answer: 'yes', witness, needsArray: true, ...(clash !== undefined && { clash }) };
    }
  }
  const [blocker] = search.blockers;
  return unknown(
    blocker === undefined
      ? 'no event of the schema was found, and none shown to be impossible'
      : `whether the events that were found are valid depends on "${blocker}", which is not understood`,
  );
}

/** An alternative of each pattern. */
type Combination = readonly Alternative[];

interface Search {
  readonly patterns: readonly EventPattern[];
  /** Keywords that kept open whether an event is valid. */
  readonly blockers: Set<string>;
}

function* combine([first, ...others]: readonly EventPattern[]): Generator<Combination> {
  for (const alternative of first?.alternatives ?? []) {
    for (const rest of others.length === 0 ? [[]] : combine(others)) {
      yield [alternative, ...rest];
    }
  }
}

function tryToRefute(demands: readonly Demand[], schema: SchemaQuestion): string | undefined {
  const { budget } = schema.question;
  return within(budget, stepsOfOneRefutation, (part) => {
    return refuteEvent(demands, { ...schema, question: schema.question.sharing(part) });
  });
}

function tryToRefuteAll(
  combinations: readonly Combination[],
  schema: SchemaQuestion,
): string | undefined {
  const reasons = combinations.map((one) => tryToRefute(demandsOf(one), schema));
  return reasons.includes(undefined) ? undefined : reasons[0];
}

function findWitness(
  demands: readonly Demand[],
  schema: SchemaQuestion,
  { patterns, blockers }: Search,
): string | undefined {
  const { document, question } = schema;
  let left = mostEvents;
  for (const event of buildEvents(demands, schema)) {
    const witness = firstWitness([event], patterns, [], question.budget);
    const validity = witness === undefined || isValid(JSON.parse(event), document, question.budget);
    if (witness !== undefined && validity === true) {
      return witness;
    }
    if (typeof validity === 'string') {
      blockers.add(validity);
    }
    if (--left === 0) {
      return undefined;
    }
  }
  return undefined;
}
