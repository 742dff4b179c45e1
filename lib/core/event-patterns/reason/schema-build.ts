/**
 * Makes events of a schema that are what a pattern asks for, going down both together. Each value is
 * offered with a few variants, the simplest first; whoever asks tries the events. In split mode the
 * elements of an array may go to different patterns.
 */
import { spend } from './budget';
import { type Member, objectTexts } from './event-text';
import type { Facts } from './schema-facts';
import {
  type Demand,
  demandsByName,
  dottedNames,
  isFirm,
  onwards,
  type SchemaQuestion,
} from './schema-question';
import { leafTexts, listedTexts } from './schema-values';

const mostVariants = 10;
const mostOfOneCase = 5;
const stepsOfOneValue = 10;
const mostLevels = 60;

/** What only the schema wants is made of fewer levels. */
const levelsUnasked = 6;
const mostElements = 100;

/** JSON texts; not all of them need be valid, nor what the demands ask for. */
export function* buildEvents(
  demands: readonly Demand[],
  schema: SchemaQuestion,
): Generator<string> {
  for (const facts of schema.facts([''])) {
    yield* facts.values === undefined
      ? buildObject(facts, demands, schema, 1)
      : facts.values.map((value) => JSON.stringify(value));
  }
}

function* build(
  pointers: readonly string[],
  demands: readonly Demand[],
  schema: SchemaQuestion,
  level: number,
): Generator<string> {
  spend(schema.question.budget, pointers.length + demands.length + stepsOfOneValue);
  if (level > mostLevels) {
    return;
  }
  const cases = [...schema.facts(pointers)].sort((a, b) => sizeOf(a) - sizeOf(b));
  for (const facts of cases) {
    yield* facts.values === undefined
      ? take(buildWithoutArray(facts, demands, schema, level), mostOfOneCase)
      : listedTexts(facts.values, demands);
  }
  for (const facts of cases.filter(({ values }) => values === undefined)) {
    yield* take(buildArray(facts, demands, schema, level), mostOfOneCase);
  }
}

function* buildWithoutArray(
  facts: Facts,
  demands: readonly Demand[],
  schema: SchemaQuestion,
  level: number,
): Generator<string> {
  if (!demands.some((demand) => demand.rest !== undefined && isFirm(demand))) {
    yield* leafTexts(facts, demands, schema.question.budget);
  }
  yield* buildObject(facts, demands, schema, level);
}

function levelBelow(demands: readonly Demand[], level: number): number {
  return level + (demands.length === 0 ? levelsUnasked : 1);
}

/** How much of a value a case asks for: schemas that hold themselves have a small case, or no value. */
function sizeOf({ values, leaves, array, required }: Facts): number {
  const small = values ?? leaves.texts ?? leaves.numbers ?? leaves.keywords[0];
  return small !== undefined || array ? 0 : 1 + required.length;
}

function* buildObject(
  facts: Facts,
  demands: readonly Demand[],
  schema: SchemaQuestion,
  level: number,
): Generator<string> {
  if (!facts.object || demands.some((demand) => demand.rest === undefined && isFirm(demand))) {
    return;
  }
  const dotted = new Map<string, Demand[]>();
  for (const demand of demands) {
    const name = dottedNames(demand, facts).find((known) => facts.field(known) !== undefined);
    if (name !== undefined) {
      dotted.set(name, [...(dotted.get(name) ?? []), onwards(demand, name)]);
    }
  }
  yield* membersOf(demandsByName(demands), facts, schema, level);
  if (dotted.size > 0) {
    const others = demands.filter((demand) => dottedNames(demand, facts).length === 0);
    yield* membersOf(new Map([...dotted, ...demandsByName(others)]), facts, schema, level);
  }
}

/** Objects of these and the required fields. */
function* membersOf(
  groups: ReadonlyMap<string, readonly Demand[]>,
  facts: Facts,
  schema: SchemaQuestion,
  level: number,
): Generator<string> {
  const fields: Member[] = [];
  for (const name of new Set([...groups.keys(), ...facts.required])) {
    const variants = variantsOf(name, groups.get(name) ?? [], facts, schema, level);
    if (variants.length === 0) {
      return;
    }
    fields.push({ name, variants });
  }
  yield* objectTexts(fields);
}

/** What can stand in the field, at most a few; undefined leaves it out. */
function variantsOf(
  name: string,
  demands: readonly Demand[],
  facts: Facts,
  schema: SchemaQuestion,
  level: number,
): readonly (string | undefined)[] {
  const pointers = facts.field(name);
  const optional = !facts.required.includes(name) && !demands.some(isFirm);
  const variants: (string | undefined)[] = optional ? [undefined] : [];
  for (const text of pointers === undefined
    ? []
    : build(pointers, demands, schema, levelBelow(demands, level))) {
    variants.push(text);
    if (variants.length >= mostVariants) {
      break;
    }
  }
  return variants;
}

function* buildArray(
  facts: Facts,
  demands: readonly Demand[],
  schema: SchemaQuestion,
  level: number,
): Generator<string> {
  if (!facts.array) {
    return;
  }
  const firm = demands.filter(isFirm);
  if (firm.length === 0 && facts.leastElements === 0) {
    yield '[]';
  }
  yield* pad(build(facts.elements, firm, schema, level + 1), facts, schema, level);
  const groups = [0, 1]
    .flatMap((side) => {
      const own = firm.filter((demand) => demand.side === side);
      return [
        own.filter(({ rest }) => rest === undefined),
        own.filter(({ rest }) => rest !== undefined),
      ];
    })
    .filter((group) => group.length > 0);
  if (schema.split && groups.length > 1) {
    const parts = groups.map(
      (group) => build(facts.elements, group, schema, level + 1).next().value,
    );
    const texts = parts.filter((part) => typeof part === 'string');
    if (texts.length === groups.length) {
      yield* pad([texts.join(), texts.reverse().join()], facts, schema, level);
    }
  }
}

/** Arrays of each of the elements, and of as many others as the schema wants. */
function* pad(
  elements: Iterable<string>,
  facts: Facts,
  schema: SchemaQuestion,
  level: number,
): Generator<string> {
  const others: string[] = [];
  const wanted = Math.min(facts.leastElements - 1, mostElements);
  if (wanted > 0) {
    const kinds = [...take(build(facts.elements, [], schema, level + levelsUnasked), mostVariants)];
    for (let i = 0; i < wanted && kinds.length > 0; i++) {
      others.push(kinds[i % kinds.length] ?? 'null');
    }
  }
  for (const element of elements) {
    yield `[${[element, ...others].join()}]`;
  }
}

function* take<T>(items: Iterable<T>, most: number): Generator<T> {
  let left = most;
  for (const item of items) {
    yield item;
    if (--left === 0) {
      return;
    }
  }
}
