const rfc3339 =
  /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)(?:\.(\d+))?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/i;

const minute = 60_000;

/**
 * The instant of an RFC 3339 time in milliseconds since 1970, later digits cut off; undefined if
 * the text is no such time or the calendar has no such day.
 *
 * A leap second (`23:59:60`) is refused though RFC 3339 knows it: EventBridge's Time counts seconds
 * since 1970, where a leap second does not exist, so it would have to become another instant.
 */
export function toInstant(time: string): number | undefined {
  const match = rfc3339.exec(time);
  if (match === null) return undefined;
  const [, date, clock, fraction = '', sign, hours, minutes] = match;
  const local = instantInUtc(`${date}T${clock}.${fraction.slice(0, 3).padEnd(3, '0')}Z`);
  if (local === undefined || sign === undefined) return local;
  const offset = (Number(hours) * 60 + Number(minutes)) * minute;
  return sign === '+' ? local - offset : local + offset;
}

/**
 * Date.parse makes March of February 30 and tomorrow of 24:00; only a real time comes back as is.
 */
function instantInUtc(text: string): number | undefined {
  const instant = Date.parse(text);
  return !Number.isNaN(instant) && new Date(instant).toISOString() === text ? instant : undefined;
}
