import { type Answer, all, anyOf, negate, no, unknown, yes } from '../answer';
import { arnLike, like, same, type Truth } from '../resolution/compare';
import { unknownText } from '../resolution/symbolic-text';
import { fieldOf, isFields, listOf, scalarText, textOrNothing } from '../resolution/template';
import { type Context, judgeConditions } from './conditions';

/**
 * A resource policy's answer to one request of an AWS service. A statement applies if principal,
 * action, resource and conditions all do. A Deny that applies decides; then there must be an Allow
 * that does. Source:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export interface Request {
  /** The service, like events.amazonaws.com. */
  readonly service: string;
  readonly action: string;
  readonly resource: string;
  /** What the request certainly carries, by condition key in lower case. */
  readonly context: Context;
}

export interface Policy {
  /** How a reason names it: stack/logicalId. */
  readonly name: string;
  /** The resolved PolicyDocument. */
  readonly document: unknown;
}

const unreadable = unknownText('no text');

const answer = (truth: Truth, why: string): Answer => ({ yes, no, unknown })[truth](why);

/**
 * Everyone includes the services: that is how a Deny for all, and `Principal: '*'` with
 * aws:SourceArn, work. NotPrincipal is not read.
 */
function judgePrincipal(statement: unknown, { service }: Request): Answer {
  const principal = fieldOf(statement, 'Principal');
  if (principal === '*') return yes('');
  if (!isFields(principal)) return unknown('its principal is not known');
  const find = (kind: string, name: string) =>
    listOf(fieldOf(principal, kind)).map((given) => same(scalarText(given) ?? unreadable, name));
  const truth = anyOf([...find('AWS', '*'), ...find('Service', service)]);
  return answer(
    truth,
    truth === 'unknown' ? 'its principal is not known' : `does not name ${service}`,
  );
}

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

interface Judged {
  readonly effect: unknown;
  readonly answer: Answer;
  /** How many elements were passed before the one that doesn't apply. */
  readonly passed: number;
}

function judgeStatement(statement: unknown, at: number, request: Request): Judged {
  const sid = textOrNothing(fieldOf(statement, 'Sid'));
  const label = `statement ${at + 1}${sid ? ` (${sid})` : ''}`;
  if (!isFields(statement)) {
    const what = scalarText(statement) ?? '';
    return { effect: undefined, answer: unknown(`${label} is not known: ${what}`), passed: 0 };
  }
  const effect = fieldOf(statement, 'Effect');
  const isEffect = effect === 'Allow' || effect === 'Deny';
  const action = request.action.toLowerCase();
  const answers = [
    judgePrincipal(statement, request),
    judgeElement(statement, 'Action', (wanted) => like(wanted.toLowerCase(), action)),
    judgeElement(statement, 'Resource', (wanted) =>
      wanted === '*' ? 'yes' : arnLike(wanted, request.resource),
    ),
    ...judgeConditions(fieldOf(statement, 'Condition'), request.context),
    ...(isEffect ? [] : [unknown('its effect is not known')]),
  ];
  const { is, why } = all(answers);
  const passed = answers.findIndex((one) => one.is === 'no');
  return { effect, answer: answer(is, is === 'yes' ? label : `${label}: ${why}`), passed };
}

/** Of the statements that don't apply the one that comes closest explains most. */
function bestAllow(allows: readonly Judged[]): Answer {
  const closest = [...allows].sort((one, other) => other.passed - one.passed)[0];
  const decided = (['yes', 'unknown'] as const).map((truth) =>
    allows.find((judged) => judged.answer.is === truth),
  );
  return (decided[0] ?? decided[1] ?? closest)?.answer ?? no('no statement allows anything');
}

/** Does the policy let the request through? */
export function decide(policy: Policy, request: Request): Answer {
  const statements = listOf(fieldOf(policy.document, 'Statement'));
  const what = `${request.service} ${request.action}`;
  if (!isFields(policy.document)) return unknown(`${policy.name} is not known`);
  const judged = statements.map((statement, at) => judgeStatement(statement, at, request));
  const denies = judged.filter(({ effect }) => effect !== 'Allow');
  const denial = denies.find((deny) => deny.answer.is === 'yes');
  if (denial) return no(`${policy.name} denies ${what}: ${denial.answer.why}`);
  const allow = bestAllow(judged.filter(({ effect }) => effect !== 'Deny'));
  if (allow.is === 'no') return no(`${policy.name} does not allow ${what}: ${allow.why}`);
  const doubt = [allow, ...denies.map((deny) => deny.answer)].find(({ is }) => is === 'unknown');
  if (doubt) return unknown(`${policy.name} may not allow ${what}: ${doubt.why}`);
  return yes(`${policy.name} allows ${what}: ${allow.why}`);
}
