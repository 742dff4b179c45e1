import type { JsonNode, JsonObject } from '../event-patterns/json/read';
import type { Selection } from './select';

/** What EventBridge knows besides the event. Without a value, a variable's text isn't known. */
export interface RuleContext {
  /** For `<aws.events.rule-arn>`. */
  readonly ruleArn?: string;
  /** For `<aws.events.rule-name>`. */
  readonly ruleName?: string;
  /** For `<aws.events.event.ingestion-time>`: ISO 8601. */
  readonly ingestionTime?: string;
}

/** A variable's value, or that it arrives and why it can't be told. */
export type Variable = Selection | { readonly untold: string };

type Predefined = (event: JsonObject, context: RuleContext) => Variable;

/**
 * Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html
 *
 * `<aws.events.event>` is the event without `detail`. Recordings against AWS (LocalStack's
 * tests/aws/services/events/test_events_inputs.snapshot.json) show that it renames `detail-type` to
 * `detailType`, and hide how it spells `time`.
 */
const predefined = new Map<string, Predefined>([
  ['aws.events.rule-arn', (_, { ruleArn }) => given(ruleArn, "the rule's ARN")],
  ['aws.events.rule-name', (_, { ruleName }) => given(ruleName, "the rule's name")],
  [
    'aws.events.event.ingestion-time',
    (_, { ingestionTime }) => given(ingestionTime, 'the time of ingestion'),
  ],
  ['aws.events.event.json', (event) => ({ found: event })],
  [
    'aws.events.event',
    () => ({ untold: 'how <aws.events.event> spells the time of the event is not documented' }),
  ],
]);

function given(text: string | undefined, what: string): Variable {
  if (text === undefined) return { untold: `${what} is not given` };
  const found: JsonNode = { kind: 'string', text };
  return { found };
}

export function isPredefined(name: string): boolean {
  return predefined.has(name);
}

/** Whether a variable holds JSON that stands in no string. */
export function holdsEvent(name: string): boolean {
  return name === 'aws.events.event' || name === 'aws.events.event.json';
}

export function predefinedValue(
  name: string,
  event: JsonObject,
  context: RuleContext,
): Variable | undefined {
  return predefined.get(name)?.(event, context);
}
