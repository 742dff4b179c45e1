import { type Change, drop, hopOf, order, type Row, shop } from './shop-template';

const event = { ...order, time: '2026-11-27T06:00:00Z', resources: ['a', 'b'] };

/** The shop whose target has other properties. */
const target =
  (properties: object): Change =>
  ({ Rule }) => {
    Object.assign(Rule.Properties.Targets[0] ?? {}, { InputPath: undefined }, properties);
  };

const transform = (InputTemplate: unknown, InputPathsMap?: object): Change =>
  target({ InputTransformer: { InputTemplate, InputPathsMap } });

const paths = { id: '$.detail.id', data: '$.detail.data', missing: '$.detail.missing' };

const whole = {
  version: '0',
  id: '⟨id⟩',
  'detail-type': 'order.placed.v1',
  source: 'shop.checkout',
  account: '111122223333',
  time: '2026-11-27T06:00:00Z',
  region: 'eu-west-1',
  resources: ['a', 'b'],
  detail: order.detail,
};

const known: [name: string, change: Change, delivers: object][] = [
  ['InputPath $.detail', target({ InputPath: '$.detail' }), { body: order.detail }],
  ['InputPath to a text', target({ InputPath: '$.detail.data.country' }), { body: 'US' }],
  ['InputPath to an element', target({ InputPath: '$.resources[1]' }), { body: 'b' }],
  ['nothing', target({}), { body: whole }],
  ['Input', target({ Input: '{"ping": 1}' }), { body: { ping: 1 } }],
  ['Input that is a number to JSON', target({ Input: 5 }), { body: 5 }],
  [
    'a JSON template',
    transform('{"order": <id>, "of": "<id>/x", "data": <data>, "no": <missing>}', paths),
    { body: { order: 'order-1', of: 'order-1/x', data: { country: 'US' }, no: '' } },
  ],
  ['a template of a text', transform('"<id>: <data>"', paths), { body: 'order-1: {country:US}' }],
  [
    'a template of lines',
    transform('"order <id>"\n"<data>"', paths),
    { body: '"order order-1"\n"{country:US}"', text: '"order order-1"\n"{country:US}"' },
  ],
  [
    'the rule',
    transform('{"arn": <aws.events.rule-arn>, "name": <aws.events.rule-name>}'),
    {
      body: {
        arn: 'arn:aws:events:eu-west-1:111122223333:rule/orders/⟨Shop/Rule⟩',
        name: '⟨Shop/Rule⟩',
      },
    },
  ],
  [
    'a template with what a deployment tells',
    transform(
      { 'Fn::Sub': '{"stack": "${AWS::StackId}", "queue": "${Queue.QueueName}", "id": <id>}' },
      paths,
    ),
    { body: { stack: '⟨AWS::StackId of Shop⟩', queue: '⟨Shop/Queue⟩', id: 'order-1' } },
  ],
  [
    'the time of ingestion',
    transform('"<aws.events.event.ingestion-time>"'),
    { body: '⟨ingestion time⟩' },
  ],
  ['the event', transform('<aws.events.event.json>'), { body: whole }],
  [
    'a message group',
    target({ Input: '1', SqsParameters: { MessageGroupId: 'orders' } }),
    { body: 1, messageGroupId: 'orders' },
  ],
  [
    'the event without its detail',
    transform('{"event": <aws.events.event>}'),
    { unknown: 'how <aws.events.event> spells the time of the event is not documented' },
  ],
];

const undecided: Row[] = [
  [
    'InputPath finds nothing',
    target({ InputPath: '$.detail.data.state' }),
    'unknown',
    'the event has nothing at $.detail.data.state',
  ],
  [
    'InputPath names what every object inherits',
    target({ InputPath: '$.detail.constructor' }),
    'unknown',
    'the event has nothing at $.detail.constructor',
  ],
  [
    'InputPath is of another syntax',
    target({ InputPath: '$.detail[?(@.a)]' }),
    'unknown',
    'what [?(@.a)] means in the path $.detail[?(@.a)] is not documented',
  ],
  [
    'Input is no JSON',
    target({ Input: 'ping' }),
    'unknown',
    'the target is not valid: Input of a target: Input is "ping"; expected a JSON text',
  ],
  [
    'Input and InputPath are given',
    target({ Input: '1', InputPath: '$' }),
    'unknown',
    'the target is not valid: Input of a target: the target is "Input and InputPath"',
  ],
  [
    'a placeholder has no path',
    transform('"<state>"', paths),
    'unknown',
    'InputTransformer.InputTemplate is "<state>"; expected a variable of the InputPathsMap',
  ],
  [
    'the template is no text',
    transform({ a: '<id>' }, paths),
    'unknown',
    'InputTransformer.InputTemplate is an object',
  ],
  [
    'only a deployment tells the template',
    transform({ 'Fn::Sub': '{"stage": "${Stage}"}' }),
    'unknown',
    "the target's InputTransformer is not known",
  ],
  [
    'only a deployment tells one of the values of the template',
    transform({ 'Fn::Sub': '{"stage": "${Stage}", "stack": "${AWS::StackId}"}' }),
    'unknown',
    "the target's InputTransformer is not known",
  ],
  [
    'only a deployment tells a value of the template',
    transform({ 'Fn::Sub': '{"stack": ${AWS::StackId}}' }),
    'unknown',
    "the target's InputTransformer is not known",
  ],
  [
    'an object in quotes breaks the JSON, and there is a dead-letter queue',
    transform('{"data": "<data>"}', paths),
    'unknown',
    'it breaks the JSON; whether its dead-letter queue gets the event is not documented',
  ],
  [
    'an object in quotes breaks the JSON, and there is no dead-letter queue',
    (resources, template) => {
      transform('{"data": "<data>"}', paths)(resources, template);
      target({ DeadLetterConfig: undefined })(resources, template);
    },
    'lost',
    'it breaks the JSON; the target has no dead-letter queue',
  ],
  [
    'the queue refuses the event in any form',
    (resources, template) => {
      drop(resources, 'QueuePolicy');
      transform('{"data": "<data>"}', paths)(resources, template);
    },
    'deadLettered',
    'no queue policy names Shop/Queue',
  ],
  [
    'the target is a bus of another account',
    target({
      Arn: 'arn:aws:events:eu-west-1:444455556666:event-bus/theirs',
      InputPath: '$.detail',
    }),
    'unknown',
    "the target's InputPath: it is not available for an event bus of another account",
  ],
  [
    'the target is a bus of this account',
    target({ Arn: { 'Fn::GetAtt': ['Bus', 'Arn'] }, Input: '1' }),
    'unknown',
    "the target's Input: for an event bus of the same account no page says that it is available",
  ],
  [
    'InputPath finds nothing, and there is no dead-letter queue',
    target({ InputPath: '$.detail.data.state', DeadLetterConfig: undefined }),
    'unknown',
    'the event has nothing at $.detail.data.state',
  ],
  [
    'the target is an API destination',
    target({ Arn: 'arn:aws:events:eu-west-1:444455556666:api-destination/theirs/1', Input: '1' }),
    'unknown',
    'no template declares a queue of the ARN',
  ],
  [
    'the target is a bus that gets the whole event',
    target({ Arn: { 'Fn::GetAtt': ['Bus', 'Arn'] } }),
    'unknown',
    'no template declares a queue of the ARN',
  ],
];

describe('readDelivery', () => {
  test.each(known)('tells what a target gets by %s', (_, change, delivers) => {
    expect(hopOf(shop(change), event)).toMatchObject({ verdict: 'delivered' });
    expect(hopOf(shop(change), event).delivers).toEqual(delivers);
  });

  test.each(undecided)('gives the verdict where %s', (_, change, verdict, reason) => {
    expect(hopOf(shop(change), event)).toMatchObject({
      verdict,
      reason: expect.stringContaining(reason),
    });
  });

  it('gives every event its own body', () => {
    const flow = shop(target({ Input: '{"ping": {}}' }));
    const [one, two] = [hopOf(flow).delivers, hopOf(flow).delivers];
    expect(one).toEqual(two);
    expect(one).not.toBe(two);
  });
});
