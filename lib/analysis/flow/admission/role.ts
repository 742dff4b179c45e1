import { type Answer, all, no, unknown, yes } from '../answer';
import { type Key, managedKeys } from '../graph/keys';
import { mayDeny } from '../graph/managed-policies';
import type { Role } from '../graph/roles';
import type { Surroundings } from '../graph/surroundings';
import type { QueueNode } from '../model';
import type { Context } from '../policies/conditions';
import type { RoleCaller } from '../policies/principals';
import type { Policy } from '../policies/statements';
import { settle, type Weights, weigh } from '../policies/weigh';
import { splitText } from '../resolution/symbolic-text';

/**
 * What a role may do with a queue of its own account. A denial of any policy decides; then its own
 * policies or the queue's must allow it. A key is stricter: its policy must allow the role, or leave
 * it to the account and so to the role's own policies. Sources:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html,
 * https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 */
interface Asked {
  readonly action: string;
  readonly resource: string;
  readonly context: Context;
}

function callerOf({ arn, name }: Role, by: RoleCaller['by']): RoleCaller {
  const [, partition = '', , , account = ''] = splitText(arn, ':');
  return { arn, name, account, partition, by };
}

/**
 * A role's requests are no service's own: they carry no aws:SourceArn and aws:SourceAccount. Source:
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html
 */
function contextOf(role: Role): Map<string, readonly string[]> {
  return new Map<string, readonly string[]>([
    ['aws:securetransport', ['true']],
    ['aws:principalisawsservice', ['false']],
    ['aws:principalarn', [role.arn]],
    ['aws:principalaccount', [callerOf(role, 'role').account]],
    ['aws:sourcearn', []],
    ['aws:sourceaccount', []],
    ['aws:principalservicename', []],
  ]);
}

/** A managed policy that is not read may allow what no other does, and may deny. */
function ownWeights(role: Role, asked: Asked): Weights {
  const { policies, unread, name } = role;
  const weights =
    policies.length === 0
      ? { denies: no(''), allows: no(`${name} has no policy that allows ${asked.action}`) }
      : weigh(policies, { role: callerOf(role, 'identity'), ...asked });
  const [first] = unread;
  if (first === undefined) return weights;
  const what = `the managed policy of ${name} is not read: ${unread.join(', ')}`;
  const { denies, allows } = weights;
  return {
    denies: denies.is === 'no' && unread.some(mayDeny) ? unknown(what) : denies,
    allows: allows.is === 'no' ? unknown(`${allows.why}; ${what}`) : allows,
  };
}

function judgeBoundary({ boundary, name, ...role }: Role, asked: Asked): Answer {
  if (boundary === undefined) return yes('');
  if (typeof boundary === 'string') {
    return unknown(`the permissions boundary of ${name} is not read: ${boundary}`);
  }
  const caller = callerOf({ ...role, name }, 'identity');
  const { is, why } = settle(weigh([boundary], { role: caller, ...asked }));
  return is === 'yes' ? yes('') : { is, why: `the permissions boundary of ${name}: ${why}` };
}

/** One yes decides, else one unknown; two that say no are told by the first. */
function either(one: Answer, other: Answer): Answer {
  const found = (is: Answer['is']) => [one, other].find((answer) => answer.is === is);
  return found('yes') ?? found('unknown') ?? one;
}

function combine(role: Role, asked: Asked, denies: Answer, allows: Answer): Answer {
  return all([settle({ denies, allows }), judgeBoundary(role, asked)]);
}

/** What has an ARN and policies of its own: a queue, a topic, a bus. */
type Guarded = Pick<QueueNode, 'arn' | 'policies'>;

/** Of several policies of a queue the last one deployed holds, and which that is nobody knows. */
function policiesOf({ policies }: Guarded): Policy[] {
  if (policies.length < 2) return [...policies];
  const names = policies.map(({ name }) => name).join(' and ');
  return policies.map((policy) => ({ ...policy, doubt: `${names} overwrite each other` }));
}

/**
 * May a role do this with the queue, or with what is guarded as a queue is?
 *
 * @param carries What the request has beside who asks, by condition key in lower case.
 */
export function judgeOnQueue(
  role: Role,
  queue: Guarded,
  action: string,
  carries: Context = new Map(),
): Answer {
  const context = new Map([...contextOf(role), ...carries]);
  const asked = { action, resource: queue.arn, context };
  const own = ownWeights(role, asked);
  const theirs = weigh(policiesOf(queue), { role: callerOf(role, 'role'), ...asked });
  const denies = either(own.denies, theirs.denies);
  return combine(role, asked, denies, either(own.allows, theirs.allows));
}

function judgeOnKey(role: Role, key: Key, asked: Asked): Answer {
  const own = ownWeights(role, asked);
  const direct = weigh([key.policy], { role: callerOf(role, 'role'), ...asked });
  const account = weigh([key.policy], { role: callerOf(role, 'account'), ...asked });
  const delegated = all([account.allows, own.allows]);
  // Where the key leaves it to the account, what the role lacks says more.
  const untold = account.allows.is === 'no' ? direct.allows : delegated;
  const allows = either(either(untold, direct.allows), delegated);
  return combine(role, asked, either(own.denies, direct.denies), allows);
}

/**
 * May a role use a queue's key by SQS? That of `alias/aws/sqs` lets in all who may use the queue.
 * Source: https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-key-management.html
 */
export function judgeKey(
  role: Role,
  { arn, key: keyName, stack, logicalId }: QueueNode,
  actions: readonly string[],
  { keys }: Surroundings,
): Answer {
  const managed = managedKeys.queue;
  if (keyName === undefined || keyName === managed || keyName.endsWith(`:${managed}`)) {
    return yes('');
  }
  const key = keys.get(keyName);
  if (!key) return unknown(`no template declares the key of ${stack}/${logicalId}: ${keyName}`);
  if (!key.enabled) return no(`the key ${key.policy.name} is not enabled`);
  const [, partition, , region] = splitText(arn, ':');
  const context = contextOf(role)
    .set('kms:encryptioncontext:aws:sqs:arn', [arn])
    .set('kms:encryptioncontextkeys', ['aws:sqs:arn'])
    .set('kms:calleraccount', [callerOf(role, 'role').account]);
  // The pages of AWS in China spell it in two ways.
  if (partition !== 'aws-cn') context.set('kms:viaservice', [`sqs.${region}.amazonaws.com`]);
  const answer = all(
    actions.map((action) => judgeOnKey(role, key, { action, resource: key.arn, context })),
  );
  const doubtful = key.doubt !== undefined && answer.is === 'yes';
  return doubtful ? unknown(`the key ${key.policy.name}: ${key.doubt}`) : answer;
}
