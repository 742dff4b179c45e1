import { EventError, matches, parsePattern } from '../../../../lib/core/event-patterns';

type Row = readonly [name: string, pattern: string | object, event: string | object];

/** Patterns and events as JSON texts, where spelling and repeated names count, or as objects. */
function table(title: string, rows: { matching: readonly Row[]; other: readonly Row[] }): void {
  describe(title, () => {
    test.each(rows.matching)('matches %s', (_, pattern, event) => {
      expect(matches(parsePattern(pattern), event)).toBe(true);
    });
    test.each(rows.other)('does not match %s', (_, pattern, event) => {
      expect(matches(parsePattern(pattern), event)).toBe(false);
    });
  });
}

describe('matches', () => {
  table('values', {
    matching: [
      ['a text', { a: ['x'] }, { a: 'x' }],
      ['any value of the list', { a: ['x', 1] }, { a: 1 }],
      ['any element of an array', { a: ['x'] }, { a: ['y', 'x'] }],
      ['an element of an array in an array', { a: ['x'] }, { a: [['y'], ['x']] }],
      ['a text beside an object in an array', { a: ['x'] }, { a: [{ b: 1 }, 'x'] }],
      ['true', { a: [true] }, { a: true }],
      ['null', { a: [null] }, { a: null }],
      ['the empty text', { a: [''] }, { a: '' }],
      ['escapes by what they stand for', '{"a":["\\u0041\\n\\""]}', { a: 'A\n"' }],
      ['exactly an address', { a: [{ exactly: '10.0.0.1' }] }, { a: '10.0.0.1' }],
    ],
    other: [
      ['another case', { a: ['x'] }, { a: 'X' }],
      ['a missing field', { a: ['x'] }, { b: 'x' }],
      ['a text for a number', { a: [1] }, { a: '1' }],
      ['a text for null', { a: [null] }, { a: 'null' }],
      ['a missing field for null', { a: [null] }, {}],
      ['an object', { a: ['x'] }, { a: { x: 'x' } }],
      [
        'exactly another spelling of an address',
        { a: [{ exactly: '10.0.0.1' }] },
        { a: '010.0.0.1' },
      ],
    ],
  });

  table('fields', {
    matching: [
      ['all fields', { a: [1], b: { c: [2] } }, { a: 1, b: { c: 2 } }],
      ['a name with dots in the pattern', { d: { 'a.b': [1] } }, { d: { a: { b: 1 } } }],
      ['a name with dots in the event', { d: { a: { b: [1] } } }, { d: { 'a.b': 1 } }],
      ['either of two fields of one name', { a: ['x'] }, '{"a":"x","a":"y"}'],
      ['the other of two fields of one name', { a: ['y'] }, '{"a":"x","a":"y"}'],
      ['fields of two objects of one name', { a: { b: [1], c: [2] } }, '{"a":{"b":1},"a":{"c":2}}'],
      ['the last of two lists', '{"a":[1],"a":[2]}', { a: 2 }],
      ['both of two objects', '{"d":{"x":[1]},"d":{"y":[2]}}', { d: { x: 1, y: 2 } }],
      ['__proto__', '{"__proto__":{"a":[1]}}', '{"__proto__":{"a":1}}'],
      ['the empty name', { '': [1] }, { '': 1 }],
    ],
    other: [
      ['one field of two', { a: [1], b: { c: [2] } }, { a: 1, b: { c: 3 } }],
      ['the first of two lists', '{"a":[1],"a":[2]}', { a: 1 }],
      ['one of two objects', '{"d":{"x":[1]},"d":{"y":[2]}}', { d: { y: 2 } }],
      ['what every object inherits', { constructor: { name: [{ exists: true }] } }, {}],
      ['an empty name at the end of a path', { a: { '': [1] } }, { a: { '': 1 } }],
    ],
  });

  table('arrays', {
    matching: [
      [
        'two fields of one element',
        { staff: { first: ['Ada'], last: ['King'] } },
        {
          staff: [
            { first: 'Max', last: 'Moor' },
            { first: 'Ada', last: 'King' },
          ],
        },
      ],
      [
        'two fields of one element of an array in an array',
        { staff: { first: ['Ada'], last: ['King'] } },
        { staff: [[{ first: 'Max' }, { first: 'Ada', last: 'King' }], [{ last: 'Moor' }]] },
      ],
      [
        'a field of an element and one outside',
        { a: { b: [1] }, c: [2] },
        { a: [{ b: 0 }, { b: 1 }], c: 2 },
      ],
      [
        'elements of two independent arrays',
        { a: { x: [1] }, b: { x: [2] } },
        { a: [{ x: 0 }, { x: 1 }], b: [{ x: 2 }, { x: 0 }] },
      ],
      [
        'after turning back from an element that leads nowhere',
        { a: { x: [1], y: [2], z: [3] } },
        {
          a: [
            { x: 1, y: 2 },
            { x: 1, y: 2, z: 3 },
          ],
        },
      ],
      [
        'an element of a second array of one name',
        { a: { b: [1], c: [5] } },
        '{"a":[{"b":1}],"a":[{"c":5}]}',
      ],
      [
        'the last elements of two arrays of one name in one element',
        { o: { a: { f: [1], g: [1], y: [1], z: [1] } } },
        '{"o":[{"a":[{"f":1},{"f":1,"y":1}],"a":[{"g":1},{"g":1,"z":1}]}]}',
      ],
      [
        'a text and an object that are elements of one array',
        { a: [1], 'a.b': [2] },
        { a: [1, { b: 2 }] },
      ],
      [
        'texts of two arrays in one element',
        { a: { x: [1], y: [2] } },
        { a: [{ x: [5, 1], y: [6, 2] }] },
      ],
    ],
    other: [
      [
        'two fields of two elements',
        { staff: { first: ['Ada'], last: ['Moor'] } },
        {
          staff: [
            { first: 'Max', last: 'Moor' },
            { first: 'Ada', last: 'King' },
          ],
        },
      ],
      [
        'two fields of two elements of the outer array',
        { a: { b: { c: [1], d: [2] } } },
        { a: [{ b: { c: 1 } }, { b: { d: 2 } }] },
      ],
      [
        'two fields of two arrays in an array',
        { a: { c: [1], d: [2] } },
        { a: [[{ c: 1 }], [{ d: 2 }]] },
      ],
      [
        'alternatives across elements',
        { a: { $or: [{ x: [1], y: [2] }, { z: [3] }] } },
        { a: [{ x: 1 }, { y: 2 }] },
      ],
      [
        'two elements, with a field from outside between them',
        { a: { x: [1], y: [1], z: [1] } },
        '{"a":[{"x":1,"z":0},{"x":0,"z":1}],"a":{"y":1}}',
      ],
      [
        'two elements of the inner array, with a field of the outer one between them',
        { a: { b: { x: [1], y: [2], z: [1] } } },
        {
          a: [
            {
              b: [
                { x: 1, z: 9 },
                { x: 0, z: 1 },
              ],
              'b.y': 2,
            },
          ],
        },
      ],
      [
        'beside an array what a name with dots puts at the same path, as AWS does',
        { a: { b: [1], c: [5] } },
        { a: [{ b: 1 }, { c: 9 }], 'a.c': 5 },
      ],
      [
        'an element of a second array of one name, where the first holds the field, as AWS does',
        { a: { b: [1], c: [5] } },
        '{"a":[{"b":1},{"c":9}],"a":[{"c":5}]}',
      ],
    ],
  });

  table('exists', {
    matching: [
      ['a leaf', { a: [{ exists: true }] }, { a: 'x' }],
      ['null', { a: [{ exists: true }] }, { a: null }],
      ['the absence of a field', { a: [{ exists: false }] }, { b: 1 }],
      ['the absence of two fields', { a: [{ exists: false }], b: [{ exists: false }] }, { c: 1 }],
      ['the absence under a missing object', { a: { b: [{ exists: false }] } }, {}],
      ['an empty array as absent', { a: [{ exists: false }] }, { a: [] }],
      ['an object as absent', { a: [{ exists: false }] }, { a: { b: 1 } }],
      ['absence or a value, by absence', { a: [{ exists: false }, 'x'] }, {}],
      ['absence or a value, by the value', { a: [{ exists: false }, 'x'] }, { a: 'x' }],
      [
        'the absence in an element that an earlier path chose',
        { a: { c: [1], d: [{ exists: false }] } },
        { a: [{ d: 1 }, { c: 1 }] },
      ],
    ],
    other: [
      ['an object', { a: [{ exists: true }] }, { a: { b: 1 } }],
      ['an empty array', { a: [{ exists: true }] }, { a: [] }],
      ['the absence of null', { a: [{ exists: false }] }, { a: null }],
      ['the absence of an empty text', { a: [{ exists: false }] }, { a: '' }],
      ['absence or a value, by another value', { a: [{ exists: false }, 'x'] }, { a: 'y' }],
      [
        'the absence from an element of what a name with dots puts at the same path',
        { a: { b: [1], c: [{ exists: false }] } },
        { a: [{ b: 1 }, { c: 9 }], 'a.c': 5 },
      ],
      [
        'the absence from one element before an element is chosen',
        { a: { b: [{ exists: false }], c: [1] } },
        { a: [{ b: 1 }, { c: 1 }] },
      ],
    ],
  });

  table('numbers', {
    matching: [
      ['300 as 300.0', '{"a":[300]}', '{"a":300.0}'],
      ['300 as 3e2', '{"a":[300]}', '{"a":3e2}'],
      ['0.1 as 10E-2', '{"a":[0.1]}', '{"a":10E-2}'],
      ['1e21 as an object has it', '{"a":[1000000000000000000000]}', { a: 1e21 }],
      ['0 as -0', '{"a":[0]}', '{"a":-0.0}'],
      ['the smallest number', { a: [{ numeric: ['>', 0] }] }, '{"a":4.9e-324}'],
      [
        'a number beyond a double, spelt the same',
        '{"a":[9007199254740993]}',
        '{"a":9007199254740993}',
      ],
      ['a number of 1,000 digits', '{"a":[10]}', `{"a":10.${'0'.repeat(997)}}`],
      ['a big integer', '{"a":[9007199254740993]}', { a: 9007199254740993n }],
      ['a bound that is inside', { a: [{ numeric: ['>=', 1, '<', 10] }] }, { a: 1 }],
      ['a value inside', { a: [{ numeric: ['>', 0, '<=', 5] }] }, { a: 5 }],
      ['an equality', { a: [{ numeric: ['=', 301.8] }] }, '{"a":3.018e2}'],
      ['beyond 5,000,000,000', { a: [{ numeric: ['>', 5000000001] }] }, { a: 5000000002 }],
    ],
    other: [
      [
        'the neighbour that is the same double',
        '{"a":[9007199254740993]}',
        '{"a":9007199254740992}',
      ],
      ['a number of more than 1,000 digits', '{"a":[10]}', `{"a":10.${'0'.repeat(998)}}`],
      ['another spelling beyond a double', '{"a":[9007199254740993]}', '{"a":9007199254740993.0}'],
      [
        'a number beyond a double in a range',
        '{"a":[{"numeric":[">",1]}]}',
        '{"a":123456789012345678}',
      ],
      ['a bound that is outside', { a: [{ numeric: ['>=', 1, '<', 10] }] }, { a: 10 }],
      ['a lower bound that is outside', { a: [{ numeric: ['>', 0] }] }, { a: 0 }],
      ['a text in a range', { a: [{ numeric: ['>', 0] }] }, { a: '1' }],
      [
        'the smallest number with fewer digits than Java writes',
        { a: [{ numeric: ['>', 0] }] },
        '{"a":5e-324}',
      ],
      ['null in a range', { a: [{ numeric: ['<', 1] }] }, { a: null }],
    ],
  });

  table('texts', {
    matching: [
      ['a prefix', { a: [{ prefix: 'SEA' }] }, { a: 'SEA-1' }],
      ['a suffix', { a: [{ suffix: '.png' }] }, { a: 'x.png' }],
      ['an empty prefix', { a: [{ prefix: '' }] }, { a: '' }],
      ['any case', { a: [{ 'equals-ignore-case': 'AbÉ' }] }, { a: 'aBé' }],
      [
        'a prefix in any case',
        { a: [{ prefix: { 'equals-ignore-case': 'SEA' } }] },
        { a: 'sea-1' },
      ],
      [
        'a suffix in any case',
        { a: [{ suffix: { 'equals-ignore-case': '.pnG' } }] },
        { a: 'x.PNg' },
      ],
      ['ß as SS', { a: [{ 'equals-ignore-case': 'straße' }] }, { a: 'STRASSE' }],
      ['ß at the end as SS', { a: [{ suffix: { 'equals-ignore-case': 'aß' } }] }, { a: 'xASS' }],
      ['a wildcard for anything', { a: [{ wildcard: '*' }] }, { a: '' }],
      ['a wildcard in the middle', { a: [{ wildcard: 'S*-*' }] }, { a: 'Sq-q' }],
      ['a wildcard for nothing', { a: [{ wildcard: 'a*b*c' }] }, { a: 'abc' }],
      [
        'a wildcard that must reach the last place',
        { a: [{ wildcard: '*ab*ab' }] },
        { a: 'xabxabab' },
      ],
      ['an escaped asterisk', { a: [{ wildcard: 'x\\**' }] }, { a: 'x*y' }],
      ['an escaped backslash', { a: [{ wildcard: 'x\\\\*' }] }, { a: 'x\\y' }],
      ['a surrogate pair by a wildcard', { a: [{ wildcard: 'x*y' }] }, { a: 'x🚀y' }],
      ['a surrogate pair at the end', { a: [{ suffix: '🚀' }] }, { a: 'x🚀' }],
      ['half a pair, which AWS reads as ?', { a: [{ prefix: 'x?' }] }, '{"a":"x\\ud83dy"}'],
      ['? by half a pair', '{"a":[{"suffix":"\\ude80"}]}', { a: 'x?' }],
      ['half a pair in any case', { a: [{ 'equals-ignore-case': 'X?' }] }, '{"a":"x\\ud800"}'],
      ['half a pair by a wildcard', '{"a":[{"wildcard":"*\\ud83d*"}]}', '{"a":"x\\udfffy"}'],
      ['half a pair, spelt the same', '{"a":["\\ud83d"]}', '{"a":"\\ud83d"}'],
    ],
    other: [
      ['a prefix of a number', { a: [{ prefix: '1' }] }, { a: 123 }],
      ['half of a surrogate pair as a prefix', '{"a":[{"prefix":"\\ud83d"}]}', { a: '🚀' }],
      ['half of a surrogate pair as a suffix', '{"a":[{"suffix":"\\ude80"}]}', { a: '🚀' }],
      ['half of a surrogate pair by ?', { a: ['?'] }, '{"a":"\\ud83d"}'],
      ['a prefix that is longer', { a: [{ prefix: 'SEA-' }] }, { a: 'SEA' }],
      ['a suffix in another case', { a: [{ suffix: '.png' }] }, { a: 'x.PNG' }],
      ['SS as ß', { a: [{ 'equals-ignore-case': 'STRASSE' }] }, { a: 'straße' }],
      ['more in any case', { a: [{ 'equals-ignore-case': 'ab' }] }, { a: 'abc' }],
      [
        'an emoji in any case, as AWS cuts it',
        { a: [{ 'equals-ignore-case': '🚀' }] },
        { a: '🚀' },
      ],
      ['a wildcard with overlapping ends', { a: [{ wildcard: 'aba*aba' }] }, { a: 'ababa' }],
      ['a wildcard with parts out of order', { a: [{ wildcard: '*a*b*' }] }, { a: 'ba' }],
      ['a middle part that overlaps the end', { a: [{ wildcard: '*ab*b' }] }, { a: 'ab' }],
      ['an escaped asterisk by another character', { a: [{ wildcard: 'x\\*y' }] }, { a: 'xzy' }],
      ['middle parts that overlap', { a: [{ wildcard: '*ab*ba*' }] }, { a: 'aba' }],
      ['more behind a quote in any case', { a: [{ 'equals-ignore-case': 'ab' }] }, { a: 'ab"c' }],
      ['a wildcard without asterisks', { a: [{ wildcard: 'x' }] }, { a: 'xy' }],
      ['a number by a wildcard', { a: [{ wildcard: '*' }] }, { a: 1 }],
    ],
  });

  table('addresses', {
    matching: [
      ['an address with zeros', { a: ['10.0.0.1'] }, { a: '010.0.0.001' }],
      ['a short IPv6 address', { a: ['2001:db8::1'] }, { a: '2001:0DB8:0:0:0:0:0:1' }],
      ['a mapped IPv4 address', { a: ['::ffff:a00:1'] }, { a: '10.0.0.1' }],
      ['a :: for one group', { a: ['1:2:3:4:5:6:7::'] }, { a: '1:2:3:4:5:6:7:0' }],
      ['the first address of a block', { a: [{ cidr: '10.0.0.77/24' }] }, { a: '10.0.0.0' }],
      ['the last address of a block', { a: [{ cidr: '10.0.0.77/24' }] }, { a: '10.0.0.255' }],
      ['an uneven mask', { a: [{ cidr: '10.0.0.6/30' }] }, { a: '10.0.0.7' }],
      ['an IPv6 block', { a: [{ cidr: '2001:db8::/33' }] }, { a: '2001:db8:7fff::1' }],
      [
        'an IPv6 address in all of IPv4, as AWS does',
        { a: [{ cidr: '0.0.0.0/0' }] },
        { a: '2001:db8::1' },
      ],
      ['what only looks like an address', { a: ['256.1.1.1'] }, { a: '256.1.1.1' }],
      ['a time of day', { a: ['12:30'] }, { a: '12:30' }],
    ],
    other: [
      ['the address before a block', { a: [{ cidr: '10.0.1.0/24' }] }, { a: '10.0.0.255' }],
      ['the address after a block', { a: [{ cidr: '10.0.0.0/24' }] }, { a: '10.0.1.0' }],
      ['beyond an IPv6 block', { a: [{ cidr: '2001:db8::/33' }] }, { a: '2001:db8:8000::1' }],
      ['0.0.0.0 in all of IPv6, as AWS does', { a: [{ cidr: '::/0' }] }, { a: '0.0.0.0' }],
      ['what is no address', { a: [{ cidr: '0.0.0.0/0' }] }, { a: '1.2.3' }],
      ['nine groups as eight', { a: ['1:2:3:4:5:6:7:8'] }, { a: '1:2:3:4:5:6:7:8:9' }],
      ['too many zeros', { a: ['10.0.0.1'] }, { a: '0010.000.000.001' }],
      ['a :: for no group', { a: ['1:2:3:4:5:6:7:8'] }, { a: '1:2:3:4:5:6:7::8' }],
      ['eight groups with two ::', { a: ['1:2:3:4:5:6:7:8'] }, { a: '1:2:3:4::5:6:7:8::9' }],
      ['an IPv4 address beyond a block of IPv6', { a: [{ cidr: '::/1' }] }, { a: '200.0.0.1' }],
      ['two ::', { a: ['1:0:0:2:0:0:0:3'] }, { a: '1::2::3' }],
    ],
  });

  table('anything-but', {
    matching: [
      ['another text', { a: [{ 'anything-but': 'x' }] }, { a: 'y' }],
      ['another text than ?', { a: [{ 'anything-but': '?' }] }, { a: '🚀' }],
      ['null', { a: [{ 'anything-but': 'x' }] }, { a: null }],
      ['a text for a number', { a: [{ 'anything-but': 1 }] }, { a: '1' }],
      ['one element of an array', { a: [{ 'anything-but': 'x' }] }, { a: ['x', 'y'] }],
      ['a number beyond a double', '{"a":[{"anything-but":1}]}', '{"a":9007199254740993}'],
      [
        'another spelling of an address',
        { a: [{ 'anything-but': '10.0.0.1' }] },
        { a: '010.0.0.1' },
      ],
      [
        'no suffix of a list',
        { a: [{ 'anything-but': { suffix: ['.png', '.jpg'] } }] },
        { a: 'x.gif' },
      ],
      ['no wildcard', { a: [{ 'anything-but': { wildcard: '*/lib/*' } }] }, { a: 'src/x' }],
      ['a number for a prefix', { a: [{ 'anything-but': { prefix: 'x' } }] }, { a: 12 }],
    ],
    other: [
      ['the text', { a: [{ 'anything-but': ['x', 'y'] }] }, { a: 'y' }],
      ['half a pair for ?, as AWS reads it', { a: [{ 'anything-but': '?' }] }, '{"a":"\\ud83d"}'],
      ['the number in another spelling', '{"a":[{"anything-but":[300]}]}', '{"a":3e2}'],
      ['a missing field', { a: [{ 'anything-but': 'x' }] }, {}],
      ['an empty array', { a: [{ 'anything-but': 'x' }] }, { a: [] }],
      ['an object', { a: [{ 'anything-but': 'x' }] }, { a: { b: 'y' } }],
      [
        'the text in another case',
        { a: [{ 'anything-but': { 'equals-ignore-case': 'x' } }] },
        { a: 'X' },
      ],
      ['a prefix', { a: [{ 'anything-but': { prefix: 'in' } }] }, { a: 'init' }],
      [
        'a wildcard of a list',
        { a: [{ 'anything-but': { wildcard: ['a*', 'b*'] } }] },
        { a: 'bx' },
      ],
    ],
  });

  table('$or', {
    matching: [
      ['the second alternative', { s: ['x'], $or: [{ m: [1] }, { n: [2] }] }, { s: 'x', n: 2 }],
      [
        'an alternative inside one',
        { $or: [{ m: [1] }, { n: [2], $or: [{ o: [3] }, { p: [4] }] }] },
        { n: 2, p: 4 },
      ],
      [
        'one of each of two at one level',
        '{"$or":[{"a":[1]},{"b":[1]}],"$or":[{"c":[1]},{"d":[1]}]}',
        { a: 1, d: 1 },
      ],
      ['the list that is written last', '{"b":[3],"$or":[{"b":[1]},{"c":[2]}]}', { b: 1 }],
      ['an old field of that name', { $or: { a: [1] } }, { $or: { a: 1 } }],
      [
        'an alternative that has one matcher in common with an earlier one',
        {
          $or: [
            { a: [1], b: [1] },
            { a: [1], b: [2] },
          ],
        },
        { a: 1, b: 2 },
      ],
      [
        'an alternative that has another field more',
        { $or: [{ a: [1] }, { a: [1, 2], b: [1] }] },
        { a: 2, b: 1 },
      ],
    ],
    other: [
      ['no alternative', { s: ['x'], $or: [{ m: [1] }, { n: [2] }] }, { s: 'x', n: 1 }],
      [
        'what AWS takes for an alternative that it has, as a matcher of each field is in common',
        { s: ['x'], $or: [{ m: [1, 2] }, { m: [2, 3] }] },
        { s: 'x', m: 3 },
      ],
      [
        'what shares a prefix with an earlier alternative, as AWS does',
        { $or: [{ m: [{ prefix: 'a' }] }, { m: [{ prefix: 'a' }, 'b'] }] },
        { m: 'b' },
      ],
      [
        'what stands beside the alternatives',
        { s: ['x'], $or: [{ m: [1] }, { n: [2] }] },
        { n: 2 },
      ],
      ['a list that a later one replaces', '{"$or":[{"b":[1]},{"c":[2]}],"b":[3]}', { b: 1 }],
      [
        'one of two at one level',
        '{"$or":[{"a":[1]},{"b":[1]}],"$or":[{"c":[1]},{"d":[1]}]}',
        { a: 1 },
      ],
    ],
  });

  test('takes an object as JSON has it', () => {
    const event = { at: new Date(0), gone: undefined, broken: Number.NaN };

    expect(matches(parsePattern({ at: ['1970-01-01T00:00:00.000Z'] }), event)).toBe(true);
    expect(matches(parsePattern({ gone: [{ exists: false }] }), event)).toBe(true);
    expect(matches(parsePattern({ broken: [null] }), event)).toBe(true);
  });

  test.each([
    ['a list', '[1]', '[1] is not an object'],
    ['a text that is not JSON', '{"a":1', 'the text ends at line 1, column 7, not "}"'],
    [
      'nesting without end',
      '{"a":'.repeat(100_000),
      'found "{" at line 1, column 5001, not at most 1000 levels of nesting',
    ],
  ])('refuses %s as an event', (_, event, problem) => {
    const pattern = parsePattern({ a: [1] });

    expect(() => matches(pattern, event)).toThrow(EventError);
    expect(() => matches(pattern, event)).toThrow(
      expect.objectContaining({ problem, message: `Event: ${problem}. Expected a JSON object.` }),
    );
  });

  test('searches large arrays in time, also where nothing matches', () => {
    const items = Array.from({ length: 20_000 }, (_, i) => ({ b: 1, c: i % 2, d: 1 - (i % 2) }));
    const pattern = parsePattern({
      a: { b: [1], c: [1], d: [1, 5] },
      e: { b: [1], c: [1], d: [1] },
    });

    expect(matches(pattern, { a: items, e: items })).toBe(false);
  });

  test('decides about more elements than it gives arrays of repeated names', () => {
    const absent = Object.fromEntries(
      [...'cdefghijklmnop'].map((name) => [name, [{ exists: false }]]),
    );
    const items = [...Array(16_000).fill({ b: 1 }), { z: 1 }];

    expect(matches(parsePattern({ a: { b: [1], ...absent, z: [1] } }), { a: items })).toBe(false);
  });

  test('adds up independent arrays instead of combining them', () => {
    const halves = [...Array(40).fill({ x: 1 }), ...Array(40).fill({ y: 1 })];
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const event = Object.fromEntries(names.map((name) => [name, halves]));
    const loose = Object.fromEntries(names.map((name) => [name, { x: [1] }]));

    expect(matches(parsePattern(loose), event)).toBe(true);
    expect(matches(parsePattern({ ...loose, f: { x: [1], y: [1] } }), event)).toBe(false);
  });

  test('refuses an event whose repeated names make the search endless', () => {
    // Each array leaves two choices, and none of all their combinations lets `z` in.
    const riddle = (arrays: number) => {
      const fields = Array.from({ length: arrays }, (_, i) => `f${i}`);
      const texts = fields.map((field) => `"a":[{"${field}":1},{"${field}":1},{"z":1}]`);
      const lists = Object.fromEntries([...fields, 'z'].map((field) => [field, [1]]));
      return () => matches(parsePattern({ a: lists }), `{${texts.join(',')}}`);
    };

    expect(riddle(5)()).toBe(false);
    expect(riddle(30)).toThrow(
      'Event: its arrays combine in too many ways. Expected names without dots, each once.',
    );
  });
});
