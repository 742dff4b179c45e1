import { hopOf, order, shop } from './shop-template';

const cases: [name: string, target: object, delivers: object][] = [
  ['InputPath $.detail', { InputPath: '$.detail' }, { body: order.detail }],
  ['InputPath into detail', { InputPath: '$.detail.data.country' }, { body: 'US' }],
  ['InputPath to an element', { InputPath: '$.resources[1]' }, { body: 'b' }],
  [
    'no InputPath',
    { InputPath: undefined },
    {
      body: {
        version: '0',
        id: '⟨id⟩',
        'detail-type': 'order.placed.v1',
        source: 'shop.checkout',
        account: '111122223333',
        time: '2026-11-27T06:00:00Z',
        region: 'eu-west-1',
        resources: ['a', 'b'],
        detail: order.detail,
      },
    },
  ],
  [
    'InputPath to nothing',
    { InputPath: '$.detail.data.state' },
    { unknown: 'the event has nothing at $.detail.data.state' },
  ],
  [
    'InputPath to what every object inherits',
    { InputPath: '$.detail.constructor' },
    { unknown: 'the event has nothing at $.detail.constructor' },
  ],
  [
    'InputPath with a filter',
    { InputPath: '$.detail[?(@.a)]' },
    { unknown: 'the InputPath $.detail[?(@.a)] is not read' },
  ],
  ['Input', { InputPath: undefined, Input: '{"ping": 1}' }, { body: { ping: 1 } }],
  [
    'Input that is no JSON',
    { InputPath: undefined, Input: 'ping' },
    { unknown: 'the Input is no JSON text: ping' },
  ],
  [
    'InputTransformer',
    { InputPath: undefined, InputTransformer: { InputTemplate: '1' } },
    { unknown: 'the InputTransformer is not computed' },
  ],
];

describe('deliver', () => {
  test.each(cases)('what a target gets by %s', (_, properties, delivers) => {
    const flow = shop(({ Rule }) => {
      Object.assign(Rule.Properties.Targets[0] ?? {}, properties);
    });
    const event = { ...order, time: '2026-11-27T06:00:00Z', resources: ['a', 'b'] };
    expect(hopOf(flow, event).delivers).toEqual(delivers);
  });
});
