import { RemovalPolicy } from 'aws-cdk-lib';
import type { PropRule } from './props';

/** CloudFormation refuses a snapshot of a queue, a bus or an archive. */
export function removalRule(removalPolicy?: RemovalPolicy): PropRule {
  return {
    id: 'spillway:removal-policy',
    prop: 'removalPolicy',
    value: removalPolicy,
    wrong: (policy: RemovalPolicy) => policy === RemovalPolicy.SNAPSHOT,
    expected: 'there is nothing of it to take a snapshot of',
    fix: 'Give RETAIN, RETAIN_ON_UPDATE_OR_DELETE or DESTROY.',
  };
}
