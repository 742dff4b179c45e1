import { type Scope, scopes, takes } from '../../../lib/analysis/catalogue/filters';

const event = { source: 'shop.checkout', eventType: 'order.placed.v1' };
const rule = (pattern: unknown) => takes(pattern, event, scopes.rule);
const own = { source: ['shop.checkout'], 'detail-type': ['order.placed.v1'] };
const us = { shipTo: { country: ['US'] } };

describe('takes', () => {
  it.each<[name: string, pattern: unknown, filters: object[]]>([
    ['every event of the type', own, []],
    ['every event of the source', { source: ['shop.checkout'] }, []],
    ['a filter of the data', { ...own, detail: { data: us } }, [{ of: 'data', pattern: us }]],
    [
      'a filter of the CloudEvent, too',
      { ...own, detail: { data: us, subject: ['a'] } },
      [{ of: 'event', pattern: { detail: { data: us, subject: ['a'] } } }],
    ],
    [
      'several filters, of which one has to match',
      { ...own, $or: [{ detail: { data: us } }, { account: ['1'] }] },
      [
        { of: 'data', pattern: us },
        { of: 'event', pattern: { account: ['1'] } },
      ],
    ],
    [
      'all, where one of several filters takes all',
      {
        source: ['shop.checkout'],
        $or: [{ detail: { data: us } }, { version: [{ exists: true }] }],
      },
      [],
    ],
    [
      'a pattern as a text',
      JSON.stringify({ ...own, detail: { data: us } }),
      [{ of: 'data', pattern: us }],
    ],
    [
      'names by prefix',
      { source: [{ prefix: 'shop.' }], 'detail-type': [{ wildcard: 'order.*.v1' }] },
      [],
    ],
    [
      'an $or within the data',
      { ...own, detail: { data: { $or: [us, { total: [1] }] } } },
      [{ of: 'data', pattern: { $or: [us, { total: [1] }] } }],
    ],
  ])('reads %s', (_, pattern, filters) => {
    expect(rule(pattern)).toEqual({ filters, named: true });
  });

  it.each([
    ['another source', { source: ['shop.other'] }],
    ['another type', { ...own, 'detail-type': ['order.cancelled.v1'] }],
    ['anything but the type', { 'detail-type': [{ 'anything-but': ['order.placed.v1'] }] }],
    ['no source at all', { source: [{ exists: false }] }],
    ['another type in the CloudEvent', { detail: { type: ['order.cancelled.v1'] } }],
    ['alternatives of which none takes it', { $or: [{ source: ['a'] }, { source: ['b'] }] }],
  ])('passes over %s', (_, pattern) => {
    expect(rule(pattern)).toBeUndefined();
  });

  it('says that a pattern without a name takes what the channel carries', () => {
    expect(rule({ account: ['111111111111'] })).toMatchObject({ named: false });
    expect(takes(undefined, event, scopes.body)).toEqual({ filters: [], named: false });
    expect(takes({}, event, scopes.attributes)).toEqual({ filters: [], named: false });
  });

  it.each([
    ['no object', 'nothing'],
    ['a list', ['a']],
    ['no pattern', { source: 'shop.checkout' }],
    ['a source that the deployment decides', { source: ['⟨parameter Source of Shop⟩'] }],
  ])('is in doubt about %s', (_, pattern) => {
    expect(rule(pattern)).toEqual({ filters: [], named: false, doubt: expect.any(String) });
  });

  it.each<[name: string, scope: Scope, pattern: object, of: string]>([
    ['a body', scopes.body, { type: ['order.placed.v1'], data: us }, 'data'],
    [
      'attributes',
      scopes.attributes,
      { type: ['order.placed.v1'], 'shipTo.country': ['US'] },
      'attributes',
    ],
  ])('reads the filter policy of %s', (_, scope, pattern, of) => {
    expect(takes(pattern, event, scope)).toMatchObject({ named: true, filters: [{ of }] });
    expect(takes({ ...pattern, type: ['order.other.v1'] }, event, scope)).toBeUndefined();
  });
});
