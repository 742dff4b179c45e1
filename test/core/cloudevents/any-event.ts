// Every valid event, as CloudEvents 1.0 and RFC 3339, 3986 and 2046 describe it. Written from those
// documents, so that it does not share a mistake with the code that it tests.
import fc from 'fast-check';

/** A character that an attribute may hold: no control, no surrogate, no noncharacter. */
const character = fc
  .oneof(
    { arbitrary: fc.integer({ min: 0x20, max: 0x7e }), weight: 4 },
    fc.integer({ min: 0xa0, max: 0xd7ff }),
    fc.integer({ min: 0xe000, max: 0xfdcf }),
    fc.integer({ min: 0xfdf0, max: 0xfffd }),
    fc.integer({ min: 0x10000, max: 0x1fffd }),
  )
  .map((point) => String.fromCodePoint(point));

export const text = (maxLength = 40): fc.Arbitrary<string> =>
  fc.string({ unit: character, minLength: 1, maxLength });

const charactersOf = (alphabet: string, minLength = 0, maxLength = 12): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...alphabet), minLength, maxLength });

const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const digits = '0123456789';
const unreserved = `${letters}${digits}-._~`;
const subDelimiters = "!$&'()*+,;=";

const encoded = fc.integer({ min: 0, max: 255 }).map((byte) => {
  return `%${byte.toString(16).padStart(2, '0')}`;
});
const run = (alphabet: string, minLength = 0): fc.Arbitrary<string> =>
  fc.string({
    unit: fc.oneof(
      { arbitrary: fc.constantFrom(...alphabet), weight: 9 },
      { arbitrary: encoded, weight: 1 },
    ),
    minLength,
    maxLength: 10,
  });
const segment = run(`${unreserved}${subDelimiters}:@`);
const firstSegment = run(`${unreserved}${subDelimiters}@`, 1);
const moreSegments = fc
  .array(segment, { maxLength: 3 })
  .map((segments) => segments.map((name) => `/${name}`).join(''));

const scheme = fc
  .tuple(charactersOf(letters, 1, 1), charactersOf(`${letters}${digits}+-.`, 0, 8))
  .map(([first, rest]) => first + rest);
const host = fc.oneof(
  run(`${unreserved}${subDelimiters}`),
  fc.ipV4(),
  fc.ipV6().map((address) => `[${address}]`),
  fc.constant('[v1.a:b]'),
);
const optional = <T>(
  arbitrary: fc.Arbitrary<T>,
  show: (value: T) => string,
): fc.Arbitrary<string> =>
  fc.option(arbitrary, { nil: undefined }).map((v) => (v === undefined ? '' : show(v)));
const authority = fc
  .tuple(
    optional(run(`${unreserved}${subDelimiters}:`), (user) => `${user}@`),
    host,
    optional(charactersOf(digits, 0, 5), (port) => `:${port}`),
  )
  .map((parts) => `//${parts.join('')}`);
const afterPath = `${unreserved}${subDelimiters}:@/?`;
const query = optional(run(afterPath), (value) => `?${value}`);
const fragment = optional(run(afterPath), (value) => `#${value}`);
const join = (...parts: fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((values) => values.join(''));

const withAuthority = join(authority, moreSegments);
const rooted = join(fc.constant('/'), firstSegment, moreSegments);

export const absoluteUri = join(
  scheme,
  fc.constant(':'),
  fc.oneof(
    withAuthority,
    rooted,
    join(
      segment.filter((s) => s !== ''),
      moreSegments,
    ),
  ),
  query,
);
export const uriReference = fc
  .oneof(
    join(absoluteUri, fragment),
    join(fc.oneof(withAuthority, rooted, join(firstSegment, moreSegments)), query, fragment),
    fc.constantFrom(
      'shop.checkout',
      '?',
      '#',
      '.',
      'urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66',
    ),
  )
  .filter((uri) => uri.length <= 256 && !uri.startsWith('aws.'));

const two = (value: number): string => String(value).padStart(2, '0');
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysOf = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
const upTo = (max: number): fc.Arbitrary<number> => fc.integer({ min: 0, max });

const date = fc
  .tuple(upTo(9999), fc.integer({ min: 1, max: 12 }), upTo(30))
  .map(([year, month, day]) => {
    const inMonth = (day % daysOf(year, month)) + 1;
    return `${String(year).padStart(4, '0')}-${two(month)}-${two(inMonth)}`;
  });
const clock = fc.tuple(upTo(23), upTo(59), upTo(59)).map((values) => values.map(two).join(':'));
const offset = fc.oneof(
  fc.constantFrom('Z', 'z', '-00:00'),
  fc
    .tuple(fc.constantFrom('+', '-'), upTo(23), upTo(59))
    .map(([sign, hours, minutes]) => `${sign}${two(hours)}:${two(minutes)}`),
);
export const time = join(
  date,
  fc.constantFrom('T', 't'),
  clock,
  optional(charactersOf(digits, 1, 12), (fraction) => `.${fraction}`),
  offset,
);

/** Any string of JSON that UTF-8 can carry: controls and noncharacters too. */
const jsonText = fc.string({ unit: 'binary', maxLength: 12 });
const jsonKey = fc.oneof(
  jsonText,
  fc.constantFrom('__proto__', 'constructor', 'toJSON', 'hasOwnProperty', 'data', ''),
);
/** PutEvents takes integers of 64 bits; JSON.stringify writes an exponent from 1e21 on. */
const jsonNumber = fc
  .oneof(fc.maxSafeInteger(), fc.double({ noNaN: true, noDefaultInfinity: true }))
  .filter((value) => Math.abs(value) < 2 ** 63 || Math.abs(value) >= 1e21);

export const json = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(null, true, false),
    jsonNumber,
    jsonText,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.array(fc.tuple(jsonKey, tie('value')), { maxLength: 4 }).map(Object.fromEntries),
  ),
})).value;

const coreNames = [
  ...['specversion', 'id', 'source', 'type', 'time', 'subject', 'datacontenttype'],
  ...['dataschema', 'data'],
];
export const extensionName = fc
  .oneof(
    fc.constantFrom('partitionkey', 'constructor', '0', 'tostring'),
    charactersOf('abcdefghijklmnopqrstuvwxyz0123456789', 1, 20),
  )
  .filter((name) => !coreNames.includes(name));
const extensions = fc
  .array(
    fc.tuple(
      extensionName,
      fc.oneof(
        text(),
        fc.constant(''),
        fc.boolean(),
        fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
      ),
    ),
    { maxLength: 3 },
  )
  .map((entries): Record<string, string | boolean | number> => Object.fromEntries(entries));

const payload = fc.oneof(
  fc.constant({}),
  json.map((data) => ({ data })),
  fc
    .tuple(fc.constantFrom('application/json', 'Text/JSON; a=b', 'a/vnd.b+json ; c="d;\\"e"'), json)
    .map(([datacontenttype, data]) => ({ datacontenttype, data })),
  fc
    .tuple(fc.constantFrom('text/plain; charset=utf-8', 'application/xml', 'a/jsonp'), jsonText)
    .map(([datacontenttype, data]) => ({ datacontenttype, data })),
  fc
    .uint8Array({ maxLength: 20 })
    .map((bytes) => ({ data_base64: Buffer.from(bytes).toString('base64') })),
);

const attributes = fc.record(
  {
    specversion: fc.constant('1.0' as const),
    id: text(),
    source: uriReference,
    type: text(60),
    time,
    subject: text(),
    dataschema: absoluteUri,
  },
  { requiredKeys: ['specversion', 'id', 'source', 'type'] },
);

/** A valid event that EventBridge takes. */
export const anyEvent = fc
  .tuple(extensions, attributes, payload)
  .map(([extra, core, body]) => ({ ...extra, ...core, ...body }));
