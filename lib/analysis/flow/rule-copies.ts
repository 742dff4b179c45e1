import { type Answer, yes } from './answer';
import { judgeCopies } from './deduplication';
import { truthOf } from './graph/resources';
import type { RuleTarget } from './model';
import { fieldOf, isFields, scalarText } from './resolution/template';

/**
 * What the text that a rule's target gets is read from: nothing for a constant, the whole event
 * without an input. A FIFO queue can deduplicate the events of a rule by this text only. Source:
 * https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_SqsParameters.html
 */
function pathsOf({ properties }: RuleTarget): readonly string[] {
  const textOf = (...way: string[]) => scalarText(fieldOf(properties, ...way));
  if (textOf('Input') !== undefined) return [];
  const template = textOf('InputTransformer', 'InputTemplate');
  if (template === undefined) return [textOf('InputPath') ?? '$'];
  const map = fieldOf(properties, 'InputTransformer', 'InputPathsMap');
  const variables = Object.entries({ ...predefined, ...(isFields(map) ? map : {}) });
  return variables
    .filter(([name]) => template.includes(`<${name}>`))
    .map(([, path]) => scalarText(path) ?? '');
}

/** Those that depend on the event, and of which the outcome is told. Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html */
const predefined = {
  'aws.events.event.json': '$',
  'aws.events.event.ingestion-time': 'aws.events.event.ingestion-time',
};

/** Whether a FIFO queue drops what a rule puts into it as a copy of another event. */
export function copiesByRule(target: RuleTarget): Answer {
  const { to } = target.admission;
  if (typeof to === 'string' || truthOf(fieldOf(to.properties, 'FifoQueue')) === 'no') {
    return yes('');
  }
  const what = "the target's input, by whose text the queue deduplicates,";
  return judgeCopies(to, { what, id: pathsOf(target), group: [], within: 'event' });
}
