import { readSchema } from '../../../lib/core/schemas/read-schema';
import { openSchema } from '../../../lib/core/schemas/schema-document';

const modern = {
  $id: 'https://shop.example/schemas/order.json',
  properties: { total: { $ref: 'money.json' } },
  $defs: {
    'a/b': { $anchor: 'only' },
    'p%q': true,
    money: { $id: 'money.json', $defs: { currency: { $anchor: 'c' } }, items: [{ type: 'null' }] },
    urn: { $id: 'urn:example:address', $dynamicAnchor: 'dyn' },
    twice: { $anchor: 'twice', $id: 'twice.json' },
    again: { $anchor: 'twice', $id: 'twice.json' },
    first: { $anchor: 'same' },
    second: { $anchor: 'same' },
    enum: { enum: [{ $id: 'https://shop.example/not-a-schema' }] },
  },
};

const old = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'https://shop.example/order.json#',
  definitions: {
    named: { $id: '#named' },
    ignored: { $id: 'https://shop.example/ignored.json', $ref: '#named' },
    anchored: { $anchor: 'modern' },
  },
};

const older = {
  $schema: 'https://json-schema.org/draft-04/schema',
  id: 'https://shop.example/order.json',
  definitions: { named: { id: '#named' }, other: { $id: 'https://shop.example/other.json' } },
};

describe('openSchema', () => {
  test.each([
    [undefined, '2020-12'],
    ['https://json-schema.org/draft/2020-12/schema', '2020-12'],
    ['http://json-schema.org/draft/2019-09/schema#', '2019-09'],
    ['https://json-schema.org/draft-07/schema', 'draft-07'],
    ['http://json-schema.org/draft-06/schema#', 'draft-06'],
    ['http://json-schema.org/draft-04/schema', 'draft-04'],
  ])('reads the draft of %s', ($schema, dialect) => {
    expect(openSchema(readSchema({ $schema })).dialect).toBe(dialect);
  });

  test.each([
    ['the root', modern, '#', '', ''],
    ['the root by nothing', modern, '', '', ''],
    ['the root by its name', modern, 'order.json', '', ''],
    ['the root by its URI', modern, 'https://shop.example/schemas/order.json#', '', ''],
    ['a pointer', modern, '#/properties/total', '', '/properties/total'],
    ['an escaped pointer', modern, '#/$defs/a~1b', '', '/$defs/a~1b'],
    ['an encoded pointer', modern, '#/%24defs/p%25q', '', '/$defs/p%q'],
    ['an anchor', modern, '#only', '', '/$defs/a~1b'],
    ['a dynamic anchor', modern, 'urn:example:address#dyn', '', '/$defs/urn'],
    ['a schema within', modern, 'money.json', '/properties/total', '/$defs/money'],
    [
      'a pointer within it',
      modern,
      'money.json#/$defs/currency',
      '',
      '/$defs/money/$defs/currency',
    ],
    ['an anchor within it', modern, 'money.json#c', '', '/$defs/money/$defs/currency'],
    ['an anchor from within', modern, '#c', '/$defs/money/items', '/$defs/money/$defs/currency'],
    ['an element', modern, 'money.json#/items/0', '', '/$defs/money/items/0'],
    ['the outer one from within', modern, 'order.json#/$defs', '/$defs/money', '/$defs'],
    ['a fragment as $id, in older drafts', old, '#named', '', '/definitions/named'],
    ['the root, whose $id ends in #', old, 'order.json', '/definitions/ignored', ''],
    ['a fragment as id, in draft-04', older, '#named', '', '/definitions/named'],
  ])('resolves %s', (_, schema, reference, place, pointer) => {
    expect(openSchema(readSchema(schema)).resolve(reference, place)).toBe(pointer);
  });

  test.each([
    ['a missing member', modern, '#/$defs/missing', ''],
    ['what every object inherits', modern, '#/$defs/constructor', ''],
    ['the prototype that every object has', modern, '#/$defs/__proto__', ''],
    ['the length of a list', modern, 'money.json#/items/length', ''],
    ['an element beyond the list', modern, 'money.json#/items/1', ''],
    ['an element spelt otherwise', modern, 'money.json#/items/00', ''],
    ['a list', modern, 'money.json#/items', ''],
    ['a text', modern, '#/$id', ''],
    ['a missing anchor', modern, '#missing', ''],
    ["another schema's anchor", modern, '#c', ''],
    ['an anchor that two have', modern, '#same', ''],
    ['a URI that two have', modern, 'twice.json', ''],
    ['another document', modern, 'https://elsewhere.example/order.json', ''],
    ['broken encoding', modern, '#/%', ''],
    ['no URI', modern, 'http://[', ''],
    ['a file beside a URN', modern, 'money.json', '/$defs/urn'],
    ['an $id that is data', modern, 'https://shop.example/not-a-schema', ''],
    ['an $id beside $ref, in older drafts', old, 'ignored.json', ''],
    ['an anchor, in older drafts', old, '#modern', ''],
    ['an $id, in draft-04', older, 'other.json', ''],
  ])('finds nothing for %s', (_, schema, reference, place) => {
    expect(openSchema(readSchema(schema)).resolve(reference, place)).toBeUndefined();
  });

  test('gives what a pointer leads to', () => {
    expect(openSchema(readSchema(modern)).at('/$defs/a~1b')).toEqual({ $anchor: 'only' });
  });
});
