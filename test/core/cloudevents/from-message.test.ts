import type { Message } from '@aws-sdk/client-sqs';
import fc from 'fast-check';
import {
  type CloudEvent,
  fromSnsMessage,
  fromSqsMessage,
  type SnsMessage,
  type SqsMessage,
  type SqsRecord,
  toPublishInput,
  toSendMessageInput,
} from '../../../lib/core/cloudevents';
import { anyEvent } from './any-event';
import { issuesOf } from './issues-of';

const order = {
  specversion: '1.0',
  id: 'a-1',
  source: 'shop.checkout',
  type: 'order.placed.v1',
  data: { total: 9.5 },
};
const body = JSON.stringify(order);
const queueUrl = 'https://sqs.eu-west-1.amazonaws.com/123456789012/orders';
const topicArn = 'arn:aws:sns:eu-west-1:123456789012:orders';
const values = { type: 'order.placed.v1', source: 'shop.checkout', tenant: '7' };

/** As SNS puts it in a queue without raw delivery. */
const notification = {
  Type: 'Notification',
  MessageId: '22b80b92-fdea-4c2c-8f9d-bdfb0c7bf324',
  TopicArn: topicArn,
  Message: body,
  Timestamp: '2026-01-31T09:30:00.000Z',
  SignatureVersion: '1',
  Signature: 'c2lnbmF0dXJl',
  SigningCertURL: 'https://sns.eu-west-1.amazonaws.com/cert.pem',
  UnsubscribeURL: 'https://sns.eu-west-1.amazonaws.com/',
  MessageAttributes: {
    type: { Type: 'String', Value: values.type },
    source: { Type: 'String', Value: values.source },
    tenant: { Type: 'Number', Value: values.tenant },
  },
};
/** As a rule without an input transformer delivers it. */
const envelope = {
  version: '0',
  id: '17793124-05d4-b198-2fde-7ededc63b103',
  source: 'shop.checkout',
  'detail-type': 'order.placed.v1',
  detail: order,
};
const received: Message = {
  MessageId: '059f36b4-87a3-44ab-83d2-661975830a7d',
  ReceiptHandle: 'AQEB',
  MD5OfBody: '0',
  Body: body,
  MessageAttributes: {
    type: { StringValue: values.type, DataType: 'String' },
    source: { StringValue: values.source, DataType: 'String' },
    tenant: { StringValue: values.tenant, DataType: 'Number' },
  },
};
/** As a Lambda function gets it. */
const record = {
  messageId: '059f36b4-87a3-44ab-83d2-661975830a7d',
  receiptHandle: 'AQEB',
  body,
  attributes: { ApproximateReceiveCount: '1' },
  messageAttributes: {
    type: { stringValue: values.type, stringListValues: [], dataType: 'String' },
    source: { stringValue: values.source, stringListValues: [], dataType: 'String' },
  },
  eventSource: 'aws:sqs',
};

const bodyIssues = (value: unknown) =>
  issuesOf(() =>
    fromSqsMessage({ Body: typeof value === 'string' ? value : JSON.stringify(value) }),
  );

describe('fromSqsMessage', () => {
  test.each<[string, SqsMessage | SqsRecord]>([
    ['a message of the SDK', received],
    ['a message without its attributes', { Body: body }],
    ['a record of Lambda', record],
    ['a record without attributes', { body, messageAttributes: {} }],
    ["a message in SNS's envelope", { Body: JSON.stringify(notification) }],
    ["a record in SNS's envelope", { body: JSON.stringify(notification) }],
    ["a message in EventBridge's envelope", { Body: JSON.stringify(envelope) }],
    [
      'a message of a bus by way of a topic',
      { Body: JSON.stringify({ ...notification, Message: JSON.stringify(envelope) }) },
    ],
    ['binary attributes of these names', { Body: body, MessageAttributes: { type: {} } }],
  ])('gives the event of %s', (_, message) => {
    expect(fromSqsMessage(message)).toEqual(order);
  });

  test.each<[string, unknown, string, string]>([
    ['what is no JSON', '{', '', 'the event'],
    ['the text of a text', JSON.stringify(body), '', 'the event'],
    ['an array', [order], '', 'the event'],
    ['null', null, '', 'the event'],
    ['what is no CloudEvent', { ...order, id: '' }, 'id', 'id'],
    [
      'an envelope that says something else',
      { ...envelope, source: 'a' },
      'source',
      'source of the envelope',
    ],
    ['an envelope without an event', { ...envelope, detail: 'x' }, '', 'the event'],
    ['a confirmation of SNS', { ...notification, Type: 'SubscriptionConfirmation' }, '', 'Type'],
    ['an event as object in an envelope', { ...notification, Message: order }, '', 'Message'],
    [
      'an envelope around no CloudEvent',
      { ...notification, Message: '{}' },
      'specversion',
      'specversion',
    ],
    [
      'an envelope in an envelope',
      { ...notification, Message: JSON.stringify(notification) },
      'specversion',
      'specversion',
    ],
    ['a capital Type on an event', { ...order, Type: 'x' }, 'Type', '"Type"'],
    ['a capital Message on an event', { ...order, Message: body }, 'Message', '"Message"'],
  ])('refuses %s', (_, value, attribute, path) => {
    expect(bodyIssues(value)[0]).toEqual([attribute, path]);
  });

  test.each<[string, object, string]>([
    ['no body', {}, 'Body'],
    ['a record whose body is an object', { body: order }, 'body'],
  ])('refuses %s', (_, message, path) => {
    expect(issuesOf(() => fromSqsMessage(message))).toEqual([['', path]]);
  });

  test('refuses null for a message', () => {
    expect(issuesOf(() => fromSqsMessage(JSON.parse('null')))).toEqual([['', 'the message']]);
  });

  test('refuses attributes that say something else than the event', () => {
    const both = [
      ['source', 'message attribute source'],
      ['type', 'message attribute type'],
    ];
    const MessageAttributes = {
      type: { StringValue: 'order.placed.v2' },
      source: { StringValue: '' },
    };
    expect(issuesOf(() => fromSqsMessage({ Body: body, MessageAttributes }))).toEqual(both);
    const messageAttributes = {
      type: { stringValue: 'order.placed.v2' },
      source: { stringValue: '' },
    };
    expect(issuesOf(() => fromSqsMessage({ body, messageAttributes }))).toEqual(both);
  });
});

describe('fromSnsMessage', () => {
  test.each<[string, SnsMessage]>([
    ['a notification', notification],
    ['a message alone', { Message: body }],
    ["EventBridge's envelope", { Message: JSON.stringify(envelope) }],
  ])('gives the event of %s', (_, message) => {
    expect(fromSnsMessage(message)).toEqual(order);
  });

  test('refuses attributes that say something else than the event', () => {
    const MessageAttributes = { type: { Type: 'String', Value: 'order.placed.v2' } };
    expect(() => fromSnsMessage({ ...notification, MessageAttributes })).toThrow(
      'message attribute type is "order.placed.v2"; expected the event\'s type "order.placed.v1".',
    );
  });

  test('names what is no notification', () => {
    expect(() => fromSnsMessage({ ...notification, Type: 'UnsubscribeConfirmation' })).toThrow(
      'Type is "UnsubscribeConfirmation"; expected Notification, as nothing else of SNS',
    );
  });

  test('refuses null for a message', () => {
    expect(issuesOf(() => fromSnsMessage(JSON.parse('null')))).toEqual([['', 'the message']]);
  });
});

describe('fromSqsMessage', () => {
  const unchanged = (back: CloudEvent, event: CloudEvent): void => {
    const { data, ...attributes } = event;
    const { data: dataBack, ...attributesBack } = back;
    expect(attributesBack).toEqual(attributes);
    expect(JSON.stringify(dataBack)).toBe(JSON.stringify(data));
  };
  const names = ['id', 'specversion', 'time', 'subject', 'dataschema', 'partitionkey'];

  test('for every valid event, the way to a queue and back changes nothing', () => {
    fc.assert(
      fc.property(anyEvent, (event) => {
        const sent = toSendMessageInput(event, { queueUrl, attributes: names });
        const { MessageBody: Body, MessageAttributes } = sent;
        unchanged(fromSqsMessage({ Body, MessageAttributes }), event);
      }),
      { numRuns: 500 },
    );
  });

  test('for every valid event, the way to a FIFO queue and back changes nothing', () => {
    fc.assert(
      fc.property(anyEvent, (event) => {
        const keyed = { ...event, partitionkey: event.id };
        const sent = toSendMessageInput(keyed, { queueUrl: `${queueUrl}.fifo` });
        unchanged(fromSqsMessage({ body: sent.MessageBody }), keyed);
      }),
    );
  });

  test('for every valid event, the way over a topic and back changes nothing, raw or not', () => {
    fc.assert(
      fc.property(anyEvent, (event) => {
        const { Message, MessageAttributes } = toPublishInput(event, { topicArn });
        unchanged(fromSqsMessage({ Body: Message, MessageAttributes }), event);
        const copies = Object.entries(MessageAttributes).map(([name, attribute]) => {
          return [name, { Type: attribute.DataType, Value: attribute.StringValue }];
        });
        const delivered = {
          ...notification,
          Message,
          MessageAttributes: Object.fromEntries(copies),
        };
        unchanged(fromSqsMessage({ Body: JSON.stringify(delivered) }), event);
      }),
      { numRuns: 500 },
    );
  });
});
