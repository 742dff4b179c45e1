import { CloudEventError, parseCloudEvent } from '../../../lib/core/cloudevents';

const issue = (value: unknown) => ({ attribute: 'a', path: 'a', value, expected: 'b' });
const messageOf = (value: unknown): string => new CloudEventError([issue(value)]).message;

describe('CloudEventError', () => {
  test('names the attribute, the value and what is expected', () => {
    const event = { specversion: '1.0', id: '1', source: 's', type: 't', time: 'yesterday' };
    expect(() => parseCloudEvent(event)).toThrow(
      'Invalid CloudEvent: time is "yesterday"; expected an RFC 3339 time of the calendar, with an ' +
        'offset and without a leap second, such as 2026-01-31T09:30:00Z.',
    );
  });

  test('is an Error with the first issue as its own', () => {
    const error = new CloudEventError([issue(1), { ...issue(2), attribute: 'c' }]);
    expect(error).toBeInstanceOf(Error);
    expect(error.name).toBe('CloudEventError');
    expect([error.attribute, error.value, error.expected]).toEqual(['a', 1, 'b']);
    expect(error.issues).toHaveLength(2);
  });

  test.each<[string, unknown, string]>([
    ['undefined', undefined, 'missing'],
    ['null', null, 'null'],
    ['text', 'a"b', '"a\\"b"'],
    ['text of 81 characters', 'x'.repeat(81), `"${'x'.repeat(80)}..."`],
    ['NaN', Number.NaN, 'NaN'],
    ['a bigint', 10n ** 100n, 'a bigint'],
    ['a symbol', Symbol('x'), 'a symbol'],
    ['a function', () => 1, 'a function'],
    ['an array', [1], 'an array'],
    ['an object', { secret: 1 }, 'an object'],
    ['a Date', new Date(0), 'the Date 1970-01-01T00:00:00.000Z'],
    ['an invalid Date', new Date(Number.NaN), 'an invalid Date'],
  ])('shows %s', (_, value, shown) => {
    expect(messageOf(value)).toBe(`Invalid CloudEvent: a is ${shown}; expected b.`);
  });

  test('spells out ten issues and counts the others', () => {
    const many = Array.from({ length: 12 }, () => issue(1));
    const { message } = new CloudEventError([issue(1), ...many]);
    expect(message.match(/a is 1; expected b\./g)).toHaveLength(10);
    expect(message).toMatch(/ And 3 more\.$/);
  });

  test('quotes a name that would break a line of a log', () => {
    const event = { specversion: '1.0', id: '1', source: 's', type: 't', 'a\nb': 1 };
    expect(() => parseCloudEvent(event)).toThrow(
      'Invalid CloudEvent: "a\\nb" is 1; expected a name of the characters a-z and 0-9.',
    );
  });
});
