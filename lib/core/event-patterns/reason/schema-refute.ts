/**
 * Shows that no event of a schema is what a pattern asks for, by going down both together: in every
 * case of the schema, and for every type that it allows there, something must clash. Events are plain
 * ones: a path leads through names without dots unless the schema has others. In arrays only what
 * must be found counts, since absence there depends on the chosen elements; fields of one pattern
 * must be found in one element, those of two need not be.
 */
import type { JsonValue } from '../../schemas/json';
import { spend } from './budget';
import { findLeaves } from './find-leaf';
import { firstName } from './paths';
import { sayMatchers } from './say';
import { sayFacts } from './say-facts';
import type { Facts } from './schema-facts';
import {
  type Demand,
  demandsByName,
  dottedNames,
  isFirm,
  onwards,
  type SchemaQuestion,
} from './schema-question';
import { clausesOf, spellingOf } from './schema-values';

/** Why the demands can't be met; undefined where they may be. */
type Refutation = string | undefined;

interface Refuting extends SchemaQuestion {
  /** What is being refuted further up: an array whose elements are again such arrays. */
  readonly open: ReadonlySet<string>;
}

const again = '';

const mostLevels = 100;

/** Why no valid event is what all demands ask for, if that is sure. */
export function refuteEvent(demands: readonly Demand[], schema: SchemaQuestion): Refutation {
  const cases = schema.facts(['']).filter(({ object }) => object);
  const refuting = { ...schema, open: new Set<string>() };
  return inAll(cases, demands, (facts) => {
    return facts.values === undefined ? refuteObject(facts, demands, refuting) : undefined;
  });
}

function refute(
  pointers: readonly string[],
  demands: readonly Demand[],
  schema: Refuting,
): Refutation {
  spend(schema.question.budget, demands.length + pointers.length + 1);
  const key = JSON.stringify([pointers, demands.map(({ side, path, rest }) => [side, path, rest])]);
  if (demands.length === 0 || schema.open.size > mostLevels) {
    return undefined;
  }
  // What would meet the demands there would meet them here, in fewer steps.
  if (schema.open.has(key)) {
    return again;
  }
  const inner = { ...schema, open: new Set([...schema.open, key]) };
  return inAll(schema.facts(pointers), demands, (facts) => refuteCase(facts, demands, inner));
}

function inAll(
  cases: readonly Facts[],
  demands: readonly Demand[],
  refuteOne: (facts: Facts) => Refutation,
): Refutation {
  let reason: string =
    cases.length === 0 ? `${demands[0]?.path}: the schema allows nothing` : again;
  for (const facts of cases) {
    const refutation = refuteOne(facts);
    if (refutation === undefined) {
      return undefined;
    }
    reason = reason === again ? refutation : reason;
  }
  return reason;
}

function refuteCase(facts: Facts, demands: readonly Demand[], schema: Refuting): Refutation {
  if (facts.values !== undefined) {
    return facts.values.every((value) => clashes(value, demands))
      ? sayClash(facts, demands)
      : undefined;
  }
  const ways: (() => Refutation)[] = [
    () => refuteLeaf(facts, demands, schema),
    ...(facts.object ? [() => refuteObject(facts, demands, schema)] : []),
    ...(facts.array ? [() => refuteArray(facts, demands, schema)] : []),
  ];
  let reason = again;
  for (const way of ways) {
    const refutation = way();
    if (refutation === undefined) {
      return undefined;
    }
    reason = reason === again ? refutation : reason;
  }
  return reason;
}

/** Whether a listed value is not what the demands ask for; lists and objects are left open. */
function clashes(value: JsonValue, demands: readonly Demand[]): boolean {
  if (typeof value === 'object' && value !== null) {
    return false;
  }
  const inside = demands.some((demand) => demand.rest !== undefined && isFirm(demand));
  return inside || spellingOf(value, demands) === undefined;
}

function refuteLeaf(facts: Facts, demands: readonly Demand[], { question }: Refuting): Refutation {
  const inside = demands.find((demand) => demand.rest !== undefined && isFirm(demand));
  const { keywords, numbers, texts } = facts.leaves;
  const none = keywords.length === 0 && numbers === undefined && texts === undefined;
  if (none) {
    return facts.object || facts.array ? again : sayClash(facts, demands);
  }
  if (inside !== undefined) {
    return sayClash(facts, [inside]);
  }
  const clauses = clausesOf(demands);
  return clauses.length > 0 && findLeaves(clauses, facts.leaves, question.budget).is === 'none'
    ? sayClash(facts, demands)
    : undefined;
}

function refuteObject(facts: Facts, demands: readonly Demand[], schema: Refuting): Refutation {
  const leaf = demands.find((demand) => demand.rest === undefined && isFirm(demand));
  if (leaf !== undefined) {
    return sayClash(facts, [leaf]);
  }
  const dotted = demands.filter((demand) => dottedNames(demand, facts).length > 0);
  for (const demand of dotted.filter(isFirm)) {
    const names = [firstName(demand.rest ?? ''), ...dottedNames(demand, facts)];
    const reasons = names.map((name) => refuteField(name, [onwards(demand, name)], facts, schema));
    if (!reasons.includes(undefined)) {
      return reasons[0];
    }
  }
  const plain = demands.filter((demand) => !dotted.includes(demand));
  for (const [name, group] of demandsByName(plain)) {
    const reason = refuteField(name, group, facts, schema);
    if (reason !== undefined) {
      return reason;
    }
  }
  return undefined;
}

function refuteField(
  name: string,
  demands: readonly Demand[],
  facts: Facts,
  schema: Refuting,
): Refutation {
  const pointers = facts.field(name);
  const firm = demands.find(isFirm);
  if (firm === undefined && !facts.required.includes(name)) {
    return undefined;
  }
  if (pointers === undefined) {
    const asked =
      firm === undefined ? 'and requires it' : `the pattern asks for ${sayMatchers(firm.matchers)}`;
    return `${(firm ?? demands[0])?.path}: the schema allows no field ${JSON.stringify(name)}, ${asked}`;
  }
  return refute(pointers, demands, schema);
}

function refuteArray(facts: Facts, demands: readonly Demand[], schema: Refuting): Refutation {
  const firm = demands.filter(isFirm);
  const groups = schema.split
    ? [
        ...firm.filter(({ rest }) => rest === undefined).map((demand) => [demand]),
        ...[0, 1].map((side) =>
          firm.filter((demand) => demand.side === side && demand.rest !== undefined),
        ),
      ]
    : [firm];
  for (const group of groups) {
    const reason = facts.elements.length > 0 ? refute(facts.elements, group, schema) : undefined;
    if (reason !== undefined) {
      return reason;
    }
  }
  return undefined;
}

function sayClash(facts: Facts, demands: readonly Demand[]): string {
  const [first] = demands;
  const here = demands.filter(({ rest }) => rest === undefined);
  const asked = (here.length > 0 ? here : demands.slice(0, 1)).map(({ matchers }) =>
    sayMatchers(matchers),
  );
  const place =
    first?.rest === undefined ? '' : ` where the path ends in ${JSON.stringify(first.rest)}`;
  const who = asked.length > 1 ? 'the patterns ask for' : 'the pattern asks for';
  return `${first?.path}: the schema allows ${sayFacts(facts)}${place}, ${who} ${asked.join(' and ')}`;
}
