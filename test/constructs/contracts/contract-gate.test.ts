import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { readAssembly } from '../../../lib/analysis';

const cwd = resolve(__dirname, '../../..');
const app = 'node -r ./scripts/typescript.cjs test/constructs/contracts/gate-app.ts';

describe('the contract gate, by cdk synth', () => {
  const root = mkdtempSync(join(tmpdir(), 'spillway-'));
  const contracts = join(root, 'contracts');
  const versions = join(contracts, 'shop.checkout', 'order.placed.v1');

  afterAll(() => rmSync(root, { recursive: true }));

  it('fails and writes the assembly all the same', () => {
    mkdirSync(versions, { recursive: true });
    const schema = { type: 'object', properties: { status: { enum: ['open'] } } };
    writeFileSync(join(versions, '1.json'), JSON.stringify(schema));
    const output = join(root, 'cdk.out');
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [
        ...['node_modules/aws-cdk/bin/cdk', 'synth', '--quiet', '--ci', '--no-notices'],
        ...['--app', app, '--output', output],
      ],
      { cwd, encoding: 'utf8', env: { ...process.env, CONTRACTS: contracts } },
    );

    expect(status).toBe(1);
    expect(stdout + stderr).toContain('shop.checkout order.placed.v1 breaks what was accepted in');
    expect(stdout + stderr).toContain('spillway:contract-breaking');
    expect(existsSync(join(output, 'Shop.template.json'))).toBe(true);
    expect(readAssembly(output).contracts).toMatchObject([
      { source: 'shop.checkout', eventType: 'order.placed.v1', place: 'Shop/Orders' },
    ]);
  }, 60_000);
});
