import { firstVersion, secondVersion, type Version } from './deploy/assembly';
import { type Deployed, deployTo } from './deployed';
import { poisonMessage } from './poison-message';
import type { Run } from './run';
import { dayAfter, dayOfOrders, freshQueues, templatesOf, upgrade } from './steps';
import { tearDown } from './tear-down';
import { dayOfEvents, madeUpEvents } from './traffic/orders';

/** The retailer's app: a day of orders, a poison message, an upgrade, the day after. */
export async function runRetailer(run: Run): Promise<void> {
  const { at, report, folder } = run;
  const { first, second } = await report.step('templates', async () => {
    const versions = { first: await firstVersion(folder), second: await secondVersion(folder) };
    return { ...templatesOf([versions.first, versions.second]), ...versions };
  });
  const urls = new Set<string>();
  try {
    await drive({ ...run, first, second, urls });
  } catch (error) {
    report.broken(error);
  }
  await report.step('destroy', () => tearDown(at, first, [...urls]));
}

interface Drive extends Run {
  readonly first: Version;
  readonly second: Version;
  /** Of all queues that were deployed. */
  readonly urls: Set<string>;
}

async function drive({
  at,
  options,
  report,
  bootstrap,
  first,
  second,
  urls,
}: Drive): Promise<void> {
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
