import { Envelope } from '../../../lib';
import { inputTemplateOf, messageGroupOf } from '../../../lib/constructs/subscriptions/pipe-paths';
import { parseInputPath, readEvent, selectPath } from '../../../lib/core/input-transformers';
import { fromSqsMessage } from '../../../lib/runtime';

const event = {
  specversion: '1.0',
  id: 'o-1',
  source: 'shop.checkout',
  type: 'order.placed.v1',
  partitionkey: 'k-1',
  traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  data: { orderId: 'o-1', shipTo: { country: 'US' }, note: 'say "hi" <now>' },
};

const envelope = {
  version: '0',
  id: '7bf73129-1428-4cd3-a780-95db273d1602',
  'detail-type': 'order.placed.v1',
  source: 'shop.checkout',
  account: '111111111111',
  time: '2026-04-09T12:34:56Z',
  region: 'eu-west-1',
  resources: [],
  detail: event,
};

const at = (body: object, path: string): unknown =>
  path
    .split('.')
    .slice(1)
    .reduce<unknown>((inner, name) => (inner as Record<string, unknown>)[name], { body });

/** Fills a template of JSON as AWS documents it: a placeholder in a value's place becomes JSON. */
const fill = (template: string, body: object): string =>
  template.replace(/<(\$[^>]*)>/g, (_, path: string) => JSON.stringify(at(body, path)));

describe('inputTemplateOf', () => {
  it('writes an object around the body, never the body alone, which loses its quotes', () => {
    expect(inputTemplateOf(Envelope.CLOUD_EVENT)).toBe(
      '{"detail-type": <$.body.type>, "source": <$.body.source>, "detail": <$.body>}',
    );
    expect(inputTemplateOf(Envelope.EVENTBRIDGE)).toBe(
      '{"version": <$.body.version>, "id": <$.body.id>, "detail-type": <$.body.detail-type>, "source": <$.body.source>, "account": <$.body.account>, "time": <$.body.time>, "region": <$.body.region>, "resources": <$.body.resources>, "detail": <$.body.detail>}',
    );
  });

  test.each([
    ['a CloudEvent', Envelope.CLOUD_EVENT, event],
    ["EventBridge's envelope", Envelope.EVENTBRIDGE, envelope],
  ])('hands on %s so that the whole event is read back', (_, kind, body) => {
    const Body = fill(inputTemplateOf(kind), body);
    expect(fromSqsMessage({ Body })).toEqual(event);
  });

  it("hands on all that EventBridge's envelope has", () => {
    expect(JSON.parse(fill(inputTemplateOf(Envelope.EVENTBRIDGE), envelope))).toEqual(envelope);
  });
});

describe('messageGroupOf', () => {
  test.each<[string, Envelope, object, string | undefined, string]>([
    ['the partition key', Envelope.CLOUD_EVENT, event, undefined, 'k-1'],
    ['a field of the data', Envelope.CLOUD_EVENT, event, 'orderId', 'o-1'],
    ['a field within the data', Envelope.CLOUD_EVENT, event, 'shipTo.country', 'US'],
    ['the partition key in an envelope', Envelope.EVENTBRIDGE, envelope, undefined, 'k-1'],
    ['a field in an envelope', Envelope.EVENTBRIDGE, envelope, 'shipTo.country', 'US'],
  ])('is the path to %s', (_, kind, body, field, group) => {
    const record = readEvent(JSON.stringify({ body }));
    const made = selectPath(record, parseInputPath(messageGroupOf(kind, field)));
    expect(made).toMatchObject({ found: { kind: 'string', text: group } });
  });
});
