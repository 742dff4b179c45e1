import fc from 'fast-check';
import { isAbsoluteUri, isUriReference } from '../../../lib/core/cloudevents/uri';
import { absoluteUri, uriReference } from './any-event';

const references = [
  ['a dotted name', 'shop.checkout'],
  ['a path', '/sensors/tn-1234567/alerts'],
  ['a telephone number', '1-555-123-4567'],
  ['a mail address', 'mailto:cncf-wg-serverless@lists.cncf.io'],
  ['a URN', 'urn:uuid:6e8bc430-9c3a-11d9-9669-0800200c9a66'],
  ['an ARN', 'arn:aws:sqs:eu-west-1:123456789012:orders'],
  ['a URL with everything', 'https://user:pw@shop.example:8443/a/b;c=1?d=e/f?g#h/i?'],
  ['a reference to a host', '//shop.example'],
  ['an empty port', 'http://shop.example:/'],
  ['an empty host', 'file:///etc/hosts'],
  ['a scheme alone', 'a:'],
  ['a query alone', '?a=b'],
  ['a fragment alone', '#'],
  ['a colon in a later segment', './a:b'],
  ['an encoded byte', '/caf%C3%a9'],
  ['an IPv4 address', 'http://192.0.2.1/'],
  ['an IPv6 address', 'http://[2001:db8::7]:80/'],
  ['an IPv6 address with an IPv4 tail', 'http://[::ffff:192.0.2.1]/'],
  ['an address of the future', 'http://[v1f.a:b]/'],
  ['nothing', ''],
];

const strangers = [
  ['a space', 'shop checkout'],
  ['a letter outside ASCII', 'https://shöp.example'],
  ['a quote', '/a"b'],
  ['an angle bracket', '<https://shop.example>'],
  ['a backslash', 'C:\\orders'],
  ['a caret', '/a^b'],
  ['a grave accent', '/a`b'],
  ['a bar', '/a|b'],
  ['a brace', '/orders/{id}'],
  ['a bracket in a path', '/a[0]'],
  ['a percent sign alone', '/100%'],
  ['half an encoded byte', '/a%4'],
  ['an encoded byte of other letters', '/a%zz'],
  ['a bad encoded byte in a query', '?%'],
  ['a second fragment', '#a#b'],
  ['a scheme that begins with a digit', '1a:b'],
  ['an empty scheme', ':a'],
  ['a scheme with an underscore', 'a_b:c'],
  ['a port that is no number', 'http://shop.example:http/'],
  ['two users', 'http://a@b@c/'],
  ['a bracket in a user', 'http://[a]@b/'],
  ['an IPv6 address without brackets', 'http://2001:db8::7/'],
  ['an open bracket', 'http://[::1/'],
  ['text after an address', 'http://[::1]a/'],
  ['an IPv6 address of nine groups', 'http://[1:2:3:4:5:6:7:8:9]/'],
  ['an IPv6 address with two gaps', 'http://[1::2::3]/'],
  ['an IPv6 address with a zone', 'http://[fe80::1%25eth0]/'],
  ['empty brackets', 'http://[]/'],
  ['an IPv4 address in brackets', 'http://[192.0.2.1]/'],
  ['a line break', '/a\n'],
];

describe('isUriReference', () => {
  test.each(references)('accepts %s', (_, text) => {
    expect(isUriReference(text)).toBe(true);
  });

  test.each(strangers)('refuses %s', (_, text) => {
    expect(isUriReference(text)).toBe(false);
  });

  test('for every URI-reference of the grammar, accepts it', () => {
    fc.assert(fc.property(uriReference, (uri) => expect(isUriReference(uri)).toBe(true)));
  });

  test('for every URI-reference of the grammar, refuses it with a character of none', () => {
    const stranger = fc.constantFrom(
      ' ',
      '"',
      '<',
      '>',
      '\\',
      '^',
      '`',
      '{',
      '|',
      '}',
      'é',
      '\u0000',
    );
    fc.assert(
      fc.property(uriReference, stranger, fc.nat(), (uri, character, at) => {
        const index = at % (uri.length + 1);
        expect(isUriReference(uri.slice(0, index) + character + uri.slice(index))).toBe(false);
      }),
    );
  });

  test('reads ten million characters without exhausting the stack', () => {
    expect(isUriReference('%41'.repeat(3_000_000))).toBe(true);
    expect(isUriReference(`//${'a@'.repeat(5_000_000)}`)).toBe(false);
  });
});

describe('isAbsoluteUri', () => {
  test.each([
    ['a URL', 'https://shop.example/order.v1.json?draft=4', true],
    ['a URN', 'urn:example:order', true],
    ['a path', '/order.v1.json', false],
    ['a reference to a host', '//shop.example/order.v1.json', false],
    ['a name', 'order.v1.json', false],
    ['a fragment', 'https://shop.example/orders.json#order', false],
    ['an empty fragment', 'https://shop.example/orders.json#', false],
    ['a bad URL', 'https://shop example/', false],
  ])('tells whether %s is one', (_, text, expected) => {
    expect(isAbsoluteUri(text)).toBe(expected);
  });

  test('for every absolute URI of the grammar, accepts it', () => {
    fc.assert(fc.property(absoluteUri, (uri) => expect(isAbsoluteUri(uri)).toBe(true)));
  });
});
