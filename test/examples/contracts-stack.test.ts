import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { ContractsStack, cancelled, placed } from '../../examples/contracts-stack';
import { readAssembly } from '../../lib/analysis';
import { run } from '../cli/run';
import { counts } from '../support/stacks';

describe('ContractsStack', () => {
  const outdir = mkdtempSync(join(tmpdir(), 'spillway-'));
  const app = new App({ outdir });
  const of = new ContractsStack(app, 'Contracts');

  afterAll(() => rmSync(outdir, { recursive: true }));

  it('lives together with its accepted versions, of which all are accepted', async () => {
    app.synth();
    const { code, output } = await run(['contracts', 'check', '--app', outdir]);

    expect(Annotations.fromStack(of).findWarning('*', Match.anyValue())).toEqual([]);
    expect([code, output]).toEqual([
      0,
      'unchanged    shop.checkout order.cancelled.v1  version 1\nunchanged    shop.checkout order.placed.v1  version 2\n',
    ]);
  });

  it('says in its assembly what its contracts are', () => {
    const directory = join('examples', 'contracts');

    expect(readAssembly(outdir).contracts).toEqual([
      { ...cancelled._describe(), directory, place: 'Contracts/Orders' },
      { ...placed._describe(), directory, place: 'Contracts/Orders' },
    ]);
  });

  it('has a queue for Seattle, and one for what is set aside there', () => {
    expect(counts(of)).toMatchObject({ 'AWS::Events::Rule': 1, 'AWS::SQS::Queue': 3 });
  });
});
