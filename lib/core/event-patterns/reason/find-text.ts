/**
 * Looks for a text that is what some conditions ask for: all their machines read the same text, unit
 * by unit, the shortest texts first, until every condition takes it. Units that no machine tells
 * apart in its state are tried by one of them, and a way is left once a condition can't come true on
 * it. What is left without a text has none: the machines have finitely many states together.
 */
import { type Budget, spend } from './budget';
import type { Machine } from './text-machine';
import { textOfUnits, unitsBeside } from './units';

/** Holds for a text that a machine of `takes` takes, or one of `leaves` doesn't. */
export interface TextCondition {
  readonly takes: readonly Machine[];
  readonly leaves: readonly Machine[];
  /** False turns the condition round. */
  readonly holds: boolean;
}

interface Node {
  readonly states: readonly number[];
  readonly from?: Node;
  readonly unit?: number;
}

/** @throws OutOfSteps where the machines have too many states together. */
export function findText(conditions: readonly TextCondition[], budget: Budget): string | undefined {
  const machines = conditions.flatMap(({ takes, leaves }) => [...takes, ...leaves]);
  const seen = new Set<string>();
  let level: Node[] = [{ states: machines.map(({ start }) => start) }];
  while (level.length > 0) {
    const next: Node[] = [];
    for (const node of level) {
      spend(budget, machines.length + 1);
      if (isTaken(conditions, node.states)) {
        return textOf(node);
      }
      next.push(...following(machines, conditions, node, seen, budget));
    }
    level = next;
  }
  return undefined;
}

function following(
  machines: readonly Machine[],
  conditions: readonly TextCondition[],
  node: Node,
  seen: Set<string>,
  budget: Budget,
): Node[] {
  const parts = machines.flatMap((machine, i) => [...machine.told(node.states[i] ?? 0)]);
  const told = new Set(parts);
  // A step through a machine takes the longer the more it tells apart.
  const cost = machines.length + 1 + Math.ceil(parts.length / 4);
  const nodes: Node[] = [];
  const [plain, lone] = unitsBeside(told);
  for (const unit of [plain, ...told, lone]) {
    spend(budget, cost);
    const states = machines.map((machine, i) => machine.step(node.states[i] ?? 0, unit));
    const key = states.join();
    if (!seen.has(key)) {
      seen.add(key);
      if (isPossible(conditions, states)) {
        nodes.push({ states, from: node, unit });
      }
    }
  }
  return nodes;
}

function isTaken(conditions: readonly TextCondition[], states: readonly number[]): boolean {
  let at = 0;
  return conditions.every(({ takes, leaves, holds }) => {
    const taken = takes.map((machine, i) => machine.accepts(states[at + i] ?? 0));
    at += takes.length;
    const left = leaves.map((machine, i) => !machine.accepts(states[at + i] ?? 0));
    at += leaves.length;
    return [...taken, ...left].some(Boolean) === holds;
  });
}

function isPossible(conditions: readonly TextCondition[], states: readonly number[]): boolean {
  let at = 0;
  return conditions.every(({ takes, leaves, holds }) => {
    const parts = [
      ...takes.map((machine, i) => machine.forever(states[at + i] ?? 0)),
      ...leaves.map((machine, i) => not(machine.forever(states[at + takes.length + i] ?? 0))),
    ];
    at += parts.length;
    return holds ? parts.some((part) => part !== false) : parts.every((part) => part !== true);
  });
}

function not(value: boolean | undefined): boolean | undefined {
  return value === undefined ? undefined : !value;
}

function textOf(node: Node): string {
  const units: number[] = [];
  for (let at: Node | undefined = node; at?.unit !== undefined; at = at.from) {
    units.push(at.unit);
  }
  return textOfUnits(units.reverse());
}
