import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bootstrap, firstVersion, secondVersion, type Version } from './deploy/assembly';
import { type Deployed, deployTo } from './deployed';
import { type Endpoint, endpoint, Unusable } from './endpoint';
import { help, type Options, readOptions } from './options';
import { poisonMessage } from './poison-message';
import { Report } from './report';
import { dayAfter, dayOfOrders, freshQueues, templatesOf, upgrade } from './steps';
import { tearDown } from './tear-down';
import { dayOfEvents, madeUpEvents } from './traffic/orders';
import { failInParts } from './traffic/partial-failure';
import { unenforced } from './unenforced';

async function main(): Promise<void> {
  const options = readOptions();
  if (options.help) return console.log(help);
  const at = await endpoint();
  failInParts(at.events);
  console.log(`e2e at ${at.url}`);
  const report = new Report();
  const folder = mkdtempSync(join(tmpdir(), 'e2e-'));
  try {
    await run(at, options, folder, report);
  } catch (error) {
    report.broken(error);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  tellUnenforced();
  console.log(`${report.result()}, seed ${options.seed}`);
  if (!report.isFine) process.exitCode = 1;
}

async function run(at: Endpoint, options: Options, folder: string, report: Report): Promise<void> {
  const { first, second } = await report.step('templates', async () => {
    const versions = { first: await firstVersion(folder), second: await secondVersion(folder) };
    return { ...templatesOf(versions.first, versions.second), ...versions };
  });
  const urls = new Set<string>();
  try {
    await drive({ at, options, report, first, second, urls });
  } catch (error) {
    report.broken(error);
  }
  await report.step('destroy', () => tearDown(at, first, [...urls]));
}

interface Drive {
  readonly at: Endpoint;
  readonly options: Options;
  readonly report: Report;
  readonly first: Version;
  readonly second: Version;
  /** Of all queues that were deployed. */
  readonly urls: Set<string>;
}

async function drive({ at, options, report, first, second, urls }: Drive): Promise<void> {
  const { seed } = options;
  const note = (deployed: Deployed): void => {
    for (const url of deployed.urls.values()) urls.add(url);
  };
  const { deployed } = await report.step('deploy', async () => {
    await bootstrap(first);
    const deployed = await deployTo(at, first);
    note(deployed);
    return { ...(await freshQueues(deployed)), deployed };
  });
  const day = dayOfEvents(options);
  await report.step('a day of orders', () => dayOfOrders(deployed, day));
  await report.step('a poison message', () => poisonMessage(deployed, madeUpEvents(seed + 1, 40)));
  const lying = madeUpEvents(seed + 2, 60);
  const upgraded = await report.step('upgrade', () => upgrade(deployed, second, lying));
  note(upgraded.second);
  const next = madeUpEvents(seed + 3, 200);
  await report.step('the day after', () => dayAfter(deployed, upgraded.second, next));
}

function tellUnenforced(): void {
  console.log(
    '\nNot enforced by an endpoint without AWS, and the test that shows it on the template:',
  );
  for (const { what, file, title } of unenforced) {
    console.log(`- ${what}\n    ${file}: ${title.join(' ')}`);
  }
  console.log('');
}

main().catch((error: unknown) => {
  if (!(error instanceof Unusable)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
});
