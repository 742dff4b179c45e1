import type { App } from 'aws-cdk-lib';
import {
  AwsSolutionsChecks,
  HIPAASecurityChecks,
  NIST80053R5Checks,
  PCIDSS321Checks,
  ServerlessChecks,
} from 'cdk-nag';

// cdk-nag reads a property that CDK deprecated, and CDK would say so at every bus policy.
process.env.JSII_DEPRECATED = 'quiet';

export const packs = [
  AwsSolutionsChecks,
  ServerlessChecks,
  NIST80053R5Checks,
  HIPAASecurityChecks,
  PCIDSS321Checks,
];

/** What the packs find and nobody acknowledged, as `PATH ID` in order. */
export function findings(app: App): string[] {
  return packs
    .flatMap((Pack) => new Pack(app).validateScope(app).violations)
    .flatMap(({ ruleName, violatingResources }) =>
      violatingResources.map(({ constructPath }) => `${constructPath} ${ruleName}`),
    )
    .sort();
}
