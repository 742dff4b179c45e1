import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { fromEventBridgeEvent, parseCloudEvent } from '../../../../lib/runtime';
import cloudEvents from '../data/cloudevents.json';

const ajv = new Ajv({ allowUnionTypes: true, strict: false });
addFormats(ajv);

/** The JSON schema that the CloudEvents specification has for its JSON format. */
const isCloudEvent = ajv.compile(cloudEvents);

export const options = {
  source: 'shop.checkout',
  eventType: 'order.placed.v1',
  busName: 'orders',
  maxBodySize: 900_000,
};

interface Entry {
  readonly Source: string;
  readonly DetailType: string;
  readonly EventBusName: string;
  readonly Detail?: string;
}

export type Told = readonly Record<string, unknown>[] | string;

const refusals = ['tooLarge', 'stranger', 'identity', 'attribute', 'data', 'batch'];

/**
 * What PutEvents is asked for: events, or why there are none. Whatever was sent, each entry is of
 * the contract's source, type and bus, and so is the event in it, which the specification's schema
 * and a strict consumer take.
 */
export function toldOf(request: string): Told {
  const { Entries } = JSON.parse(request) as { Entries: Entry[] };
  for (const { Detail: _, ...entry } of Entries) {
    expect(entry).toEqual({
      Source: 'shop.checkout',
      DetailType: 'order.placed.v1',
      EventBusName: 'orders',
    });
  }
  const [first, ...others] = Entries;
  if (first?.Detail === undefined) {
    expect(others).toEqual(others.map((one) => ({ ...one, Detail: 'refused' })));
    return refusals[others.length - 1] ?? `${Entries.length} entries`;
  }
  return Entries.map(({ Detail = '' }) => checked(Detail));
}

function checked(text: string): Record<string, unknown> {
  const detail = JSON.parse(text);
  expect(isCloudEvent(detail) ? [] : isCloudEvent.errors).toEqual([]);
  expect(detail).toMatchObject({
    specversion: '1.0',
    source: 'shop.checkout',
    type: 'order.placed.v1',
  });
  expect(parseCloudEvent(text)).toEqual(detail);
  const envelope = { source: 'shop.checkout', 'detail-type': 'order.placed.v1', detail };
  expect(fromEventBridgeEvent(envelope)).toEqual(detail);
  expect(text.match(/"data":/g)?.length).toBeGreaterThan(0);
  return detail;
}
