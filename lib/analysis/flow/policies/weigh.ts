import { type Answer, no, unknown, yes } from '../answer';
import type { Truth } from '../resolution/compare';
import { fieldOf, isFields, listOf } from '../resolution/template';
import { callerOf } from './principals';
import { type Judged, judgeStatement, type Policy, type Request } from './statements';

/** What policies say of a request, apart: whether one of them denies it, and whether one allows it. */
export interface Weights {
  readonly denies: Answer;
  readonly allows: Answer;
}

interface Ruling extends Judged {
  readonly policy: Policy;
}

function judge(policy: Policy, request: Request): Ruling[] {
  if (!isFields(policy.document)) {
    const answer = unknown(`${policy.name} is not known`);
    return [{ policy, effect: undefined, answer, passed: 0 }];
  }
  const statements = listOf(fieldOf(policy.document, 'Statement'));
  return statements.map((statement, at) => {
    const judged = judgeStatement(statement, at, request);
    const doubtful = policy.doubt !== undefined && judged.answer.is === 'yes';
    return { policy, ...judged, ...(doubtful && { answer: unknown(policy.doubt ?? '') }) };
  });
}

function denialBy(rulings: readonly Ruling[], what: string): Answer {
  const denies = rulings.filter(({ effect }) => effect !== 'Allow');
  const denial = denies.find(({ answer: { is } }) => is === 'yes');
  if (denial) return yes(`${denial.policy.name} denies ${what}: ${denial.answer.why}`);
  const doubt = denies.find(({ answer: { is } }) => is === 'unknown');
  return doubt ? unknown(doubtOf(doubt, what)) : no('');
}

function doubtOf({ policy, answer: { why } }: Ruling, what: string): string {
  const isUnread = !isFields(policy.document);
  return isUnread ? why : `${policy.name} may not allow ${what}: ${why}`;
}

/** Of the statements that don't apply the one that comes closest explains most. */
function allowanceBy(
  rulings: readonly Ruling[],
  policies: readonly Policy[],
  what: string,
): Answer {
  const allows = rulings.filter(({ effect }) => effect !== 'Deny');
  const found = (truth: Truth) => allows.find((ruling) => ruling.answer.is === truth);
  const allowed = found('yes');
  if (allowed) return yes(`${allowed.policy.name} allows ${what}: ${allowed.answer.why}`);
  const doubt = found('unknown');
  if (doubt) return unknown(doubtOf(doubt, what));
  const closest = [...allows].sort((one, other) => other.passed - one.passed)[0];
  const name = closest?.policy.name ?? policies.map((policy) => policy.name).join(' and ');
  return no(
    `${name} does not allow ${what}: ${closest?.answer.why ?? 'no statement allows anything'}`,
  );
}

export function weigh(policies: readonly Policy[], request: Request): Weights {
  const what = `${callerOf(request)} ${request.action}`;
  const rulings = policies.flatMap((policy) => judge(policy, request));
  return { denies: denialBy(rulings, what), allows: allowanceBy(rulings, policies, what) };
}

/** A denial decides, then what allows it; a doubt of either stays one. */
export function settle({ denies, allows }: Weights): Answer {
  if (denies.is === 'yes') return no(denies.why);
  if (allows.is !== 'yes') return allows;
  return denies.is === 'unknown' ? denies : allows;
}

/** Does the policy let the request through? */
export function decide(policy: Policy, request: Request): Answer {
  return settle(weigh([policy], request));
}
