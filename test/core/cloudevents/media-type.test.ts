import { isJsonMediaType, isMediaType } from '../../../lib/core/cloudevents/media-type';

describe('isMediaType', () => {
  test.each([
    ['a type', 'application/json'],
    ['a structured suffix', 'application/vnd.shop.order+json'],
    ['a parameter', 'text/plain; charset=utf-8'],
    ['a parameter without a space', 'text/plain;charset=utf-8'],
    ['a quoted parameter', 'multipart/mixed; boundary="a;b \\" c"'],
    ['two parameters', 'a/b; c=d ;e=f'],
    ['1000 characters', `a/${'b'.repeat(998)}`],
  ])('accepts %s', (_, text) => {
    expect(isMediaType(text)).toBe(true);
  });

  test.each([
    ['no subtype', 'json'],
    ['an empty subtype', 'application/'],
    ['an empty type', '/json'],
    ['a second slash', 'a/b/c'],
    ['a space', 'application /json'],
    ['a semicolon at the end', 'application/json;'],
    ['a parameter without a value', 'text/plain; charset'],
    ['an open quote', 'text/plain; a="b'],
    ['a list', 'text/plain, text/html'],
    ['1001 characters', `a/${'b'.repeat(999)}`],
  ])('refuses %s', (_, text) => {
    expect(isMediaType(text)).toBe(false);
  });
});

describe('isJsonMediaType', () => {
  test.each([
    ['application/json', true],
    ['TEXT/JSON', true],
    ['application/json; charset=utf-8', true],
    ['application/json ; charset=utf-8', true],
    ['application/vnd.shop+json', true],
    ['application/vnd.a+b+json;c=d', true],
    ['application/jsonp', false],
    ['application/xjson', false],
    ['application/json+xml', false],
    ['text/plain; a=json', false],
    ['text/plain; a="b/c+json"', false],
  ])('tells whether %s is JSON', (text, expected) => {
    expect(isJsonMediaType(text)).toBe(expected);
  });
});
