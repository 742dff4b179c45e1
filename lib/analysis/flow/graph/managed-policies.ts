import type { Policy } from '../policies/statements';
import { splitText } from '../resolution/symbolic-text';

/**
 * What AWS's own managed policies, which functions and pipes usually have, allow of what is asked
 * here. Source: https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
 */
const receive = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'];

const allowedBy = new Map<string, readonly string[]>([
  ['service-role/AWSLambdaBasicExecutionRole', []],
  ['service-role/AWSLambdaVPCAccessExecutionRole', []],
  ['service-role/AWSLambdaSQSQueueExecutionRole', receive],
  ['AWSXRayDaemonWriteAccess', []],
  ['CloudWatchLambdaInsightsExecutionRolePolicy', []],
  ['AmazonSQSFullAccess', ['sqs:*']],
  ['AdministratorAccess', ['*']],
]);

/** The name of a policy of AWS's own, with its path. */
function nameIn(arn: string): string | undefined {
  const [, , service, , owner, resource = ''] = splitText(arn, ':', 6);
  const isOfAws = service === 'iam' && owner === 'aws' && resource.startsWith('policy/');
  return isOfAws ? resource.slice('policy/'.length) : undefined;
}

/** Undefined for a policy that is not AWS's, or is not in the table. */
export function managedPolicy(arn: string): Policy | undefined {
  const name = nameIn(arn) ?? '';
  const actions = allowedBy.get(name);
  if (!actions) return undefined;
  const statement = { Effect: 'Allow', Action: actions, Resource: '*' };
  return { name, document: { Statement: actions.length === 0 ? [] : [statement] } };
}

/** AWS's own policies allow; the few that deny are called so. */
export function mayDeny(arn: string): boolean {
  return nameIn(arn) === undefined || /Deny|Quarantine/.test(arn);
}
