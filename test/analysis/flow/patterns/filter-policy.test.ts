import type { TopicMessage } from '../../../../lib/analysis';
import { placed, subscription, subscriptionHop, topicShop } from '../topic-template';

type Row = [name: string, policy: unknown, verdict: string, reason?: string];

const text = (StringValue: string, DataType = 'String') => ({ DataType, StringValue });

const onAttributes: Row[] = [
  ['an attribute', { type: ['order.placed.v1'] }, 'delivered'],
  [
    'another value',
    { type: ['order.cancelled.v1'] },
    'filtered',
    'the filter policy does not match',
  ],
  ['a number', { total: [{ numeric: ['>', 10] }] }, 'delivered'],
  ['a missing attribute', { country: ['US'] }, 'filtered'],
  ['an attribute that is not there', { country: [{ exists: false }] }, 'delivered'],
  ['either attribute', { $or: [{ type: ['x'] }, { total: [20] }] }, 'delivered'],
  ['a JSON text', '{"type": [{"prefix": "order."}]}', 'delivered'],
  ['nothing', {}, 'delivered'],
  ['nothing, as a JSON text', '{}', 'delivered'],
  [
    'a field of fields',
    { data: { country: ['US'] } },
    'unknown',
    'the filter policy is not valid: Event pattern, data',
  ],
  [
    'six keys',
    { a: [1], b: [1], c: [1], d: [1], e: [1], f: [1] },
    'unknown',
    'the filter policy is not valid: Event pattern',
  ],
  [
    'more than 150 combinations',
    { a: [1, 2, 3, 4, 5, 6], b: [1, 2, 3, 4, 5, 6], c: [1, 2, 3, 4, 5] },
    'unknown',
    'the filter policy is not valid: Event pattern',
  ],
  ['a list', [{ type: ['x'] }], 'unknown', 'the filter policy is neither an object nor a text'],
  [
    'a parameter',
    { type: [{ Ref: 'Type' }] },
    'unknown',
    'the filter policy is not known: {"type":["⟨parameter Type of Shop⟩"]}',
  ],
];

const onBody: Row[] = [
  ['the type', { type: ['order.placed.v1'] }, 'delivered'],
  ['the data', { data: { country: ['US', 'CA'], total: [{ numeric: ['<=', 20] }] } }, 'delivered'],
  [
    'another country',
    { data: { country: ['DE'] } },
    'filtered',
    'the filter policy does not match',
  ],
  [
    'a nested anything-but',
    { type: [{ 'anything-but': { suffix: 'v1' } }] },
    'unknown',
    'not valid',
  ],
];

const hop = (policy: unknown, scope?: unknown, message: TopicMessage = placed) =>
  subscriptionHop(
    topicShop(subscription({ FilterPolicy: policy, FilterPolicyScope: scope })),
    message,
  );

describe('filterTest', () => {
  test.each(onAttributes)('a policy on attributes of %s', (_, policy, verdict, reason = '') => {
    for (const scope of [undefined, 'MessageAttributes']) {
      const found = hop(policy, scope);
      expect(found).toMatchObject({ verdict, reason: expect.stringContaining(reason) });
    }
  });

  test.each(onBody)('a policy on the body of %s', (_, policy, verdict, reason = '') => {
    const found = hop(policy, 'MessageBody');
    expect(found).toMatchObject({ verdict, reason: expect.stringContaining(reason) });
  });

  test.each<[string, unknown, string]>([
    ['no scope', 'Body', '"Body" is an invalid value of FilterPolicyScope'],
    ['one that a parameter decides', { Ref: 'Scope' }, "the filter policy's scope is not known"],
  ])('does not know what %s looks at', (_, scope, reason) => {
    const found = hop({ type: ['x'] }, scope);
    expect(found).toMatchObject({ verdict: 'unknown', reason: expect.stringContaining(reason) });
    expect(found.pattern).toBe('unknown');
  });

  test.each<[string, TopicMessage['messageAttributes'], unknown, string]>([
    [
      'an element of an array',
      { tags: text('["a", 5, true]', 'String.Array') },
      { tags: [5] },
      'delivered',
    ],
    ['a number that is a text', { total: text('20') }, { total: [20] }, 'filtered'],
    ['no attribute at all', {}, { country: [{ exists: false }] }, 'filtered'],
    ['nothing given', undefined, { country: [{ exists: false }] }, 'filtered'],
    [
      'only a binary one',
      { photo: { DataType: 'Binary', BinaryValue: new Uint8Array([1]) } },
      { country: [{ exists: false }] },
      'filtered',
    ],
    [
      'a binary one beside another',
      { photo: { DataType: 'Binary', BinaryValue: new Uint8Array([1]) }, a: text('b') },
      { a: ['b'], photo: [{ exists: false }] },
      'delivered',
    ],
    [
      '__proto__',
      JSON.parse('{"__proto__": {"DataType": "String", "StringValue": "a"}}'),
      JSON.parse('{"__proto__": ["a"]}'),
      'delivered',
    ],
  ])('looks at attributes: %s', (_, messageAttributes, policy, verdict) => {
    expect(hop(policy, undefined, { ...placed, messageAttributes }).verdict).toBe(verdict);
  });

  test.each<[string, TopicMessage['message'], string]>([
    ['a JSON object', '{"type": "a"}', 'delivered'],
    ['an object', { type: 'a' }, 'delivered'],
    ['an object in an array', '[{"type": "a"}]', 'filtered'],
    ['no JSON', 'type: a', 'filtered'],
    ['JSON in JSON', JSON.stringify('{"type": "a"}'), 'filtered'],
    ['an object that holds another one of the name', { type: { type: 'a' } }, 'filtered'],
  ])('looks into a body that is %s', (_, message, verdict) => {
    expect(hop({ type: ['a'] }, 'MessageBody', { message }).verdict).toBe(verdict);
  });

  it('does not follow a body of which arrays combine in too many ways', () => {
    // Names that repeat leave each array two choices, and none of them lets `z` in.
    const fields = Array.from({ length: 4 }, (_, at) => `f${at}`);
    const texts = Array.from({ length: 30 }, () =>
      fields.map((field) => `"a":[{"${field}":1},{"${field}":1},{"z":1}]`).join(','),
    );
    const policy = { a: Object.fromEntries([...fields, 'z'].map((field) => [field, [1]])) };
    const found = hop(policy, 'MessageBody', { message: `{${texts.join(',')}}` });
    expect(found).toMatchObject({
      verdict: 'unknown',
      reason: expect.stringContaining('its arrays combine in too many ways'),
    });
  });

  it('takes a text of our own brackets for a text', () => {
    const message = { type: '⟨AWS::AccountId⟩' };
    expect(hop({ type: ['a'] }, 'MessageBody', { message }).verdict).toBe('filtered');
  });
});
