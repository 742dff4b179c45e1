import { execSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { CloudAssembly } from 'aws-cdk-lib/cx-api';
import type { ChannelName } from './channels';

const root = resolve(__dirname, '../..');

export interface Templates {
  readonly [stackName: string]: object;
}

interface Settings {
  readonly app: string;
  readonly context: object;
}

/**
 * Synthesises the app of cdk.json in a process of its own, as `cdk deploy -c channel=CHANNEL` does,
 * and reads its templates.
 */
export function synthesise(channel: ChannelName): Templates {
  const { app, context }: Settings = JSON.parse(readFileSync(join(root, 'cdk.json'), 'utf8'));
  const folder = mkdtempSync(join(tmpdir(), 'order-ingestion-'));
  try {
    execSync(app, {
      cwd: root,
      env: environment(folder, { ...context, channel }),
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const { stacks } = new CloudAssembly(folder);
    return Object.fromEntries(stacks.map(({ stackName, template }) => [stackName, template]));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * What the CDK's command line sets: where to write, and that resources tell the path of their
 * construct.
 */
function environment(folder: string, settings: object): NodeJS.ProcessEnv {
  const context = { ...settings, 'aws:cdk:enable-path-metadata': true };
  return {
    ...process.env,
    CDK_OUTDIR: folder,
    CDK_CONTEXT_JSON: JSON.stringify(context),
    CDK_VALIDATION: 'false', // seconds, and the templates are looked at here
  };
}
