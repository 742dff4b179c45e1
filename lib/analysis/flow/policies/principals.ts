import { type Answer, allOf, anyOf, unknown, yes } from '../answer';
import { same, type Truth } from '../resolution/compare';
import { splitText, unknownText } from '../resolution/symbolic-text';
import { fieldOf, isFields, listOf, scalarText } from '../resolution/template';
import type { Request } from './statements';

/** A role that a pipe or a function uses. */
export interface RoleCaller {
  readonly arn: string;
  /** How a reason names it: stack/logicalId. */
  readonly name: string;
  readonly account: string;
  readonly partition: string;
  /**
   * What an Allow of the asked policy has to name: `identity` nothing, as it is the role's own
   * policy; `role` the role or everyone; `account` the account, which leaves it to the role's own
   * policies. A Deny counts by each of these names.
   */
  readonly by: 'identity' | 'role' | 'account';
}

const unreadable = unknownText('no text');

/** How a reason names who asks. */
export function callerOf({ service, role }: Request): string {
  return role?.name ?? service ?? '';
}

function namesOf(role: RoleCaller, denies: boolean): string[] {
  const { arn, account, partition, by } = role;
  const ofAccount = [`arn:${partition}:iam::${account}:root`, account];
  if (denies) return ['*', arn, ...ofAccount];
  return by === 'account' ? ofAccount : ['*', arn];
}

const ARN_PARTS = 6;

/** ARNs part by part, so that a hole in one part doesn't reach into the next. */
function samePrincipal(given: string, name: string): Truth {
  const [one, other] = [splitText(given, ':', ARN_PARTS), splitText(name, ':', ARN_PARTS)];
  if (one.length < ARN_PARTS || other.length < ARN_PARTS) return same(given, name);
  return allOf(one.map((part, at) => same(part, other[at] ?? '')));
}

/**
 * Everyone includes the services: that is how a Deny for all, and `Principal: '*'` with
 * aws:SourceArn, work. NotPrincipal is not read.
 */
export function judgePrincipal(statement: unknown, request: Request): Answer {
  const { service, role } = request;
  if (role?.by === 'identity') return yes('');
  const principal = fieldOf(statement, 'Principal');
  const denies = fieldOf(statement, 'Effect') === 'Deny';
  if (principal === '*' && (denies || role?.by !== 'account')) return yes('');
  if (principal !== '*' && !isFields(principal)) return unknown('its principal is not known');
  const find = (kind: string, name: string): Truth[] =>
    listOf(fieldOf(principal, kind)).map((given) =>
      samePrincipal(scalarText(given) ?? unreadable, name),
    );
  const truth = role
    ? anyOf(namesOf(role, denies).flatMap((name) => find('AWS', name)))
    : anyOf([...find('AWS', '*'), ...find('Service', service ?? '')]);
  const why =
    truth === 'unknown' ? 'its principal is not known' : `does not name ${nameIn(request)}`;
  return { is: truth, why };
}

function nameIn(request: Request): string {
  return request.role?.by === 'account' ? `the account ${request.role.account}` : callerOf(request);
}
