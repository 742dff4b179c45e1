import type { Limit } from '../limits';

const transformerPage =
  'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_InputTransformer.html';
const targetPage = 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Target.html';

/** What PutTargets takes for a target's input, with the page that states it. */
export const inputLimits = {
  input: { max: 8192, unit: 'characters', source: targetPage },
  path: { max: 256, unit: 'characters', source: targetPage },
  template: { min: 1, max: 8192, unit: 'characters', source: transformerPage },
  variables: { max: 100, unit: 'variables', source: transformerPage },
  variableName: { min: 1, max: 256, unit: 'characters', source: transformerPage },
} as const satisfies Record<string, Limit>;
