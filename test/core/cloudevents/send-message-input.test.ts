import type { SendMessageBatchRequestEntry, SendMessageCommandInput } from '@aws-sdk/client-sqs';
import fc from 'fast-check';
import {
  type CloudEvent,
  type SendMessageOptions,
  toSendMessageBatchEntry,
  toSendMessageInput,
} from '../../../lib/core/cloudevents';
import { anyEvent } from './any-event';
import { issuesOf } from './issues-of';

const order: CloudEvent = {
  specversion: '1.0',
  id: 'a-1',
  source: 'shop.checkout',
  type: 'order.placed.v1',
  partitionkey: 'A-1042',
  data: { total: 9.5 },
};
const body =
  '{"specversion":"1.0","id":"a-1","source":"shop.checkout","type":"order.placed.v1",' +
  '"partitionkey":"A-1042","data":{"total":9.5}}';
const MessageAttributes = {
  source: { DataType: 'String', StringValue: 'shop.checkout' },
  type: { DataType: 'String', StringValue: 'order.placed.v1' },
};
const queueUrl = 'https://sqs.eu-west-1.amazonaws.com/123456789012/orders';
const fifo = { queueUrl: `${queueUrl}.fifo` };
const MessageDeduplicationId = '175343da12f07cbd0e8a4c4a72f97d530de07f394da0c079b8c782da070b28d4';
const unset: object = { queueUrl: undefined };

const sendIssues = (event: CloudEvent, options: object = {}): [string, string][] =>
  issuesOf(() => toSendMessageInput(event, { queueUrl, ...options }));

/** 64 bytes of body around the text of the data, 24 of source and type as attributes. */
const small = { specversion: '1.0', id: '1', source: 's', type: 't' } as const;
const room = 1_048_576 - 64 - 24;

describe('toSendMessageInput', () => {
  test('puts the whole event in the body, and its source and type beside it', () => {
    const input: SendMessageCommandInput = toSendMessageInput(order, { queueUrl });
    expect(input).toEqual({ QueueUrl: queueUrl, MessageBody: body, MessageAttributes });
    expect(Object.keys(input)).toHaveLength(3);
  });

  test('copies the attributes that are named', () => {
    const { MessageAttributes: copies } = toSendMessageInput(order, {
      queueUrl,
      attributes: ['partitionkey'],
    });
    expect(copies).toEqual({
      ...MessageAttributes,
      partitionkey: { DataType: 'String', StringValue: 'A-1042' },
    });
  });

  test('copies the fields of the data that are named', () => {
    const { MessageAttributes: copies } = toSendMessageInput(order, {
      queueUrl,
      dataAttributes: ['total'],
    });
    expect(copies).toEqual({
      ...MessageAttributes,
      total: { DataType: 'Number', StringValue: '9.5' },
    });
  });

  test('gives a FIFO queue the partition key as group, and an id from source and id', () => {
    expect(toSendMessageInput(order, fifo)).toEqual({
      QueueUrl: fifo.queueUrl,
      MessageBody: body,
      MessageAttributes,
      MessageGroupId: 'A-1042',
      MessageDeduplicationId,
    });
  });

  test('gives a standard queue the tenant as group, and no deduplication id', () => {
    const input = toSendMessageInput(order, { queueUrl, messageGroup: 'München 7' });
    expect(input.MessageGroupId).toBe(
      'sha256:2def8a2f39e603bbd2eafcc5138ce50a05f46ffb8ce19c04a7591f2ef7f8c70b',
    );
    expect(input).not.toHaveProperty('MessageDeduplicationId');
  });

  test('gives a standard queue no group of its own accord', () => {
    const unsetGroup = toSendMessageInput(order, { queueUrl, messageGroup: undefined });
    expect(unsetGroup).not.toHaveProperty('MessageGroupId');
  });
});

describe('toSendMessageInput', () => {
  test.each<[string, CloudEvent, object]>([
    ['a source that EventBridge would not take', { ...order, source: 'aws.s3' }, {}],
    ['a type longer than EventBridge takes', { ...order, type: 'a'.repeat(129) }, {}],
    ['an integer of more than 64 bits', { ...order, data: 2 ** 63 }, {}],
    ['an empty partition key on a standard queue', { ...order, partitionkey: '' }, {}],
    ['no data', { ...small }, {}],
    ['no key on a queue that only looks like FIFO', { ...small }, { queueUrl: `${queueUrl}-fifo` }],
  ])('accepts %s', (_, event, options) => {
    expect(sendIssues(event, options)).toEqual([]);
  });

  test.each<[string, CloudEvent, object, string, string]>([
    ['what is no CloudEvent', { ...order, id: '' }, {}, 'id', 'id'],
    ['NaN in the data', { ...order, data: [Number.NaN] }, {}, 'data', 'data[0]'],
    ['an empty URL', order, { queueUrl: '' }, '', 'queueUrl'],
    ['no URL', order, unset, '', 'queueUrl'],
    ['an empty tenant', order, { messageGroup: '' }, '', 'messageGroup'],
    ['a tenant that is a number', order, { messageGroup: 7 }, '', 'messageGroup'],
    ['a tenant with a lone surrogate', order, { messageGroup: 'a\ud83d' }, '', 'messageGroup'],
    ['a tenant on FIFO', order, { ...fifo, messageGroup: 'A-1042' }, '', 'messageGroup'],
    ['a name that is no attribute', order, { attributes: ['Total'] }, '', 'attributes[0]'],
    ['no key on FIFO', { ...small }, fifo, 'partitionkey', 'partitionkey'],
    ['an empty key on FIFO', { ...order, partitionkey: '' }, fifo, 'partitionkey', 'partitionkey'],
    ['a number as key', { ...order, partitionkey: 7 }, fifo, 'partitionkey', 'partitionkey'],
  ])('refuses %s', (_, event, options, attribute, path) => {
    expect(sendIssues(event, options)).toEqual([[attribute, path]]);
  });

  test('names the missing partition key', () => {
    expect(() => toSendMessageInput(small, fifo)).toThrow(
      'Invalid CloudEvent: partitionkey is missing; expected a string of at least one character: ' +
        'a FIFO queue keeps the order of events with the same partitionkey.',
    );
  });

  test('refuses everything that is wrong in one error', () => {
    const options = { ...fifo, messageGroup: 'x', attributes: ['X'] };
    expect(sendIssues({ ...small, data: 1n }, options).map(([, path]) => path)).toEqual([
      'data',
      'attributes[0]',
      'partitionkey',
      'messageGroup',
    ]);
  });
});

describe('toSendMessageInput', () => {
  test.each<[string, number, object, object]>([
    ['data', room, {}, {}],
    ['data beside 15 bytes of an extension', room - 15, { tenant: '€' }, {}],
    [
      'data beside its 15 bytes as attribute',
      room - 30,
      { tenant: '€' },
      { attributes: ['tenant'] },
    ],
  ])('accepts %s up to 1,048,576 bytes and refuses the next byte', (_, fitting, more, options) => {
    const withData = (length: number) => ({ ...small, ...more, data: 'x'.repeat(length) });
    expect(sendIssues(withData(fitting), options)).toEqual([]);
    expect(sendIssues(withData(fitting + 1), options)).toEqual([['', 'the size of the message']]);
  });

  test('counts bytes of UTF-8, and names the size and the limit', () => {
    const data = '€'.repeat(400_000);
    expect(() => toSendMessageInput({ ...small, data }, { queueUrl })).toThrow(
      'the size of the message is 1200088; expected at most 1048576 bytes with the message ' +
        'attributes, which is all that this queue of SQS takes',
    );
  });

  test('accepts a body of 1000 levels and refuses one of 1001', () => {
    const nested = (levels: number): unknown =>
      Array.from({ length: levels }).reduce<unknown>((inner) => ({ inner }), 1);
    expect(sendIssues({ ...small, data: nested(999) })).toEqual([]);
    expect(sendIssues({ ...small, data: nested(1000) })).toEqual([
      ['data', `data${'.inner'.repeat(999)}`],
    ]);
  });

  test('for every valid event with a key, orders it by that key alone', () => {
    const key = fc.constantFrom('A-1', 'A-2', 'ä', ' ', 'x'.repeat(200));
    fc.assert(
      fc.property(anyEvent, anyEvent, key, key, (one, other, oneKey, otherKey) => {
        const groupOf = (event: CloudEvent, partitionkey: string) =>
          toSendMessageInput({ ...event, partitionkey }, fifo).MessageGroupId;
        expect(groupOf(one, oneKey) === groupOf(other, otherKey)).toBe(oneKey === otherKey);
      }),
    );
  });
});

describe('toSendMessageBatchEntry', () => {
  const options: SendMessageOptions = fifo;

  test('is the input of a message with an id in place of the queue', () => {
    const entry: SendMessageBatchRequestEntry = toSendMessageBatchEntry(order, {
      ...options,
      entryId: 'order-0_A',
    });
    expect(entry).toEqual({
      Id: 'order-0_A',
      MessageBody: body,
      MessageAttributes,
      MessageGroupId: 'A-1042',
      MessageDeduplicationId,
    });
  });

  test.each<[string, unknown]>([
    ['an empty id', ''],
    ['an id of 81 characters', 'x'.repeat(81)],
    ['an id with a dot', 'a.b'],
    ['an id with a line feed at its end', 'a\n'],
    ['no id', undefined],
    ['a number as id', 0],
  ])('refuses %s', (_, entryId) => {
    const withId = { ...options, entryId: entryId as string };
    expect(issuesOf(() => toSendMessageBatchEntry(order, withId))).toEqual([['', 'entryId']]);
  });

  test('accepts an id of 80 characters', () => {
    const entry = toSendMessageBatchEntry(order, { ...options, entryId: 'x'.repeat(80) });
    expect(entry.Id).toHaveLength(80);
  });

  test('refuses what a single message may not have', () => {
    const withId = { ...options, entryId: '1', messageGroup: 'x' };
    expect(issuesOf(() => toSendMessageBatchEntry(order, withId))).toEqual([['', 'messageGroup']]);
  });
});
