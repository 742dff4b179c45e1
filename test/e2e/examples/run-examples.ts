import { messageOf } from '../../../examples/attribute-filters-stack';
import { examplesVersion, type Version } from '../deploy/assembly';
import { witnessed } from '../deploy/witness';
import { type Deployed, deployTo, onlyStack } from '../deployed';
import type { Run } from '../run';
import { freshQueues, templatesOf } from '../steps';
import { tearDown } from '../tear-down';
import { dayOfEvents, madeUpEvents } from '../traffic/orders';
import { named, ofFewKeys, ofType, shopOrders, thenCancelled } from '../traffic/shop-orders';
import { fifoPoison } from './fifo-poison';
import { fifoWorkQueue } from './fifo-work-queue';
import { oneAtATime } from './one-at-a-time';
import { push } from './push';
import { topic } from './topic';
import { workQueue } from './work-queue';

/** The examples of channels and deliveries, deployed together and driven one after the other. */
export async function runExamples(run: Run): Promise<void> {
  const { at, report, folder } = run;
  const { version } = await report.step('templates of the examples', async () => {
    const version = await examplesVersion(folder);
    return { ...templatesOf([version], witnessed), version };
  });
  const urls: string[] = [];
  try {
    await drive({ ...run, version, urls });
  } catch (error) {
    report.broken(error);
  }
  await report.step('destroy the examples', () => tearDown(at, version, urls));
}

interface Drive extends Run {
  readonly version: Version;
  /** Of all queues that were deployed. */
  readonly urls: string[];
}

async function drive({ at, options, report, bootstrap, version, urls }: Drive): Promise<void> {
  const { deployed } = await report.step('deploy the examples', async () => {
    await bootstrap(version);
    const deployed = await deployTo(at, version);
    urls.push(...deployed.urls.values());
    return { ...(await freshQueues(deployed)), deployed };
  });
  const { seed } = options;
  const only = (stack: string): Deployed => onlyStack(deployed, version, stack);
  await report.step('topic with body filters', () =>
    topic(only('Topic'), shopOrders(dayOfEvents(options))),
  );
  const day = shopOrders(madeUpEvents(seed + 4, 200));
  await report.step('topic with attribute filters', () =>
    topic(only('AttributeFilters'), day, messageOf),
  );
  await report.step('FIFO topic', () => topic(only('FifoTopic'), ofFewKeys(day)));
  const few = ofType('order.placed.v1', ofFewKeys(named('held', day.slice(0, 60))));
  await report.step('FIFO topic, a poison message', () => fifoPoison(only('FifoTopic'), few));
  const labels = ofType('label.requested.v1', ofFewKeys(shopOrders(madeUpEvents(seed + 5, 100))));
  await report.step('work queue', () => workQueue(only('WorkQueue'), labels));
  const charges = ofType('charge.requested.v1', ofFewKeys(shopOrders(madeUpEvents(seed + 6, 60))));
  await report.step('FIFO work queue', () => fifoWorkQueue(only('WorkQueue'), charges));
  const orders = thenCancelled(shopOrders(madeUpEvents(seed + 7, 30)));
  await report.step('one at a time', () => oneAtATime(only('OneAtATime'), orders));
  const [first, ...good] = shopOrders(madeUpEvents(seed + 8, 40));
  const [{ data: _unread, ...poison }] = ofType('order.placed.v1', [first]);
  await report.step('push with a poison message', () => push(only('Push'), good, poison));
}
