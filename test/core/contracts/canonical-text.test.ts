import fc from 'fast-check';
import { canonicalText } from '../../../lib/core/contracts';
import type { JsonValue } from '../../../lib/core/schemas';

function reversed(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([name, member]) => [name, reversed(member)]),
  );
}

describe('canonicalText', () => {
  it('writes members in the order of their names, and lists as they are', () => {
    const schema = { type: 'object', enum: [2, 1], Z: { b: 1, a: 2 } };

    expect(canonicalText(schema)).toBe(
      '{\n  "Z": {\n    "a": 2,\n    "b": 1\n  },\n  "enum": [\n    2,\n    1\n  ],\n  "type": "object"\n}\n',
    );
  });

  it('is the same and loses nothing for every order of members', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const schema = { properties: JSON.parse(text) as JsonValue };
        const written = canonicalText(schema);
        expect(canonicalText({ properties: reversed(schema.properties) })).toBe(written);
        expect(JSON.parse(written)).toEqual(schema);
      }),
    );
  });

  it('keeps a member named __proto__', () => {
    expect(canonicalText(JSON.parse('{"__proto__":{"type":"string"}}'))).toContain('"__proto__"');
  });
});
