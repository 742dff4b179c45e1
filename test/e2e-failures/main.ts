import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bootstrap } from '../e2e/deploy/assembly';
import { deployTo } from '../e2e/deployed';
import { type Endpoint, endpoint, Unusable } from '../e2e/endpoint';
import { Report } from '../e2e/report';
import { freshQueues } from '../e2e/steps';
import { madeUpEvents } from '../e2e/traffic/orders';
import { frontDoor, frontDoorFails, frontDoorRefuses } from './front-door';
import { goneQueue } from './gone-queue';
import { addressOf } from './http';
import { tellNotShown } from './not-shown';
import { redrive } from './redrive';
import { outputsOf, templatesOf, version } from './version';

/** What only LocalEmu can show: orders that can not be delivered, the API of the partners, a redrive. localemu.sh starts it for this. */
async function main(): Promise<void> {
  const at = await endpoint();
  console.log(`e2e:failures at ${at.url}`);
  const report = new Report();
  const folder = mkdtempSync(join(tmpdir(), 'e2e-failures-'));
  try {
    await run(at, folder, report);
  } catch (error) {
    report.broken(error);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  await report.step('what is not shown', async () => tellNotShown());
  console.log(report.result().replace(/^e2e:/, 'e2e:failures:'));
  if (!report.isFine) process.exitCode = 1;
}

async function run(at: Endpoint, folder: string, report: Report): Promise<void> {
  const { app } = await report.step('templates', async () => {
    const app = await version(folder);
    return { ...templatesOf(app), app };
  });
  const { deployed } = await report.step('deploy', async () => {
    await bootstrap(app);
    const deployed = await deployTo(at, app);
    return { ...(await freshQueues(deployed)), deployed };
  });
  const outputs = outputsOf(app);
  const partners = addressOf(at.url, outputs.RetailerOrders);
  const failing = addressOf(at.url, outputs.FailingApi);
  await report.step('the API takes orders', () =>
    frontDoor(deployed, partners, madeUpEvents(1, 60)),
  );
  await report.step('the API refuses', () => frontDoorRefuses(deployed, partners));
  await report.step('the API fails', () => frontDoorFails(deployed, failing));
  await report.step('a poison message, redriven', () => redrive(deployed, madeUpEvents(2, 40)));
  await report.step('a queue that is gone', () => goneQueue(deployed, madeUpEvents(3, 60)));
}

main().catch((error: unknown) => {
  if (!(error instanceof Unusable)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
});
