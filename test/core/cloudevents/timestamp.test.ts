import fc from 'fast-check';
import { toInstant } from '../../../lib/core/cloudevents/timestamp';
import { time } from './any-event';

const instants: [string, string, number][] = [
  ['the epoch', '1970-01-01T00:00:00Z', 0],
  ['an offset ahead', '1970-01-01T01:30:00+01:30', 0],
  ['an offset behind', '1969-12-31T19:00:00-05:00', 0],
  ['the largest offset', '1970-01-01T23:59:00+23:59', 0],
  ['an unknown offset', '1970-01-01T00:00:00-00:00', 0],
  ['lower case', '1970-01-01t00:00:01z', 1000],
  ['one digit of a fraction', '1970-01-01T00:00:00.5Z', 500],
  ['nanoseconds', '1970-01-01T00:00:00.123999999Z', 123],
  ['a fraction before the epoch', '1969-12-31T23:59:59.9999Z', -1],
  ['a day in summer', '2026-07-31T12:00:00+02:00', 1_785_492_000_000],
  ['a leap day', '2024-02-29T00:00:00Z', 1_709_164_800_000],
  ['a leap day of a century', '2000-02-29T00:00:00Z', 951_782_400_000],
  ['the first year', '0000-01-01T00:00:00Z', -62_167_219_200_000],
  ['the last instant', '9999-12-31T23:59:59.999Z', 253_402_300_799_999],
  ['the first year before its midnight in UTC', '0000-01-01T00:00:00+01:00', -62_167_222_800_000],
];

const refused = [
  ['no offset', '2026-01-31T09:30:00'],
  ['an offset without a colon', '2026-01-31T09:30:00+0100'],
  ['an offset without minutes', '2026-01-31T09:30:00+01'],
  ['an offset of 24 hours', '2026-01-31T09:30:00+24:00'],
  ['an offset of 60 minutes', '2026-01-31T09:30:00+01:60'],
  ['a space for the T', '2026-01-31 09:30:00Z'],
  ['no seconds', '2026-01-31T09:30Z'],
  ['a date alone', '2026-01-31'],
  ['a point without digits', '2026-01-31T09:30:00.Z'],
  ['a comma before the fraction', '2026-01-31T09:30:00,5Z'],
  ['a month 0', '2026-00-31T09:30:00Z'],
  ['a month 13', '2026-13-31T09:30:00Z'],
  ['a day 0', '2026-01-00T09:30:00Z'],
  ['a day 32', '2026-01-32T09:30:00Z'],
  ['April 31', '2026-04-31T09:30:00Z'],
  ['February 29 of a common year', '2026-02-29T09:30:00Z'],
  ['February 29 of a common century', '1900-02-29T09:30:00Z'],
  ['an hour 24', '2026-01-31T24:00:00Z'],
  ['a minute 60', '2026-01-31T09:60:00Z'],
  ['a leap second that was', '2016-12-31T23:59:60Z'],
  ['a second 61', '2026-01-31T09:30:61Z'],
  ['a year of five digits', '12026-01-31T09:30:00Z'],
  ['a year with a sign', '+2026-01-31T09:30:00Z'],
  ['digits of another script', '２０２６-01-31T09:30:00Z'],
  ['white space around', ' 2026-01-31T09:30:00Z'],
  ['a line break at the end', '2026-01-31T09:30:00Z\n'],
  ['the text of a Date', 'Sat Jan 31 2026 09:30:00 GMT+0100'],
];

describe('toInstant', () => {
  test.each(instants)('reads %s', (_, text, instant) => {
    expect(toInstant(text)).toBe(instant);
  });

  test.each(refused)('refuses %s', (_, text) => {
    expect(toInstant(text)).toBeUndefined();
  });

  test('for every valid time, gives an instant that moves against its offset', () => {
    const utc = time.filter((text) => /z$/i.test(text));
    fc.assert(
      fc.property(utc, fc.nat({ max: 23 }), fc.nat({ max: 59 }), (text, hours, minutes) => {
        const instant = toInstant(text) ?? Number.NaN;
        const [h, m] = [String(hours).padStart(2, '0'), String(minutes).padStart(2, '0')];
        const shift = hours * 3_600_000 + minutes * 60_000;
        expect(toInstant(text.replace(/z$/i, `+${h}:${m}`))).toBe(instant - shift);
        expect(toInstant(text.replace(/z$/i, `-${h}:${m}`))).toBe(instant + shift);
      }),
    );
  });
});
