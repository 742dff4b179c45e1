/**
 * Whether a reader takes all that a writer emits, from the roots down. A pair of term and schema
 * that is met again while it is being judged is taken to fit: data is finite, so what would not fit
 * is found further out. When a pair turns out not to fit, all that was concluded since it was taken
 * to do so is forgotten.
 */
import type { JsonValue } from '../json';
import { admits } from './admits';
import { alternativesOfClaim } from './alternatives';
import { closed, declaredBy } from './declared';
import { distinct } from './fit';
import { fits } from './fits';
import type { Alternative, Claim, Opaque, SchemaNode, Term } from './form';
import { intersectTwo } from './intersect';
import { isNothing } from './nothing';
import { keywordsOf } from './parts';
import { isPlainlyNothing } from './plainly-nothing';
import { anything } from './records';
import { isSameSchema, type KnownPairs } from './same-schema';
import { satisfies } from './satisfies';
import {
  type Finding,
  type Policy,
  type Session,
  TooManyAlternatives,
  TooMuchWork,
  type Verdict,
} from './session';
import { simplify } from './simplify';
import { fitUntypedBranches } from './untyped-branches';

const mostAlternatives = 256;
/** So deep are schemas followed; one that contains itself is met again long before. */
const deepest = 150;

/** What is known so far. */
interface Memory {
  readonly alternatives: Map<string, readonly Alternative[]>;
  readonly open: Set<string>;
  readonly empty: Map<string, boolean>;
  readonly same: KnownPairs;
  readonly failed: Map<string, readonly Finding[]>;
  readonly fitting: Set<string>;
  /** The pairs that fit in the order in which they were taken to. */
  readonly order: string[];
  readonly judging: Map<SchemaNode, JsonValue[]>;
  readonly verdicts: Map<SchemaNode, Map<JsonValue, Verdict>>;
  depth: number;
  /** What is left. */
  steps: number;
  keys: number;
}

export interface SessionOptions {
  readonly policy: Policy;
  readonly writer: string;
  readonly isExact: boolean;
  /** How much work there may be. */
  readonly steps: number;
}

export function openSession({ steps, ...options }: SessionOptions): Session {
  const memory: Memory = {
    ...{ alternatives: new Map(), open: new Set(), empty: new Map(), same: new Map() },
    ...{
      failed: new Map(),
      fitting: new Set(),
      order: [],
      judging: new Map(),
      verdicts: new Map(),
    },
    ...{ depth: 0, steps, keys: 0 },
  };
  const session: Session = {
    ...options,
    alternativesOf: (term) => alternativesOf(term, session, memory),
    intersect: (some, term) => intersect(some, term, session, memory),
    isEmpty: (term) => isEmpty(term, session, memory),
    isNothing: (alternative) => isNothing(alternative, session),
    satisfies: (value, node) => satisfiesOnce(value, node, session, memory),
    admits: (alternative, value) => admits(alternative, value, session),
    compare: (term, reader) => compare(term, reader, session, memory),
    isSame: (one, other) => isSame(one, other, memory),
    isSameOpaque: (one, other) => isSameOpaque(one, other, memory),
    freshKey: () => `fresh ${memory.keys++}`,
    deeper: (task, otherwise) => deeper(task, otherwise, memory),
    spend: (steps) => spendSteps(steps, memory),
  };
  return session;
}

function spendSteps(steps: number, memory: Memory): void {
  memory.steps -= steps;
  if (memory.steps < 0) throw new TooMuchWork();
}

function deeper<T>(task: () => T, otherwise: () => T, memory: Memory): T {
  if (memory.depth >= deepest) return otherwise();
  memory.depth++;
  try {
    return task();
  } finally {
    memory.depth--;
  }
}

function alternativesOf(term: Term, session: Session, memory: Memory): readonly Alternative[] {
  const [last] = term.slice(-1);
  if (last === undefined) return anything;
  const key = keyOf(term);
  const known = memory.alternatives.get(key);
  if (known !== undefined) return known;
  // A schema that leads back to itself for the same value: it may let anything through.
  if (memory.open.has(key)) return anything;
  memory.open.add(key);
  try {
    const found = session.deeper(
      () => simplify(findAlternatives(term, last, session, memory)),
      () => anything,
    );
    memory.alternatives.set(key, found);
    return found;
  } finally {
    memory.open.delete(key);
  }
}

function findAlternatives(
  term: Term,
  last: Claim,
  session: Session,
  memory: Memory,
): readonly Alternative[] {
  if (term.length === 1) return alternativesOfClaim(last, session);
  const others = alternativesOf(term.slice(0, -1), session, memory);
  return intersect(others, [last], session, memory);
}

function keyOf(term: Term): string {
  return JSON.stringify(term.map(({ key }) => key));
}

function intersect(
  some: readonly Alternative[],
  term: Term,
  session: Session,
  memory: Memory,
): readonly Alternative[] {
  return term.reduce<readonly Alternative[]>((left, claim) => {
    const right =
      'node' in claim ? alternativesOf([claim], session, memory) : simplify(claim.alternatives);
    session.spend(left.length * right.length);
    const found = left.flatMap((one) =>
      right.flatMap((other) => {
        const both = intersectTwo(one, other, session);
        return both === undefined || isPlainlyNothing(both) ? [] : [both];
      }),
    );
    const simple = simplify(found);
    if (simple.length > mostAlternatives) throw new TooManyAlternatives();
    return simple;
  }, some);
}

/** A term that contains itself is not empty, as far as it is looked at here. */
function isEmpty(term: Term, session: Session, memory: Memory): boolean {
  const key = keyOf(term);
  const known = memory.empty.get(key);
  if (known !== undefined) return known;
  memory.empty.set(key, false);
  try {
    const found = session.deeper(
      () => session.alternativesOf(term).every((one) => isNothing(one, session)),
      () => false,
    );
    memory.empty.set(key, found);
    return found;
  } catch (error) {
    if (error instanceof TooManyAlternatives) return false;
    throw error;
  }
}

function satisfiesOnce(
  value: JsonValue,
  node: SchemaNode,
  session: Session,
  memory: Memory,
): Verdict {
  const known = memory.verdicts.get(node)?.get(value);
  if (known !== undefined) return known;
  const open = memory.judging.get(node) ?? [];
  if (open.includes(value)) return 'unknown';
  memory.judging.set(node, [...open, value]);
  try {
    const verdict = session.deeper<Verdict>(
      () => satisfies(value, node, session),
      () => 'unknown',
    );
    const verdicts = memory.verdicts.get(node) ?? new Map<JsonValue, Verdict>();
    memory.verdicts.set(node, verdicts.set(value, verdict));
    return verdict;
  } finally {
    memory.judging.set(node, open);
  }
}

function isSame(one: SchemaNode, other: SchemaNode, memory: Memory): boolean {
  return isSameSchema(one, other, memory.same, (steps) => spendSteps(steps, memory));
}

function isSameOpaque(one: Opaque, other: Opaque, memory: Memory): boolean {
  if (one.keyword !== other.keyword || one.holds !== other.holds) return false;
  if (one.text !== undefined && one.text === other.text) return true;
  return isSame(one.node, other.node, memory);
}

function compare(
  term: Term,
  reader: SchemaNode,
  session: Session,
  memory: Memory,
): readonly Finding[] {
  const key = JSON.stringify([keyOf(term), reader.key]);
  const failed = memory.failed.get(key);
  if (failed !== undefined) return failed;
  if (memory.fitting.has(key) || isSaid(term, reader, memory)) return [];
  const before = memory.order.push(key) - 1;
  memory.fitting.add(key);
  const found = judge(term, reader, session);
  if (found.length > 0) {
    memory.failed.set(key, found);
    for (const later of memory.order.splice(before)) memory.fitting.delete(later);
  }
  return found;
}

function isSaid(term: Term, reader: SchemaNode, memory: Memory): boolean {
  return term.some((claim) => 'node' in claim && claim.holds && isSame(claim.node, reader, memory));
}

function judge(term: Term, reader: SchemaNode, session: Session): readonly Finding[] {
  try {
    return session.deeper(
      () => refused(term, reader, session),
      () => [tooMuch(reader, 'is nested too deep to be compared')],
    );
  } catch (error) {
    if (!(error instanceof TooManyAlternatives)) throw error;
    return [tooMuch(reader, `has more than ${mostAlternatives} alternatives to be compared with`)];
  }
}

function refused(term: Term, reader: SchemaNode, session: Session): readonly Finding[] {
  const declared = session.policy === 'lenient' ? declaredBy(term, session.writer) : undefined;
  const found = session
    .alternativesOf(term)
    .map((one) => (declared === undefined ? one : closed(one, declared)))
    .flatMap((one) => {
      const left = fits(one, reader, session);
      return left.length > 0 && isNothing(one, session) ? [] : [...left];
    });
  return found.length > 0 ? distinct(found) : fitUntypedBranches(term, reader, session);
}

function tooMuch(node: SchemaNode, emits: string): Finding {
  const keyword = keywordsOf(node)[0] ?? '';
  return { path: [], node, keyword, wants: 'was not compared', emits };
}
