import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { cdk } from './cdk';

export interface Templates {
  readonly [stackName: string]: Template;
}

export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
  readonly Outputs?: Readonly<Record<string, unknown>>;
}

export interface Resource {
  readonly Type: string;
  readonly DependsOn?: readonly string[];
}

/** The outputs of each stack. */
export type Outputs = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A version of the app: as AWS would get it, and as the endpoint does, in a folder that is deployed as it stands. */
export interface Version {
  readonly real: Templates;
  readonly deployed: Templates;
  readonly folder: string;
}

const app = 'node -r ./scripts/typescript.cjs test/e2e/deploy/app.ts';
const examplesApp = 'node -r ./scripts/typescript.cjs test/e2e/deploy/examples-app.ts';

/** The first version is the app of cdk.json, in its stage `dev`. */
export function firstVersion(into: string): Promise<Version> {
  return version(join(into, 'first'), ['-c', 'stage=dev'], ['--app', app]);
}

export function secondVersion(into: string): Promise<Version> {
  const changed = ['--app', app, '-c', 'changed=true'];
  return version(join(into, 'second'), [...changed, '-c', 'real=true'], changed);
}

/** The examples of channels and deliveries, a stack each. */
export function examplesVersion(into: string): Promise<Version> {
  const how = ['--app', examplesApp];
  return version(join(into, 'examples'), [...how, '-c', 'real=true'], how);
}

async function version(folder: string, real: string[], deployed: string[]): Promise<Version> {
  const asReal = `${folder}-real`;
  const both = [
    cdk('synth', '--quiet', '--output', asReal, ...real),
    cdk('synth', '--quiet', '--output', folder, ...deployed),
  ];
  await Promise.allSettled(both); // one that is still running writes into a folder that is deleted
  await Promise.all(both);
  return { real: templatesIn(asReal), deployed: templatesIn(folder), folder };
}

function templatesIn(folder: string): Templates {
  const { stacks } = new CloudAssembly(folder);
  return Object.fromEntries(stacks.map(({ stackName, template }) => [stackName, template]));
}

export async function bootstrap({ folder }: Version): Promise<void> {
  await cdk('bootstrap', '--app', folder);
}

export async function deploy({ folder }: Version): Promise<Outputs> {
  const outputs = `${folder}-outputs.json`;
  const how = ['--method', 'direct', '--require-approval', 'never', '--outputs-file', outputs];
  await cdk('deploy', '--app', folder, '--all', ...how);
  return JSON.parse(readFileSync(outputs, 'utf8'));
}

export async function destroy({ folder }: Version): Promise<void> {
  await cdk('destroy', '--app', folder, '--all', '--force');
}
