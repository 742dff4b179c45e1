import { warehouse } from '../queue-template';

const ids = '1 to 128 letters, digits or punctuation characters';
const attribute = { DataType: 'String', StringValue: 'x' };
const attributes = (count: number) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`a${at}`, attribute]));

const accepted: [name: string, message: object, channel: string][] = [
  ['a text', { body: 'order-1' }, 'work'],
  ['an object', { body: { id: 1 } }, 'work'],
  ['a list', { body: [] }, 'work'],
  ['a group for a fair queue', { body: 'x', messageGroupId: 'customer-1' }, 'work'],
  ['a group for a FIFO queue', { body: 'x', messageGroupId: '!"#~' }, 'seattle.fifo'],
  ['10 attributes', { body: 'x', messageAttributes: attributes(10) }, 'work'],
];

const refused: [name: string, message: object, channel: string, error: string][] = [
  ['an empty body', { body: '' }, 'work', 'event: body: "", expected a text of at least one'],
  ['no body', { body: undefined }, 'work', 'event: body: undefined, expected'],
  ['null', { body: null }, 'work', 'event: body: null, expected'],
  ['a number', { body: 5 }, 'work', 'event: body: number, expected'],
  [
    'a FIFO queue without a group',
    { body: 'x' },
    'seattle.fifo',
    `event: messageGroupId: undefined, expected ${ids}: the queue is FIFO`,
  ],
  [
    'an empty group',
    { body: 'x', messageGroupId: '' },
    'work',
    `event: messageGroupId: "", expected ${ids}`,
  ],
  [
    'a group with a space',
    { body: 'x', messageGroupId: 'a b' },
    'work',
    'event: messageGroupId: "a b"',
  ],
  [
    'a group of 129 characters',
    { body: 'x', messageGroupId: 'x'.repeat(129) },
    'work',
    'event: messageGroupId: "xxx',
  ],
  [
    '11 attributes',
    { body: 'x', messageAttributes: attributes(11) },
    'work',
    'event: messageAttributes: object, expected at most 10',
  ],
  [
    'an attribute without a type',
    { body: 'x', messageAttributes: { a: {} } },
    'work',
    'event: messageAttributes.a: expected a DataType',
  ],
  [
    'two things at once',
    { body: '', messageGroupId: '' },
    'work',
    '; messageGroupId: "", expected',
  ],
];

describe('Flow of a queue message', () => {
  const route = (message: object, channel: string) => () =>
    warehouse().route(message as { body: string }, { channel });

  test.each(accepted)('takes %s', (_, message, channel) => {
    expect(route(message, channel)()).toMatchObject({ event: message });
  });

  test.each(refused)('refuses %s', (_, message, channel, error) => {
    expect(route(message, channel)).toThrow(TypeError);
    expect(route(message, channel)).toThrow(error.replace(', expected', '; expected'));
  });

  it('refuses a body that JSON does not show', () => {
    const body = { toJSON: () => undefined };
    const error = "event.body can't be written as JSON: it has none";
    expect(route({ body }, 'work')).toThrow(error);
  });

  it('refuses a body that is no JSON', () => {
    const body: { self?: object } = {};
    body.self = body;
    const error = "event.body can't be written as JSON";
    expect(route({ body }, 'work')).toThrow(error);
  });
});

describe('Flow.route of a queue message', () => {
  it('takes the only queue that is no dead-letter queue', () => {
    const flow = warehouse((resources) => {
      for (const name of ['Fifo', 'Pipe', 'EventSource'])
        delete (resources as { [name: string]: unknown })[name];
    });
    expect(flow.route({ body: 'x' }).channel.name).toBe('work');
    expect(flow.route({ body: 'x' }, { channel: 'dead-letters' }).channel.name).toBe(
      'dead-letters',
    );
  });

  it('finds a queue by its ARN', () => {
    const channel = 'arn:aws:sqs:eu-west-1:111122223333:work';
    expect(warehouse().route({ body: 'x' }, { channel }).channel.logicalId).toBe('Work');
  });

  it.each<[string, string | undefined]>([
    ['of several none is named', undefined],
    ['no queue has the name', 'nothing'],
  ])('refuses when %s', (_, channel) => {
    const route = () => warehouse().route({ body: 'x' }, { channel });
    expect(route).toThrow(RangeError);
    expect(route).toThrow("expected the name or ARN of one of the flow's queues: work (arn:aws:");
  });
});
