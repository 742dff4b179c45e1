import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CloudAssembly } from 'aws-cdk-lib/cx-api';
import type { Templates, Version } from '../e2e/deploy/assembly';
import { cdk } from '../e2e/deploy/cdk';
import { allow, type KnownDifference } from '../e2e/deploy/known-differences';
import { templateDifference } from '../e2e/deploy/template-difference';
import type { Outcome } from '../e2e/report';

const app = 'node -r ./scripts/typescript.cjs test/e2e-failures/app.ts';

/** The app as AWS would get it, and as LocalEmu does, in a folder that is deployed as it stands. */
export async function version(folder: string): Promise<Version> {
  const asReal = join(folder, 'real');
  const asDeployed = join(folder, 'deployed');
  const both = [
    cdk('synth', '--quiet', '--output', asReal, '--app', app, '-c', 'real=true'),
    cdk('synth', '--quiet', '--output', asDeployed, '--app', app),
  ];
  await Promise.allSettled(both); // one that is still running writes into a folder that is deleted
  await Promise.all(both);
  return { real: templatesIn(asReal), deployed: templatesIn(asDeployed), folder: asDeployed };
}

function templatesIn(folder: string): Templates {
  const { stacks } = new CloudAssembly(folder);
  return Object.fromEntries(stacks.map(({ stackName, template }) => [stackName, template]));
}

/** What LocalEmu can't run as it is, and how the difference shows in the templates. */
const knownDifferences: readonly KnownDifference[] = [
  {
    what: 'a request template',
    pattern: /^\/RetailerOrders\/Resources\/\w+\/Properties\/Integration\/RequestTemplates\//,
  },
  {
    what: 'tries after the first of a rule',
    pattern: /\/Properties\/Targets\/0\/RetryPolicy\/MaximumRetryAttempts: expected 185, but is 0$/,
  },
];

/** What is deployed is the real app, less what is refused, but for the known differences, of which each is there. */
export function templatesOf({ real, deployed }: Version): Outcome {
  const inBoth = Object.keys(real).map((name) => [name, deployed[name]] as const);
  const { takenOut, mismatches } = templateDifference(real, Object.fromEntries(inBoth));
  const allowed = allow(knownDifferences, mismatches);
  return {
    told: `all as on AWS, without ${takenOut.join(', ')}; changed: ${allowed.changed.join(', ')}`,
    mismatches: allowed.mismatches,
  };
}

export type StackOutputs = Readonly<Record<string, Readonly<Record<string, string>>>>;

export function outputsOf({ folder }: Version): StackOutputs {
  return JSON.parse(readFileSync(`${folder}-outputs.json`, 'utf8'));
}
