import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';

/**
 * Who extends the policies of what was brought along: an imported queue, key or role.
 */
export enum PolicyOwner {
  /**
   * This app. Where it can't (the resource is only imported), the construct refuses, because CDK
   * would say nothing and the events would be lost.
   */
  HERE = 'here',

  /**
   * The resource's owner, elsewhere. What has to be added there is told by `requiredStatements()`
   * and by stack outputs.
   */
  ELSEWHERE = 'elsewhere',
}

/**
 * A statement that the owner of a resource has to add to its policy.
 */
export interface RequiredStatement {
  /**
   * Whose policy: the ARN of a queue, a key, a role or a user.
   */
  readonly policyOf: string;

  /**
   * What fails without it.
   */
  readonly purpose: string;

  /**
   * The statement to add, exactly.
   */
  readonly statement: PolicyStatement;
}
