import { parseInputPath, readEvent, selectPath } from '../../../lib/core/input-transformers';
import { writeJson } from '../../../lib/core/input-transformers/write';

const event = `{
  "id": "1", "resources": ["a", "b"],
  "detail": {
    "price": 19.90, "big": 12345678901234567890, "nothing": null,
    "items": [{"sku": "A"}, {"sku": "B", "n": 2}, {}, 7],
    "a.b": 1, "a": {"b": 2}, "twice": {"x": 1, "x": 2},
    "mixed": [{"x": 0}, {"x": 1, "x": 2}], "__proto__": {"p": true}
  }
}`;

function select(path: string): string | object {
  const selection = selectPath(readEvent(event), parseInputPath(path));
  return 'found' in selection ? writeJson(selection.found) : selection;
}

describe('selectPath', () => {
  test.each([
    ['a text', '$.id', '"1"'],
    ['a number as it is spelt', '$.detail.price', '19.90'],
    ['a number beyond a double', '$.detail.big', '12345678901234567890'],
    ['a null', '$.detail.nothing', 'null'],
    ['an object', '$.detail.a', '{"b":2}'],
    ['a list', '$.resources', '["a","b"]'],
    ['an element', '$.resources[1]', '"b"'],
    ['a member of an element', '$.detail.items[1].sku', '"B"'],
    ['a way through objects, not a name with a dot', '$.detail.a.b', '2'],
    ['__proto__', '$.detail.__proto__.p', 'true'],
    ['all elements', '$.resources[*]', '["a","b"]'],
    ['what some elements have', '$.detail.items[*].sku', '["A","B"]'],
    ['what one element has', '$.detail.items.*.n', '[2]'],
    ['members of one name side by side', '$.detail.twice', '{"x":1,"x":2}'],
  ])('finds %s', (_, path, found) => {
    expect(select(path)).toBe(found);
  });

  test.each([
    ['a member that is not there', '$.detail.state'],
    ['a member of a text', '$.id.length'],
    ['a member of a list', '$.detail.items.sku'],
    ['an element of an object', '$.detail[0]'],
    ['an element beyond the end', '$.resources[2]'],
    ['an element beyond any list', `$.resources[${'9'.repeat(200)}]`],
    ['what every object inherits', '$.detail.constructor'],
  ])('finds nothing for %s', (_, path) => {
    expect(select(path)).toEqual({ missing: `the event has nothing at ${path}` });
  });

  test.each([
    ['a path that is not read', "$['id']", "what ['id'] means"],
    ['two members of one name', '$.detail.twice.x', 'which of two members of one name'],
    ['a wildcard for members', '$.detail.*', 'the order in which a wildcard gives members'],
    ['a wildcard that finds nothing', '$.detail.items[*].price', 'where it finds nothing'],
    ['a wildcard for members of one element', '$.detail.items[*].*', 'the order in which'],
    ['two members of one name in one element', '$.detail.mixed[*].x', 'which of two members'],
  ])('says of %s that it is not documented', (_, path, reason) => {
    expect(select(path)).toEqual({ unclear: expect.stringContaining(reason) });
  });
});
