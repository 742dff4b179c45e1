import type { ResourceNode } from '../flow';

/** The ends of construct paths that say what a resource is, and not whose. */
const ownEnds = [
  ...['Resource', 'ServiceRole', 'Role', 'Rule', 'Queue'],
  ...['TopicSubscription', 'Subscription', 'Topic'],
];

/** What CDK puts behind a logical id so that no two are alike. */
const hash = /[0-9A-F]{8}$/;

/** Whose a resource is, as a person knows it: the construct around it, below its stack's name. */
export function constructOf({ path, stack, logicalId }: Named): string {
  if (path !== undefined) return trimmed(path.split('/'));
  const name = hash.test(logicalId) ? logicalId.slice(0, -8) : logicalId;
  const end = ownEnds.find((one) => name.endsWith(one) && name.length > one.length);
  return `${stack}/${end === undefined ? name : name.slice(0, -end.length)}`;
}

type Named = Pick<ResourceNode, 'path' | 'stack' | 'logicalId'>;

/** The stack's own name and one more stay. */
function trimmed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length > 2 && ownEnds.includes(last) ? trimmed(parts.slice(0, -1)) : parts.join('/');
}

/** A text of a template in which a deployment leaves nothing open. */
export const isSettled = (text: string): boolean => !text.includes('⟨');

/** What an ARN or a URL names, without what is before it. */
export function endOf(arn: string): string {
  const resource = arn.startsWith('arn:') ? partsOf(arn).slice(5).join(':') : arn;
  return resource === '' ? arn : resource;
}

/** The service of an ARN; undefined where a deployment leaves it open. */
export function serviceOf(arn: string): string | undefined {
  const [start, , service = ''] = partsOf(arn);
  return start === 'arn' && service !== '' && isSettled(service) ? service : undefined;
}

/** The parts of an ARN. What a deployment fills in may hold colons: `⟨AWS::Partition⟩`. */
const partsOf = (arn: string): string[] => arn.split(/:(?![^⟨]*⟩)/);

/** A principal outside of the app, as its people know it: by its account. */
export function principalName(who: string): string {
  if (who === '*') return 'anybody';
  const [, role] = /:role\/(.+)$/.exec(who) ?? [];
  if (role !== undefined) {
    const account = accountOf(who);
    return isSettled(account) ? `role ${role} of account ${account}` : `role ${role}`;
  }
  return /:root$|^\d{12}$/.test(who) ? `account ${accountOf(who)}` : who;
}

const accountOf = (who: string): string => partsOf(who)[4] ?? who;
