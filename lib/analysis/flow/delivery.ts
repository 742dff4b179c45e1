import {
  InputTransformerError,
  type ParsedInput,
  parseTargetInput,
  type TransformedInput,
  transformNode,
} from '../../core/input-transformers';
import { type Ending, endBroken, endUnknown } from './endings';
import type { Envelope } from './envelope';
import type { RuleNode, RuleTarget } from './model';
import { bodyOf } from './notification';
import { hasHole, holesOf, isMadeUpName, splitText, unknownText } from './resolution/symbolic-text';
import { type Fields, fieldOf, isFields, scalarText, textOrNothing } from './resolution/template';

/**
 * What a target that lets its rule in gets of an event. Its Input, InputPath or InputTransformer is
 * read once; one that EventBridge refuses, or that the templates don't tell, decides for every event.
 */
export type Delivery = { readonly undecided: string } | ((envelope: Envelope) => Arrival);

export interface Arrival extends Ending {
  /** The text of what arrives, which a topic passes on. */
  readonly text?: string;
}

const inputNames = ['Input', 'InputPath', 'InputTransformer'] as const;

export function readDelivery(target: RuleTarget, rule: Pick<RuleNode, 'arn'>): Delivery {
  const given = inputsOf(target.properties);
  const names = Object.keys(given).join(' and ');
  const bus = names && doubtOfBus(textOrNothing(fieldOf(target.properties, 'Arn')), rule.arn);
  if (bus) return { undecided: `the target's ${names}: ${bus}` };
  const text = JSON.stringify(given);
  const input = parse(given);
  if (hasHole(text) && (typeof input === 'string' || !holesOf(text).every(isPlain))) {
    return { undecided: `the target's ${names} is not known: ${text}` };
  }
  if (typeof input === 'string') return { undecided: `the target is not valid: ${input}` };
  const context = {
    ruleArn: rule.arn,
    ruleName: splitText(rule.arn, '/').at(-1) ?? rule.arn,
    ingestionTime: unknownText('ingestion time'),
  };
  return ({ json }) => endWith(target, transformNode(json(), input, context));
}

/** No name that AWS makes up, and no account, region or ARN, holds what would break a JSON text. */
function isPlain(hole: string): boolean {
  return isMadeUpName(hole) || hole.startsWith('⟨AWS::');
}

/** Numbers are texts to CloudFormation, where it wants texts. */
function inputsOf(target: Fields): Fields {
  const texts = (value: unknown): unknown => {
    if (!isFields(value)) return scalarText(value) ?? value;
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, texts(inner)]));
  };
  return Object.fromEntries(
    inputNames
      .map((name) => [name, texts(fieldOf(target, name))] as const)
      .filter(([, value]) => value !== undefined),
  );
}

function parse(given: Fields): ParsedInput | string {
  try {
    return parseTargetInput(given);
  } catch (error) {
    if (error instanceof InputTransformerError) return error.message;
    throw error;
  }
}

/** Source: https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_PutTargets.html */
function doubtOfBus(arn: string | undefined, ruleArn: string): string | undefined {
  const [, , service, , account, resource = ''] = splitText(arn ?? '', ':', 6);
  if (service !== 'events' || !resource.startsWith('event-bus/')) return undefined;
  return account === splitText(ruleArn, ':')[4]
    ? 'for an event bus of the same account no page says that it is available'
    : 'it is not available for an event bus of another account';
}

function endWith(target: RuleTarget, input: TransformedInput): Arrival {
  const { admission, deadLetter } = target;
  const { reason } = admission;
  if (input.known) {
    const { text } = input;
    const delivers = { ...bodyOf(text), ...groupOf(target) };
    return { verdict: 'delivered', reason, delivers, text };
  }
  switch (input.delivered) {
    case 'yes':
      return { verdict: 'delivered', reason, delivers: { unknown: input.reason } };
    case 'unknown':
      return endUnknown(input.reason);
    default:
      // Recordings against AWS tell that the target gets nothing, and no more.
      return endBroken({ who: 'target', reason: input.reason, deadLetter });
  }
}

/** A fixed text: unlike other targets' parameters it is not read as a path into the event. */
function groupOf({ properties }: RuleTarget): { readonly messageGroupId?: string } {
  const messageGroupId = scalarText(fieldOf(properties, 'SqsParameters', 'MessageGroupId'));
  return messageGroupId === undefined ? {} : { messageGroupId };
}
