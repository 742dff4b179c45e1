import { EventError } from '../../../lib/core/event-patterns';
import { parseTargetInput, transformInput } from '../../../lib/core/input-transformers';

/**
 * Where each expectation comes from. `recorded` is what AWS sent, as LocalStack's
 * tests/aws/services/events/test_events_inputs.snapshot.json keeps it; `guide` is
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html, and
 * `API` the pages API_Target and API_InputTransformer; `JSONPath` is what API_Target refers to.
 */
type Source = 'recorded' | 'guide' | 'API' | 'JSONPath';
type Case = [name: string, source: Source, template: string, text: string];

const event = {
  version: '0',
  id: '7bf73129-1428-4cd3-a780-95db273d1602',
  'detail-type': 'order.placed.v1',
  source: 'shop.checkout',
  account: '111122223333',
  time: '2026-11-27T06:00:00Z',
  region: 'eu-west-1',
  resources: ['arn:aws:ec2:eu-west-1:111122223333:instance/i-abcd1111'],
  detail: {
    command: 'update-account',
    payload: { acc_id: '0a787ecb-4015', sf_id: 'baz' },
    one: ['HIGH'],
    two: ['ACTIVE', 'INACTIVE'],
    numbers: [1, 2],
    valid: true,
    count: 3,
    nothing: null,
    said: 'a 12" pipe',
    quoted: { text: 'a 12" pipe' },
    items: [{ sku: 'A' }, { sku: 'B' }],
    price: '<count>',
  },
};

const context = {
  ruleArn: 'arn:aws:events:eu-west-1:111122223333:rule/orders/Seattle',
  ruleName: 'Seattle',
  ingestionTime: '2026-11-27T06:00:01Z',
};

const InputPathsMap = {
  type: '$.detail-type',
  time: '$.time',
  command: '$.detail.command',
  'user-id': '$.detail.payload.acc_id',
  payload: '$.detail.payload',
  one: '$.detail.one',
  two: '$.detail.two',
  numbers: '$.detail.numbers',
  valid: '$.detail.valid',
  count: '$.detail.count',
  resource: '$.resources[0]',
  skus: '$.detail.items[*].sku',
  price: '$.detail.price',
  missing: '$.detail.awsAccountId',
  nothing: '$.detail.nothing',
  said: '$.detail.said',
  quoted: '$.detail.quoted',
  bracket: "$['detail']",
};

function fill(InputTemplate: string, given: object = context) {
  return transformInput(event, { InputTransformer: { InputPathsMap, InputTemplate } }, given);
}

const texts: Case[] = [
  ['a text', 'recorded', '"At <time>: <command>"', '"At 2026-11-27T06:00:00Z: update-account"'],
  ['a path that finds nothing', 'recorded', '"Of <type>, <missing>"', '"Of order.placed.v1, "'],
  ['what looks like JSON', 'recorded', '"{[/Check <type>"', '"{[/Check order.placed.v1"'],
  [
    'an object, without its quotes',
    'recorded',
    '"Payload of <payload> with path users/<user-id> and <user-id>"',
    '"Payload of {acc_id:0a787ecb-4015,sf_id:baz} with path users/0a787ecb-4015 and 0a787ecb-4015"',
  ],
  ['a list of one', 'recorded', '"<one> item"', '"[HIGH] item"'],
  ['a list', 'recorded', '"<two> items"', '"[ACTIVE,INACTIVE] items"'],
  ['true', 'recorded', '"Command is <valid>!"', '"Command is true!"'],
  [
    'several lines',
    'recorded',
    '"<one> item"\n"<two> items"\n"<missing> account"\n"<payload> payload"',
    '"[HIGH] item"\n"[ACTIVE,INACTIVE] items"\n" account"\n"{acc_id:0a787ecb-4015,sf_id:baz} payload"',
  ],
  [
    'the predefined variables',
    'recorded',
    '"<aws.events.rule-arn> <aws.events.rule-name> <aws.events.event.ingestion-time>"',
    '"arn:aws:events:eu-west-1:111122223333:rule/orders/Seattle Seattle 2026-11-27T06:00:01Z"',
  ],
  [
    'escaped quotes',
    'guide',
    '"order \\"<command>\\" is in <type>"',
    '"order \\"update-account\\" is in order.placed.v1"',
  ],
  ['a number', 'API', '"<count> items"', '"3 items"'],
  ['a letter between variables', 'API', '"<count>x<valid>"', '"3xtrue"'],
  ['no placeholder', 'API', '"hello > all"', '"hello > all"'],
  ['a value that looks like a placeholder', 'guide', '"for <price>"', '"for <count>"'],
];

const objects: Case[] = [
  [
    'texts, which get quotes',
    'recorded',
    '{"detailType": <type>,  "time": <time>, "command": <command>}',
    '{"detailType": "order.placed.v1",  "time": "2026-11-27T06:00:00Z", "command": "update-account"}',
  ],
  ['a path that finds nothing', 'recorded', '{"command": <missing>}', '{"command": ""}'],
  [
    'an object, and a text within a string',
    'recorded',
    '{"path": "users-service/users/<user-id>", "bod": <payload>}',
    '{"path": "users-service/users/0a787ecb-4015", "bod": {"acc_id":"0a787ecb-4015","sf_id":"baz"}}',
  ],
  ['a text in quotes', 'recorded', '{"id" : "<user-id>"}', '{"id" : "0a787ecb-4015"}'],
  [
    'an element of a list',
    'recorded',
    '{"bod": [<user-id>, "hardcoded"]}',
    '{"bod": ["0a787ecb-4015", "hardcoded"]}',
  ],
  [
    'levels',
    'recorded',
    '{"a": {"b": {"c": "users/<user-id>"} }, "bod": "<user-id>"}',
    '{"a": {"b": {"c": "users/0a787ecb-4015"} }, "bod": "0a787ecb-4015"}',
  ],
  ['a list', 'recorded', '{"item": <one>}', '{"item": ["HIGH"]}'],
  [
    'a variable twice',
    'recorded',
    '{"a": "users/<user-id>/second/<user-id>"}',
    '{"a": "users/0a787ecb-4015/second/0a787ecb-4015"}',
  ],
  [
    'a mix of variables and values, over several lines',
    'guide',
    '{\n  "state": [ 9, <command>, true ],\n  "Transformed" : "Yes"\n}',
    '{\n  "state": [ 9, "update-account", true ],\n  "Transformed" : "Yes"\n}',
  ],
  [
    'escaped quotes',
    'guide',
    '{"status": "order \\"<command>\\" is in <type>"}',
    '{"status": "order \\"update-account\\" is in order.placed.v1"}',
  ],
  [
    'the rule and the time',
    'guide',
    '{"arn": <aws.events.rule-arn>, "name": <aws.events.rule-name>, "at": <aws.events.event.ingestion-time>}',
    '{"arn": "arn:aws:events:eu-west-1:111122223333:rule/orders/Seattle", "name": "Seattle", "at": "2026-11-27T06:00:01Z"}',
  ],
  ['an index', 'guide', '{"resource": <resource>}', `{"resource": "${event.resources[0]}"}`],
  ['a wildcard', 'JSONPath', '{"skus": <skus>}', '{"skus": ["A","B"]}'],
  ['true and a number', 'API', '{"a": <valid>, "b": <count>}', '{"a": true, "b": 3}'],
  ['a nothing within a string', 'guide', '{"a": "x<missing>y"}', '{"a": "xy"}'],
  ['a text that has to be escaped', 'API', '{"a": <said>}', '{"a": "a 12\\" pipe"}'],
  ['a variable alone', 'API', '<payload>', '{"acc_id":"0a787ecb-4015","sf_id":"baz"}'],
  ['constants', 'API', '{"a": [1, "b", null]}', '{"a": [1, "b", null]}'],
];

describe('transformInput by a template of texts', () => {
  test.each(texts)('gives %s (%s)', (_, _source, template, text) => {
    expect(fill(template)).toEqual({ known: true, text });
  });
});

describe('transformInput by a JSON template', () => {
  test.each(objects)('gives %s (%s)', (_, _source, template, text) => {
    expect(fill(template)).toEqual({ known: true, text });
  });

  it('gives the whole event (recorded)', () => {
    const input = fill('{"original": <aws.events.event.json>}');
    expect(input.known && JSON.parse(input.text)).toEqual({ original: event });
  });

  test.each([
    ['an object among text', '{"path": "users/<payload>", "bod": <payload>}'],
    ['an object', '{"payload": "<payload>"}'],
    ['a list of texts', '{"item": "<one>"}'],
    ['an object beside what is not documented', '{"a": "<nothing>", "item": "<one>"}'],
  ])('delivers nothing for %s within a string (recorded)', (_, template) => {
    expect(fill(template)).toEqual({
      known: false,
      delivered: 'no',
      reason: expect.stringContaining('within a JSON string it breaks the JSON'),
    });
  });
});

describe('transformInput where no page and no recording tells the outcome', () => {
  test.each([
    ['a null', '{"a": <nothing>}', 'where the event holds a null'],
    ['a null within a string', '"<nothing>"', 'where the event holds a null'],
    ['a quote within a string', '"<said>"', 'which EventBridge does not escape'],
    ['a quote within a JSON string', '{"a": "<said>"}', 'which EventBridge does not escape'],
    ['a quote in an object within a text', '"<quoted>"', 'would have to escape'],
    ['numbers within a JSON string', '{"a": "<numbers>"}', 'within a string is not documented'],
    ['the event within a text', '"<aws.events.event.json>"', 'within a string is not documented'],
    ['a path that is not read', '{"a": <bracket>}', "what ['detail'] means"],
    ['a < alone', '"1 < 2"', 'of a < that begins no placeholder'],
    ['a < with other characters', '"<p class=a>"', 'of a < that begins no placeholder'],
    ['a line break within a string', '"a\nb"', 'of a line break'],
    ['two texts in a line', '"a" "b"', 'of several values'],
    ['two objects', '{"a": 1}\n{"b": 2}', 'of several values'],
    ['two texts, one of which would break JSON', '<valid>\n{"a": "<one>"}', 'of several values'],
    ['a text in the line after a variable', '<one>\n"a"', 'of several values'],
    ['text after a variable', '<one> single list item', 'of several values'],
    ['a placeholder within a name', '{"a-<command>": 1}', 'within the name of a JSON field'],
  ])('says so of %s', (_, template, reason) => {
    expect(fill(template)).toEqual({
      known: false,
      delivered: 'unknown',
      reason: expect.stringContaining(reason),
    });
  });

  test.each([
    ['the event without its detail', '<aws.events.event>', {}, 'spells the time'],
    ['an ARN that is not given', '"<aws.events.rule-arn>"', {}, "the rule's ARN is not given"],
    ['a name that is not given', '"<aws.events.rule-name>"', {}, "the rule's name is not given"],
    [
      'a time that is not given',
      '{"at": <aws.events.event.ingestion-time>}',
      {},
      'the time of ingestion is not given',
    ],
  ])('says of %s that something is delivered', (_, template, given, reason) => {
    expect(fill(template, given)).toEqual({
      known: false,
      delivered: 'yes',
      reason: expect.stringContaining(reason),
    });
  });

  it('says so of a text longer than any target takes', () => {
    const long = { ...event, detail: { payload: 'x'.repeat(100_000) } };
    const InputTemplate = `"${'<payload>'.repeat(900)}"`;
    const paths = { payload: '$.detail.payload' };
    expect(
      transformInput(long, { InputTransformer: { InputPathsMap: paths, InputTemplate } }),
    ).toMatchObject({ known: false, reason: expect.stringContaining('90000002 characters') });
  });
});

describe('transformInput', () => {
  test.each([
    ['the event (API)', {}, { detail: 1 }, '{"detail":1}'],
    ['a part (recorded)', { InputPath: '$.detail' }, { detail: { a: [1, 'b'] } }, '{"a":[1,"b"]}'],
    ['a text with its quotes (recorded)', { InputPath: '$.a' }, { a: 'baz' }, '"baz"'],
    ['true', { InputPath: '$.a' }, { a: true }, 'true'],
    ['the text null', { InputPath: '$.a' }, { a: 'null' }, '"null"'],
    ['a constant (API)', { Input: '{"ping": 1}' }, { a: 1 }, '{"ping": 1}'],
    [
      'numbers as they are spelt',
      { InputPath: '$.a' },
      '{"a": [1.0, 1E3, 9007199254740993]}',
      '[1.0,1E3,9007199254740993]',
    ],
    [
      '__proto__ as any other name',
      { InputPath: '$.__proto__' },
      '{"__proto__": {"a": 1}}',
      '{"a":1}',
    ],
    [
      'what JSON.stringify makes of an object',
      { InputPath: '$.a' },
      { a: [undefined, Number.NaN] },
      '[null,null]',
    ],
  ])('gives %s', (_, input, given, text) => {
    expect(transformInput(given, input)).toEqual({ known: true, text });
  });

  test.each([
    ['nothing', '$.b', 'the event has nothing at $.b'],
    ['a null', '$.a', 'what a target gets of a null'],
    ['a path that is not read', '$[?(@.a)]', 'is not documented'],
  ])('does not know what InputPath to %s delivers', (_, InputPath, reason) => {
    expect(transformInput({ a: null }, { InputPath })).toEqual({
      known: false,
      delivered: 'unknown',
      reason: expect.stringContaining(reason),
    });
  });

  it('takes an input that is parsed once for many events', () => {
    const input = parseTargetInput({ InputPath: '$.a' });
    const given = ['{"a": 1}', '{"a": 2}'].map((one) => transformInput(one, input));
    expect(given).toEqual([
      { known: true, text: '1' },
      { known: true, text: '2' },
    ]);
  });

  test.each([
    ['a text that is no JSON', '{"a"'],
    ['a list', []],
    ['a text', '"a"'],
    ['levels beyond what AWS reads', `${'['.repeat(200_000)}`],
  ])('refuses %s for an event', (_, given) => {
    expect(() => transformInput(given, {})).toThrow(EventError);
  });

  it('refuses an event that holds itself', () => {
    const given: { self?: unknown } = {};
    given.self = given;
    expect(() => transformInput(given, {})).toThrow(EventError);
  });
});
