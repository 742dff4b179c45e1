import {
  type CloudEvent,
  toPublishBatchEntry,
  toPublishInput,
} from '../../../lib/core/cloudevents';
import { issuesOf } from './issues-of';

// The inputs of SNS, as its API reference has them and its SDK types them.
interface AttributeValueOfSns {
  DataType: string | undefined;
  StringValue?: string | undefined;
  BinaryValue?: Uint8Array | undefined;
}
interface EntryOfSns {
  Id: string | undefined;
  Message: string | undefined;
  Subject?: string | undefined;
  MessageStructure?: string | undefined;
  MessageAttributes?: Record<string, AttributeValueOfSns> | undefined;
  MessageDeduplicationId?: string | undefined;
  MessageGroupId?: string | undefined;
}
interface InputOfSns extends Omit<EntryOfSns, 'Id'> {
  TopicArn?: string | undefined;
  TargetArn?: string | undefined;
  PhoneNumber?: string | undefined;
}

const order: CloudEvent = {
  specversion: '1.0',
  id: 'a-1',
  source: 'shop.checkout',
  type: 'order.placed.v1',
  partitionkey: 'A-1042',
};
const body =
  '{"specversion":"1.0","id":"a-1","source":"shop.checkout","type":"order.placed.v1",' +
  '"partitionkey":"A-1042"}';
const MessageAttributes = {
  source: { DataType: 'String', StringValue: 'shop.checkout' },
  type: { DataType: 'String', StringValue: 'order.placed.v1' },
};
const topicArn = 'arn:aws:sns:eu-west-1:123456789012:orders';
const fifo = { topicArn: `${topicArn}.fifo` };
const MessageDeduplicationId = '175343da12f07cbd0e8a4c4a72f97d530de07f394da0c079b8c782da070b28d4';

const publishIssues = (event: CloudEvent, options: object = {}): [string, string][] =>
  issuesOf(() => toPublishInput(event, { topicArn, ...options }));

/** 64 bytes of message around the text of the data, 24 of source and type as attributes. */
const small = { specversion: '1.0', id: '1', source: 's', type: 't' } as const;
const around = 64 + 24;

describe('toPublishInput', () => {
  test('puts the whole event in the message, and its source and type beside it', () => {
    const input: InputOfSns = toPublishInput(order, { topicArn });
    expect(input).toEqual({ TopicArn: topicArn, Message: body, MessageAttributes });
    expect(Object.keys(input)).toHaveLength(3);
  });

  test('gives a FIFO topic the partition key as group, and an id from source and id', () => {
    expect(toPublishInput(order, fifo)).toEqual({
      TopicArn: fifo.topicArn,
      Message: body,
      MessageAttributes,
      MessageGroupId: 'A-1042',
      MessageDeduplicationId,
    });
  });

  test('gives a standard topic the tenant for its queues, and the attributes that are named', () => {
    const options = { topicArn, messageGroup: 'tenant-7', attributes: ['partitionkey'] };
    expect(toPublishInput(order, options)).toEqual({
      TopicArn: topicArn,
      Message: body,
      MessageAttributes: {
        ...MessageAttributes,
        partitionkey: { DataType: 'String', StringValue: 'A-1042' },
      },
      MessageGroupId: 'tenant-7',
    });
  });

  test('puts the fields of the data that are named beside the message', () => {
    const data = { shipTo: { country: 'US', city: 'Seattle' }, total: 12.5, express: true };
    const dataAttributes = ['shipTo.country', 'total', 'express', 'coupon'];
    const input: InputOfSns = toPublishInput({ ...order, data }, { topicArn, dataAttributes });
    expect(input.MessageAttributes).toEqual({
      ...MessageAttributes,
      'shipTo.country': { DataType: 'String', StringValue: 'US' },
      total: { DataType: 'Number', StringValue: '12.5' },
      express: { DataType: 'String.Array', StringValue: '[true]' },
    });
    expect(JSON.parse(input.Message ?? '')).toEqual({ ...order, data });
  });

  test('looks at the data as it is sent, and says what it can not say of it', () => {
    const fault = { ...order, data: { shipTo: {}, total: 1e10 } };
    expect(publishIssues(fault, { dataAttributes: ['shipTo', 'total'] })).toEqual([
      ['data', 'data.shipTo'],
      ['data', 'data.total'],
    ]);
    const cyclic: { self?: unknown } = {};
    cyclic.self = cyclic;
    expect(publishIssues({ ...order, data: cyclic }, { dataAttributes: ['self.self'] })).toEqual([
      ['data', 'data.self'],
    ]);
  });

  test('counts the attributes into the size of the message', () => {
    const options = { maximumMessageSize: 1024, dataAttributes: ['a'] };
    // 88 bytes without the field, 6 for {"a":} around its text, 7 for a and String, the text twice
    const withText = (length: number) => ({ ...small, data: { a: 'x'.repeat(length) } });
    expect(publishIssues(withText(461), options)).toEqual([]);
    expect(publishIssues(withText(462), options)).toEqual([['', 'the size of the message']]);
  });

  test.each<[string, object, object, string, string]>([
    ['paths of the data that are no list', {}, { dataAttributes: 'a' }, '', 'dataAttributes'],
    ['a path of the data that is a number', {}, { dataAttributes: [1] }, '', 'dataAttributes[0]'],
    ['a path of the data that is none', {}, { dataAttributes: ['a b'] }, '', 'dataAttributes[0]'],
    [
      'more than 10 attributes',
      {},
      { dataAttributes: [...'abcdefghi'] },
      '',
      'the number of message attributes',
    ],
    ['what is no CloudEvent', { type: '' }, {}, 'type', 'type'],
    ['an empty ARN', {}, { topicArn: '' }, '', 'topicArn'],
    ['no ARN', {}, { topicArn: undefined }, '', 'topicArn'],
    ['no key on FIFO', { partitionkey: undefined }, fifo, 'partitionkey', 'partitionkey'],
    ['a tenant on FIFO', {}, { ...fifo, messageGroup: 'x' }, '', 'messageGroup'],
    ['a maximum below 1024', {}, { maximumMessageSize: 1023 }, '', 'maximumMessageSize'],
    ['a maximum above 1 MiB', {}, { maximumMessageSize: 1_048_577 }, '', 'maximumMessageSize'],
    ['a maximum with a fraction', {}, { maximumMessageSize: 2048.5 }, '', 'maximumMessageSize'],
    ['NaN as maximum', {}, { maximumMessageSize: Number.NaN }, '', 'maximumMessageSize'],
  ])('refuses %s', (_, members, options, attribute, path) => {
    expect(publishIssues({ ...order, ...members }, options)).toEqual([[attribute, path]]);
  });

  test('names a FIFO topic that misses the key', () => {
    expect(() => toPublishInput(small, fifo)).toThrow(
      'partitionkey is missing; expected a string of at least one character: a FIFO topic keeps',
    );
  });

  test.each<[string, number, object]>([
    ['262,144 bytes', 262_144, {}],
    ['as many bytes as the topic takes', 1_048_576, { maximumMessageSize: 1_048_576 }],
    ['as few bytes as the topic takes', 1024, { maximumMessageSize: 1024 }],
  ])('accepts %s and refuses the next byte', (_, max, options) => {
    const withData = (length: number) => ({ ...small, data: 'x'.repeat(length) });
    expect(publishIssues(withData(max - around), options)).toEqual([]);
    expect(publishIssues(withData(max - around + 1), options)).toEqual([
      ['', 'the size of the message'],
    ]);
  });

  test('stops at data that would unfold to more than memory holds', () => {
    const data = Array.from({ length: 60 }).reduce<unknown>((inner) => [inner, inner], 1);
    expect(() =>
      toPublishInput({ ...small, data }, { topicArn, maximumMessageSize: 1024 }),
    ).toThrow('data is an array; expected at most 1024 bytes with the message attributes');
  });

  test('names the size and the limit', () => {
    expect(() => toPublishInput({ ...small, data: 'x'.repeat(262_144) }, { topicArn })).toThrow(
      'the size of the message is 262232; expected at most 262144 bytes with the message ' +
        'attributes, which is all that this topic of SNS takes',
    );
  });
});

describe('toPublishBatchEntry', () => {
  test('is the input of a message with an id in place of the topic', () => {
    const entry: EntryOfSns = toPublishBatchEntry(order, { ...fifo, entryId: '0' });
    expect(entry).toEqual({
      Id: '0',
      Message: body,
      MessageAttributes,
      MessageGroupId: 'A-1042',
      MessageDeduplicationId,
    });
  });

  test('refuses an id that SNS would not take, with everything else', () => {
    const options = { topicArn: '', entryId: 'a b', maximumMessageSize: 1 };
    expect(issuesOf(() => toPublishBatchEntry(order, options))).toEqual([
      ['', 'topicArn'],
      ['', 'maximumMessageSize'],
      ['', 'entryId'],
    ]);
  });
});
