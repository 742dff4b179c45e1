import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bootstrap } from './deploy/assembly';
import { endpoint, Unusable } from './endpoint';
import { runExamples } from './examples/run-examples';
import { help, readOptions } from './options';
import { Report } from './report';
import { runRetailer } from './retailer';
import { runTogether } from './run';
import { failInParts } from './traffic/partial-failure';
import { unenforced } from './unenforced';
import { unenforcedOfExamples } from './unenforced-examples';

async function main(): Promise<void> {
  const options = readOptions();
  if (options.help) return console.log(help);
  const at = await endpoint();
  failInParts(at.events);
  console.log(`e2e at ${at.url}`);
  const report = new Report();
  const folder = mkdtempSync(join(tmpdir(), 'e2e-'));
  try {
    const run = { at, options, report, folder };
    await runTogether(run, bootstrap, [runRetailer, runExamples]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  tellUnenforced();
  console.log(`${report.result()}, seed ${options.seed}`);
  if (!report.isFine) process.exitCode = 1;
}

function tellUnenforced(): void {
  console.log(
    '\nNot enforced by an endpoint without AWS, and the test that shows it on the template:',
  );
  for (const { what, file, title } of [...unenforced, ...unenforcedOfExamples]) {
    console.log(`- ${what}\n    ${file}: ${title.join(' ')}`);
  }
  console.log('');
}

main().catch((error: unknown) => {
  if (!(error instanceof Unusable)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
});
