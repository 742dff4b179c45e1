import { type Answer, all, anyOf, negate, no, unknown, yes } from '../answer';
import { arnLike, like, type Truth } from '../resolution/compare';
import { unknownText } from '../resolution/symbolic-text';
import { fieldOf, isFields, listOf, scalarText, textOrNothing } from '../resolution/template';
import { type Context, judgeConditions } from './conditions';
import { judgePrincipal, type RoleCaller } from './principals';

/**
 * The answer of policies to one request of an AWS service or a role. A statement applies if
 * principal, action, resource and conditions all do. A Deny that applies decides; then there must be
 * an Allow that does. Source:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export interface Request {
  /** The service, like events.amazonaws.com. */
  readonly service?: string;
  /** Or the role. */
  readonly role?: RoleCaller;
  readonly action: string;
  /** Left out where a statement names none, as in a trust policy. */
  readonly resource?: string;
  /** What the request certainly carries, by condition key in lower case. */
  readonly context: Context;
}

export interface Policy {
  /** How a reason names it: stack/logicalId. */
  readonly name: string;
  /** The resolved PolicyDocument. */
  readonly document: unknown;
  /** Why it may not be there. @default - it certainly is */
  readonly doubt?: string;
}

const unreadable = unknownText('no text');

const answer = (truth: Truth, why: string): Answer => ({ yes, no, unknown })[truth](why);

/** Action or NotAction, Resource or NotResource. */
function judgeElement(
  statement: unknown,
  element: 'Action' | 'Resource',
  matches: (wanted: string) => Truth,
): Answer {
  const positive = fieldOf(statement, element);
  const wanted = listOf(positive ?? fieldOf(statement, `Not${element}`)).map(scalarText);
  if (wanted.length === 0) return unknown(`it has no ${element}`);
  const found = anyOf(
    wanted.map((text = unreadable) => (text.includes('${') ? 'unknown' : matches(text))),
  );
  const truth = positive === undefined ? negate(found) : found;
  const prefix = positive === undefined ? 'Not' : '';
  return answer(truth, `${prefix}${element} is ${wanted.join(', ')}`);
}

function judgeResource(statement: unknown, resource: string): Answer {
  return judgeElement(statement, 'Resource', (wanted) =>
    wanted === '*' ? 'yes' : arnLike(wanted, resource),
  );
}

export interface Judged {
  readonly effect: unknown;
  readonly answer: Answer;
  /** How many elements were passed before the one that doesn't apply. */
  readonly passed: number;
}

export function judgeStatement(statement: unknown, at: number, request: Request): Judged {
  const sid = textOrNothing(fieldOf(statement, 'Sid'));
  const label = `statement ${at + 1}${sid ? ` (${sid})` : ''}`;
  if (!isFields(statement)) {
    const what = scalarText(statement) ?? '';
    return { effect: undefined, answer: unknown(`${label} is not known: ${what}`), passed: 0 };
  }
  const effect = fieldOf(statement, 'Effect');
  const isEffect = effect === 'Allow' || effect === 'Deny';
  const action = request.action.toLowerCase();
  const { resource } = request;
  const answers = [
    judgePrincipal(statement, request),
    judgeElement(statement, 'Action', (wanted) => like(wanted.toLowerCase(), action)),
    ...(resource === undefined ? [] : [judgeResource(statement, resource)]),
    ...judgeConditions(fieldOf(statement, 'Condition'), request.context),
    ...(isEffect ? [] : [unknown('its effect is not known')]),
  ];
  const { is, why } = all(answers);
  const passed = answers.findIndex((one) => one.is === 'no');
  return { effect, answer: answer(is, is === 'yes' ? label : `${label}: ${why}`), passed };
}
