import { Stack } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { Problem } from '../../core/diagnostics';
import { problemsOfPlace } from '../validation';

/** What can't work of a key: events under it would be lost, or nobody could read them. */
export function problemsOfKey(prop: string, key: IKey | undefined, scope: Construct): Problem[] {
  if (!key) return [];
  const arn = JSON.stringify(Stack.of(scope).resolve(key.keyArn));
  if (arn.includes('alias/aws/sqs')) return [awsManaged(prop)];
  if (arn.includes(':alias/')) return [alias(prop)];
  return problemsOfPlace(prop, { region: key.env.region }, scope);
}

function awsManaged(prop: string): Problem {
  return {
    id: 'spillway:queue-kms-managed',
    prop,
    given: 'the AWS managed key (alias/aws/sqs) given',
    expected: 'nobody can let a channel or another account use that key, so events would be lost',
    fix: 'Use SSE-SQS or a customer-managed key.',
  };
}

/** Source: https://docs.aws.amazon.com/kms/latest/developerguide/cmks-in-iam-policies.html */
function alias(prop: string): Problem {
  return {
    id: 'spillway:key',
    prop,
    given: 'an alias given',
    expected: 'a policy can allow the use of a key only by the ARN of the key itself',
    fix: 'Give the key: the Key, Key.fromKeyArn or Key.fromLookup.',
  };
}
