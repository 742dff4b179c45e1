import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

export const root = resolve(__dirname, '../../..');

/** What every call is given: nothing is asked, and nobody but the endpoint is called. */
const always = ['--ci', '--no-notices', '--no-version-reporting'];

const lastLines = 20;

/** Runs the CDK's own command line; throws its last words if it fails. */
export async function cdk(...args: string[]): Promise<void> {
  const child = spawn('npx', ['cdk', ...args, ...always], {
    cwd: root,
    env: { ...process.env, CDK_VALIDATION: 'false', CDK_DISABLE_CLI_TELEMETRY: 'true' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const hear = (chunk: Buffer): void => {
    said += chunk;
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const code = await new Promise<number | null>((done, fail) => {
    child.on('error', fail);
    child.on('close', done);
  });
  if (code === 0) return;
  const end = said.trimEnd().split('\n').slice(-lastLines).join('\n');
  const failure = new Error(`cdk ${args.join(' ')} ended with exit code ${code}:\n${end}`);
  failure.stack = failure.message; // where it was called from says nothing more
  throw failure;
}
