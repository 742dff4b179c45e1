import { message, pipeHop, placed, type QueueChange, set } from './queue-template';

interface Identity {
  readonly id?: unknown;
  readonly group?: unknown;
  readonly template?: unknown;
  readonly scope?: unknown;
}

const sends =
  ({ id, group = '$.body.partitionkey', template = '<$.body>', scope }: Identity): QueueChange =>
  (resources) => {
    const SqsQueueParameters = { MessageGroupId: group, MessageDeduplicationId: id };
    const target = { InputTemplate: template, SqsQueueParameters };
    Object.assign(resources.Pipe.Properties.TargetParameters, target);
    Object.assign(resources.Fifo.Properties, { DeduplicationScope: scope });
  };

const messageGroup = 'messageGroup';
const perQueue =
  'is the same for many events: of all message groups Shop/Fifo keeps one in five minutes and drops the others';
const perGroup =
  'is the same for many events: of each message group Shop/Fifo keeps one in five minutes and drops the others';
const byText = 'the InputTemplate, by whose text the queue deduplicates, ';
const forOne = (path: string) =>
  `Shop/Fifo takes events with the same ${path} within five minutes for one`;

const shared: [name: string, identity: Identity, reason: string][] = [
  ['a constant', { id: 'always' }, `the MessageDeduplicationId always ${perQueue}`],
  ['a constant a group', { id: 'always', scope: messageGroup }, perGroup],
  ['a constant, with a scope that is open', { id: 'always', scope: { Ref: 'Scope' } }, perQueue],
  [
    "a constant, in a queue-wide scope of each event's own group",
    { id: 'always', group: '$.messageId' },
    perQueue,
  ],
  ['the type', { id: '$.body.type' }, `the MessageDeduplicationId $.body.type ${perQueue}`],
  ['the source', { id: '$.body.source' }, perQueue],
  ['the version of the specification', { id: '$.body.specversion' }, perQueue],
  ['the partition key', { id: '$.body.partitionkey', group: 'all' }, perQueue],
  ['the ARN of the queue', { id: '$.eventSourceARN' }, perQueue],
  ['its region', { id: '$.awsRegion' }, perQueue],
  ['the service', { id: '$.eventSource' }, perQueue],
  ['the sender', { id: '$.attributes.SenderId' }, perQueue],
  ['the count of receives', { id: '$.attributes.ApproximateReceiveCount' }, perQueue],
  ['the group itself', { id: '$.body.data.country', group: '$.body.data.country' }, perQueue],
  [
    'the group itself, a group',
    { id: '$.body.data.country', group: '$.body.data.country', scope: messageGroup },
    perGroup,
  ],
  ['a fixed text', { template: '{"a":1}' }, byText + perQueue],
  ['the type in a text', { template: '{"a":"<$.body.type>"}' }, byText + perQueue],
  [
    'the type and the group in a text, a group',
    { template: '{"a":<$.body.type>,"b":<$.body.partitionkey>}', scope: messageGroup },
    byText + perGroup,
  ],
];

const told: [name: string, identity: Identity][] = [
  ['the id of the record', { id: '$.messageId' }],
  ['its receipt handle', { id: '$.receiptHandle' }],
  ['the hash of the body', { id: '$.md5OfBody' }],
  ['the body', {}],
  ['the whole record', { template: '' }],
  ['the id of the record in a text', { template: '{"a":"<$.messageId>","b":1}' }],
  ['the body in a text', { template: '{"a":<$.body>}' }],
  ['a constant, in a group a message', { id: 'a', group: '$.messageId', scope: messageGroup }],
];

const noted: [name: string, identity: Identity, reason: string][] = [
  ['the id of the event', { id: '$.body.id' }, forOne('$.body.id')],
  ['that, which is the group too', { id: '$.body.id', group: '$.body.id' }, forOne('$.body.id')],
  [
    'a constant, of which the group is the id of the event',
    { id: 'a', group: '$.body.id', scope: messageGroup },
    forOne('$.body.id'),
  ],
  ['a field of the data', { id: '$.body.data.country' }, forOne('$.body.data.country')],
  [
    'two fields in a text',
    { template: '{"a":<$.body.id>,"b":<$.body.data.total>,"c":<$.body.type>}' },
    forOne('$.body.id and $.body.data.total'),
  ],
];

describe('What a FIFO queue takes for a copy', () => {
  test.each(shared)('is unknown by %s', (_, identity, reason) => {
    const hop = pipeHop(sends(identity));
    expect(hop).toMatchObject({ verdict: 'unknown', reason: expect.stringContaining(reason) });
    expect(hop.delivers).toEqual({ unknown: hop.reason });
    expect(hop).not.toHaveProperty('onward');
  });

  it.each([
    ...['type', 'source', 'specversion', 'datacontenttype', 'dataschema', 'partitionkey'],
    ...['version', 'detail-type', 'account', 'region', 'resources'],
  ])('is unknown by the %s of an event in a text', (name) => {
    const body = { ...placed, [name]: 'x' };
    const hop = pipeHop(sends({ template: `{"a":<$.body.${name}>}`, group: 'a' }), { body });
    expect(hop).toMatchObject({ verdict: 'unknown', reason: byText + perQueue });
  });

  test.each(told)('is only a copy by %s', (_, identity) => {
    const hop = pipeHop(sends(identity));
    expect(hop.verdict).toBe('delivered');
    expect(hop.reason).not.toContain('five minutes');
  });

  it('is not spoken of where it is only a copy', () => {
    const { reason, target } = pipeHop(sends({ template: '{"a":<$.body>}' }));
    expect(reason).toBe(target?.reason);
  });

  test.each(noted)("is the sender's word by %s", (_, identity, reason) => {
    const hop = pipeHop(sends(identity));
    expect(hop.verdict).toBe('delivered');
    expect(hop.reason).toContain(reason);
    expect(hop.delivers).toHaveProperty('body');
  });

  it('is nothing in a standard queue', () => {
    const standard = set('Fifo', { FifoQueue: undefined, ContentBasedDeduplication: undefined });
    const hop = pipeHop((resources) => {
      sends({ template: '{"a":1}' })(resources);
      standard(resources);
    });
    expect(hop).toMatchObject({ verdict: 'delivered', delivers: { body: { a: 1 } } });
    expect(hop.reason).toBe(hop.target?.reason);
  });

  it('is by a group that came along the same for many', () => {
    const change = sends({ id: '$.attributes.MessageGroupId' });
    const hop = pipeHop(change, { ...message, messageGroupId: 'customer-7' });
    expect(hop).toMatchObject({ verdict: 'unknown', reason: expect.stringContaining(perQueue) });
  });

  it('is not judged by a text that is not told', () => {
    const hop = pipeHop(sends({ template: '"<$.body.id>"' }), { body: placed });
    expect(hop).toMatchObject({ verdict: 'delivered', delivers: { unknown: expect.anything() } });
    expect(hop.reason).toBe(hop.target?.reason);
    const constant = pipeHop(sends({ template: '"<$.body.id>"', id: 'always' }));
    expect(constant).toMatchObject({ verdict: 'unknown', reason: expect.stringMatching(perQueue) });
  });

  it('is not asked where the queue refuses it', () => {
    const hop = pipeHop(sends({ id: 'always', group: '' }));
    const reason = expect.stringContaining('sets no MessageGroupId');
    expect(hop).toMatchObject({ verdict: 'deadLettered', reason });
  });
});
