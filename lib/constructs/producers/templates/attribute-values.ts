/**
 * What CloudEvents 1.0 allows of the value of an attribute, as regular expressions that Java and
 * JavaScript read alike. They refuse what a strict consumer refuses, so that a wrong event is
 * answered to its producer. \u is not used: Velocity would read it itself.
 */

const planes = Array.from({ length: 17 }, (_, plane) => plane.toString(16).replace(/^0$/, ''));
const noncharacters = [
  String.raw`\x{FDD0}-\x{FDEF}`,
  ...planes.flatMap((plane) => [`\\x{${plane}FFFE}`, `\\x{${plane}FFFF}`]),
].join('');

/** Without control characters, lone surrogates and noncharacters. */
export const text = String.raw`[^\p{Cc}\p{Cs}${noncharacters}]*`;

const leapYear = String.raw`(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)`;
const monthAndDay = [
  String.raw`(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])`,
  String.raw`(?:0[469]|11)-(?:0[1-9]|[12]\d|30)`,
  String.raw`02-(?:0[1-9]|1\d|2[0-8])`,
].join('|');
const date = String.raw`(?:\d{4}-(?:${monthAndDay})|${leapYear}-02-29)`;
const hour = String.raw`(?:[01]\d|2[0-3])`;

/** RFC 3339, of the calendar, without a leap second. */
export const time = String.raw`${date}[Tt]${hour}:[0-5]\d:[0-5]\d(?:\.\d+)?(?:[Zz]|[+-]${hour}:[0-5]\d)`;

/** In a path; ' and $ as Velocity leaves them alone. */
const character = String.raw`-A-Za-z0-9._~!\x24&\x27()*+,;=`;
const authority = `//(?:[${character}:]*@)?[${character}]*(?::[0-9]*)?`;

/**
 * An absolute URI without a fragment, after each %xx has become a ~ (which a scheme and a port can't
 * hold). Without addresses in brackets.
 */
export const uri = String.raw`[A-Za-z][A-Za-z0-9+.-]*:(?:${authority}(?:/[${character}:@/]*)?|/?[${character}:@][${character}:@/]*)(?:\?[${character}:@/?]*)?`;
export const percentEncoded = '%[0-9A-Fa-f]{2}';

const token = '[A-Za-z0-9!&^_.+-]+';

/** A media type whose data is JSON, with its parameters. */
export const jsonMediaType = String.raw`${token}/(?:${token}\+)?[jJ][sS][oO][nN](?: *; *${token}=(?:${token}|"[^"\x5C]*"))*`;
export const maxMediaTypeLength = 1000;

/** A boolean, or an integer from -2147483648 to 2147483647. */
export const booleanOrInteger = [
  'true|false',
  '-?(?:0|[1-9][0-9]{0,8}|1[0-9]{9}|20[0-9]{8}|21[0-3][0-9]{7}|214[0-6][0-9]{6}|2147[0-3][0-9]{5}|21474[0-7][0-9]{4}|214748[0-2][0-9]{3}|2147483[0-5][0-9]{2}|21474836[0-3][0-9]|214748364[0-7])',
  '-2147483648',
].join('|');
