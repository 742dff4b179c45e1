import { type Limit, lambda } from '../../../core/limits';
import { type Answer, no, yes } from '../answer';
import { numberOrNothing, truthOf } from '../graph/resources';
import type { QueueNode } from '../model';
import { type Fields, fieldOf } from '../resolution/template';

/**
 * Settings with which Lambda refuses an event source mapping of a queue, which then takes nothing
 * out of it. One that only a deployment tells is taken to be right. Sources:
 * https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html,
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-parameters.html,
 * https://docs.aws.amazon.com/lambda/latest/api/API_ScalingConfig.html
 */
const ranges: readonly [limit: Limit & { readonly min: number }, ...way: string[]][] = [
  [lambda.batchSize, 'BatchSize'],
  [lambda.batchWindow, 'MaximumBatchingWindowInSeconds'],
  [lambda.maximumConcurrency, 'ScalingConfig', 'MaximumConcurrency'],
];

function problemsOfRange(properties: Fields): string[] {
  return ranges.flatMap(([{ min, max, unit }, ...way]) => {
    const value = numberOrNothing(fieldOf(properties, ...way));
    if (value === undefined || (value >= min && value <= max)) return [];
    return [`its ${way.at(-1)} is ${value}, and may be ${min} to ${max} ${unit}`];
  });
}

function problemsOfBatches(properties: Fields, queue: QueueNode): string[] {
  const size = numberOrNothing(fieldOf(properties, 'BatchSize')) ?? 0;
  const given = fieldOf(properties, 'MaximumBatchingWindowInSeconds');
  const window = given === undefined ? 0 : numberOrNothing(given);
  const fifo = truthOf(fieldOf(queue.properties, 'FifoQueue'));
  const ofFifo = lambda.batchSizeOfFifo.max;
  const withoutWindow = lambda.batchSizeWithoutWindow.max;
  const rows: [wrong: boolean, problem: string][] = [
    [
      fifo === 'yes' && size > ofFifo,
      `its BatchSize is ${size}, and of a FIFO queue it may be ${ofFifo}`,
    ],
    [
      fifo === 'yes' && (window ?? 0) > 0,
      'it has a MaximumBatchingWindowInSeconds, and of a FIFO queue it may have none',
    ],
    [
      fifo !== 'yes' && size > withoutWindow && window === 0,
      `its BatchSize is ${size}, and without a MaximumBatchingWindowInSeconds it may be ${withoutWindow}`,
    ],
  ];
  return rows.flatMap(([wrong, problem]) => (wrong ? [problem] : []));
}

export function judgeSettings(properties: Fields, queue: QueueNode | undefined): Answer {
  if (!queue) return yes('');
  const problems = [...problemsOfRange(properties), ...problemsOfBatches(properties, queue)];
  if (problems.length === 0) return yes('');
  return no(`Lambda refuses the mapping: ${problems.join('; ')}`);
}
