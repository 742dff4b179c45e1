import { type PriceName, prices, pricesOf } from '../lib/core/limits/prices';

/**
 * What a million orders of 2 KB cost until three warehouses have them: quantities here, unit prices
 * in `lib/core/limits/prices.ts`. A message costs its queue a request to send it and, in batches of
 * ten, a tenth of a request each to receive and to delete it; a pipe takes one at a time. Of a fair
 * queue AWS's page leaves open which requests cost more: here it is each.
 */

type Used = Partial<Readonly<Record<PriceName, number>>>;

const orders = 1; // million
const warehouses = 3;
const gigabytes = 2;
const batch = 10;
const requests = orders * (1 + 2 / batch); // million, of a queue
const copies = warehouses * requests;

const filtered: Used = { bodyFilter: warehouses * gigabytes };
const fifoTopic: Used = {
  fifoTopicRequest: orders,
  fifoTopicPayload: gigabytes,
  fifoTopicMessage: warehouses * orders,
  fifoTopicOut: warehouses * gigabytes,
};
const pulled: Used = { busEvent: orders, queueRequest: copies };

/** In the order of the guide. */
export const ways: readonly (readonly [string, Used])[] = [
  ['`ClassicBus`, pulled', pulled],
  ['`StandardTopic`, body filters', { topicRequest: orders, ...filtered, queueRequest: copies }],
  ['`StandardTopic`, attribute filters', { topicRequest: orders, queueRequest: copies }],
  ['`FifoTopic`, body filters', { ...fifoTopic, ...filtered, fifoQueueRequest: copies }],
  ['`WorkQueue`: each order to one warehouse', { queueRequest: requests }],
  ['`WorkQueue`, fair', { queueRequest: requests, fairRequest: requests }],
  ['`WorkQueue`, FIFO', { fifoQueueRequest: requests }],
  ['`ClassicBus`, pushed', { ...pulled, invocation: (warehouses * orders) / batch }],
  [
    '`ClassicBus`, one at a time',
    {
      busEvent: orders,
      queueRequest: warehouses * orders * 3,
      pipeRequest: warehouses * orders,
      fifoQueueRequest: copies,
    },
  ],
  ['`ClassicBus`, kept for 30 days', { ...pulled, archiveIn: gigabytes, archiveKept: gigabytes }],
  ['`IngestApi` before the `ClassicBus`', { ...pulled, apiRequest: orders }],
];

export function dollarsOf(used: Used): number {
  return entriesOf(used).reduce((sum, [name, much]) => sum + much * prices[name].dollars, 0);
}

export function priceTable(): string {
  return [
    `| way | $ in ${pricesOf.region}, ${pricesOf.date} | that is |`,
    '| --- | ---: | --- |',
    ...ways.map(([way, used]) => `| ${way} | ${dollarsOf(used).toFixed(2)} | ${shown(used)} |`),
  ].join('\n');
}

export function unitPriceTable(): string {
  return [
    '| $ | per | page |',
    '| ---: | --- | --- |',
    ...Object.values(prices).map(
      ({ dollars, per, source }) => `| ${dollars} | ${per} | [AWS](${source}) |`,
    ),
  ].join('\n');
}

function shown(used: Used): string {
  return entriesOf(used)
    .map(([name, much]) => `${rounded(much)} x ${prices[name].dollars}`)
    .join(' + ');
}

function rounded(much: number): string {
  return String(Math.round(much * 100) / 100);
}

function entriesOf(used: Used): [PriceName, number][] {
  return Object.entries(used) as [PriceName, number][];
}
