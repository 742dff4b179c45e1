import { type ExpectedTaker, pipes, pushes } from '../expected/consumers';
import type { Templates } from '../template';
import { is, resourceAt, same, type Violations } from './compare';

/** A filter would delete what doesn't match; without its answers one bad message fails its batch. */
export function everyPushTakesAllOfItsQueueAndReportsWhatFailed(templates: Templates): Violations {
  return pushes.flatMap(({ place, settings }) =>
    is(templates, place, 'AWS::Lambda::EventSourceMapping', settings),
  );
}

/** A filter would delete what doesn't match; without a group nothing gets into a FIFO queue. */
export function everyPipeMovesAllOfItsQueueIntoTheGroupsOfTheOther(
  templates: Templates,
): Violations {
  return pipes.flatMap(({ place, settings }) => is(templates, place, 'AWS::Pipes::Pipe', settings));
}

export function everyPushAndPipeWaitsForThePolicyOfItsRole(templates: Templates): Violations {
  return [...pushes, ...pipes].flatMap(({ place, after }: ExpectedTaker) =>
    same(`${place} DependsOn`, resourceAt(templates, place).DependsOn, after),
  );
}
