/**
 * Reasoning about patterns can take longer than anyone waits: alternatives multiply, and so do the
 * states of texts. Every question has a number of steps, and is "unknown" when they are used up.
 */
export interface Budget {
  left: number;
}

/** About a second of work. */
export const stepsOfOneQuestion = 1_000_000;

export class OutOfSteps extends Error {}

/** @throws OutOfSteps where there are fewer left. */
export function spend(budget: Budget, steps: number): void {
  budget.left -= steps;
  if (budget.left < 0) {
    throw new OutOfSteps('the question takes too many steps');
  }
}

/** Does a part of the work with a share of the steps: undefined if it takes more. */
export function within<T>(budget: Budget, share: number, work: (part: Budget) => T): T | undefined {
  const given = Math.min(share, budget.left);
  const part = { left: given };
  try {
    return work(part);
  } catch (error) {
    if (error instanceof OutOfSteps) {
      return undefined;
    }
    throw error;
  } finally {
    budget.left -= given - Math.max(0, part.left);
  }
}
