import { isDeepStrictEqual } from 'node:util';
import { orderPlaced } from '../../examples/retailer/contracts';
import type { CloudEvent } from '../../lib/runtime';
import { compareAll, type Deployed } from '../e2e/deployed';
import { differences } from '../e2e/differences';
import type { Outcome } from '../e2e/report';
import { mismatchesOf } from '../e2e/traffic/comparison';
import { countOf, keyOf, predict } from '../e2e/traffic/prediction';
import { drain } from '../e2e/traffic/queue';
import { type Answer, post, type Sent } from './http';
import { type Span, withTimeOf } from './time-of-arrival';

const path = orderPlaced.eventType;

/** A partner's order arrives as a CloudEvent, where the template reader says; its id is the partner's key, its time is the API's. */
export async function frontDoor(
  deployed: Deployed,
  api: string,
  events: readonly CloudEvent[],
): Promise<Outcome> {
  const orders = events.filter(({ type }) => type === path).map(asTheApiMakesIt);
  const { shares, mismatches: unsaid } = predict(deployed.flow, orders);
  const mismatches = [...unsaid];
  const began = Date.now();
  for (const { id, data } of orders) {
    const answer = await post(`${api}/${path}`, { key: id, body: JSON.stringify(data) });
    mismatches.push(...acceptedMismatches(id, answer));
  }
  const span = { began, ended: Date.now() };
  const queues = deployed.flow.queues.map((queue) =>
    queueMismatches(deployed, keyOf(queue), shares.get(keyOf(queue)) ?? [], span),
  );
  mismatches.push(...(await Promise.all(queues)).flat());
  return {
    told:
      `${orders.length} answered with 202, an eventId and a requestId; ${countOf(shares)} messages in ` +
      `${shares.size} queues, each the CloudEvent whose id is the Idempotency-Key`,
    mismatches,
  };
}

/** A partner sends what it ordered: the key by which a topic keeps order is checkout's to give. */
const asTheApiMakesIt = ({ partitionkey: _, ...event }: CloudEvent): CloudEvent => event;

function acceptedMismatches(id: string, { status, contentType, fields }: Answer): string[] {
  const { eventId, eventIds, requestId, ...others } = fields;
  const isOne = isDeepStrictEqual(eventIds, [eventId]);
  const said = { eventId: isText(eventId) && isOne, requestId: isText(requestId), others };
  const wanted = { status: 202, contentType: 'application/json', eventId: true, requestId: true };
  return differences({ ...wanted, others: {} }, { status, contentType, ...said }).map(
    (line) => `the answer to ${id}${line}`,
  );
}

async function queueMismatches(
  { at, urls }: Deployed,
  key: string,
  share: readonly CloudEvent[],
  span: Span,
): Promise<string[]> {
  const bodies = await drain(at.queues, urls.get(key) ?? '', share.length);
  return mismatchesOf(key, share, withTimeOf(share, bodies, span));
}

/** What the contract's schema takes: LocalEmu asks it of every content type. */
const anOrder = JSON.stringify({
  invoiceNo: 'o-1',
  shipTo: { country: 'EIRE' },
  lines: [{ stockCode: '85123A', description: '', quantity: 1, unitPrice: 1 }],
  total: 1,
});

const refusals: readonly (Sent & { readonly name: string; readonly status: number })[] = [
  { name: 'a body that is no JSON', body: '{"shipTo":', status: 400 },
  { name: 'a body that is no object', body: '["EIRE"]', status: 400 },
  { name: 'another content type', body: anOrder, contentType: 'text/plain', status: 415 },
];

/** What is refused is answered as JSON, with a message, and comes to no queue. */
export async function frontDoorRefuses(deployed: Deployed, api: string): Promise<Outcome> {
  const mismatches: string[] = [];
  for (const { name, status, ...sent } of refusals) {
    const answer = await post(`${api}/${path}`, sent);
    mismatches.push(...refusedMismatches(name, status, answer));
  }
  const unknown = await post(`${api}/order.lost.v1`, { body: '{"a":1}' });
  mismatches.push(...refusedMismatches('an event that it does not take', 403, unknown));
  const told = [
    ...refusals.map(({ name, status }) => `${status} for ${name}`),
    '403 for another event',
  ];
  return {
    told: `${told.join(', ')}, each JSON with a message; nothing in any queue`,
    mismatches: [...mismatches, ...(await compareAll(deployed, new Map()))],
  };
}

/** PutEvents answers 200 and FailedEntryCount 1, and the caller is not told that its order was taken. */
export async function frontDoorFails(deployed: Deployed, api: string): Promise<Outcome> {
  const answer = await post(`${api}/${path}`, { key: 'o-1', body: anOrder });
  const large = await post(`${api}/${path}`, {
    body: anOrder.replace('85123A', '85123A'.repeat(200)),
  });
  const mismatches = [
    ...refusedMismatches('an event that PutEvents does not take', 503, answer),
    ...refusedMismatches('a body above the limit', 413, large),
  ];
  return {
    told: '503 with a message where FailedEntryCount is 1, 413 above the limit of the API; nothing in any queue',
    mismatches: [...mismatches, ...(await compareAll(deployed, new Map()))],
  };
}

function refusedMismatches(what: string, wanted: number, answer: Answer): string[] {
  const { status, contentType, fields } = answer;
  const expected = { status: wanted, contentType: 'application/json', message: true };
  const found = { status, contentType, message: isText(fields.message) };
  return differences(expected, found).map((line) => `${what}${line}`);
}

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';
