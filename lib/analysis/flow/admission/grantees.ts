import { type Answer, unknown } from '../answer';
import type { Graph } from '../graph/graph';
import type { Role, Roles } from '../graph/roles';
import type { Grantee, ResourcePolicy, RoleNode } from '../model';
import { judgeStatement, type Request } from '../policies/statements';
import { settle, weigh } from '../policies/weigh';
import { same } from '../resolution/compare';
import { splitText } from '../resolution/symbolic-text';
import { fieldOf, isFields, listOf, scalarText } from '../resolution/template';
import { judgeOnQueue } from './role';

/**
 * Who may do something with a channel or a queue: each role of the templates is asked by all of its
 * policies, then the channel's own policy for those that it names and no template declares. Not told
 * are users and groups, and what SNS and SQS let everybody of the account do where a topic or a
 * queue has no policy: there a role still needs one of its own to be meant.
 */
export interface Wish {
  readonly action: string;
  readonly on: { readonly arn: string; readonly policies: readonly ResourcePolicy[] };
  /** What the request carries beside who asks, by condition key in lower case. */
  readonly carries: ReadonlyMap<string, readonly string[]>;
}

export function granteesOf(wish: Wish, { roles, foreignRoles }: Known): Grantee[] {
  const own = [...roles.values()].flatMap((role) => judgedAs(role, nodeOf(role), wish));
  const foreign = foreignRoles.flatMap((role) => judgedAs(role, role.arn, wish));
  return [...own, ...foreign, ...named(wish, roles)];
}

type Known = Pick<Graph, 'roles' | 'foreignRoles'>;

function judgedAs(role: Role, who: Grantee['who'], wish: Wish): Grantee[] {
  const { is, why } = judgeRole(role, wish);
  return is === 'no' ? [] : [{ who, may: is, reason: why }];
}

/** A managed policy that is not read may allow anything: that alone makes nobody a grantee. */
function judgeRole(role: Role, { on, action, carries }: Wish): Answer {
  const answer = judgeOnQueue(role, on, action, carries);
  if (answer.is !== 'unknown' || role.unread.length === 0) return answer;
  const read = judgeOnQueue({ ...role, unread: [] }, on, action, carries);
  return read.is === 'no' ? read : answer;
}

function nodeOf({ name, arn, path, trust }: Role): RoleNode {
  const [stack = '', logicalId = ''] = name.split('/');
  const services = listOf(fieldOf(trust.document, 'Statement')).flatMap((statement) =>
    listOf(fieldOf(statement, 'Principal', 'Service')).flatMap((one) => scalarText(one) ?? []),
  );
  return {
    ...{ kind: 'role', stack, logicalId, arn, services: [...new Set(services)] },
    ...(path !== undefined && { path }),
  };
}

/** The principals that an applying Allow names: no service, and no role of the templates. */
function named({ action, on, carries }: Wish, roles: Roles): Grantee[] {
  const [, partition = '', , , account = ''] = splitText(on.arn, ':');
  const role = { arn: '', name: '', account, partition, by: 'identity' } as const;
  const request: Request = { role, action, resource: on.arn, context: carries };
  return on.policies.flatMap(({ name, document, doubt }) =>
    listOf(fieldOf(document, 'Statement')).flatMap((statement, at): Grantee[] => {
      if (!isFields(statement) || statement['Effect'] !== 'Allow') return [];
      const { answer } = judgeStatement(statement, at, request);
      if (answer.is === 'no') return [];
      const allows = doubt === undefined || answer.is !== 'yes' ? answer : unknown(doubt);
      return principalsOf(statement, account, roles).flatMap((who) => {
        const { is, why } = settle({ allows, denies: denialOf(who, { action, on, carries }) });
        if (is === 'no') return [];
        const reason = is === allows.is ? `${name} allows ${who} ${action}: ${allows.why}` : why;
        return [{ who, may: is, reason }];
      });
    }),
  );
}

/** Whether the policies deny it to one whom they let in elsewhere. */
function denialOf(who: string, { action, on, carries }: Wish): Answer {
  const [, partition = ''] = splitText(on.arn, ':');
  const account = splitText(who, ':')[4] ?? who;
  const role = { arn: who, name: who, account, partition, by: 'role' } as const;
  const context = new Map([['aws:securetransport', ['true']], ...carries]);
  return weigh(on.policies, { role, action, resource: on.arn, context }).denies;
}

function principalsOf(statement: unknown, account: string, roles: Roles): string[] {
  const principal = fieldOf(statement, 'Principal');
  const given = principal === '*' ? ['*'] : listOf(fieldOf(principal, 'AWS'));
  const names = given.flatMap((one) => scalarText(one) ?? []);
  return names.filter((name) => !roles.has(name) && !isOwnAccount(name, account));
}

/** The account itself leaves it to the policies of its roles, which were asked. */
function isOwnAccount(name: string, account: string): boolean {
  const [, , , , owner, resource] = splitText(name, ':');
  const isRoot = resource === 'root' && same(owner ?? '', account) === 'yes';
  return isRoot || same(name, account) === 'yes';
}
