import { embed } from '../../../lib/analysis/report/asyncapi/embed';

describe('embed', () => {
  it('turns references into pointers from the top of the document', () => {
    const schema = {
      $defs: { a: { type: 'string' }, 'b c': { $ref: '#/$defs/a' } },
      properties: { x: { $ref: '#/$defs/b%20c' }, y: { $ref: '#' } },
    };

    expect(embed(schema, '/components/x')).toEqual({
      $defs: { a: { type: 'string' }, 'b c': { $ref: '#/components/x/$defs/a' } },
      properties: {
        x: { $ref: '#/components/x/$defs/b%20c' },
        y: { $ref: '#/components/x' },
      },
    });
  });

  it('leaves out what would open a schema of its own, and reads references by it', () => {
    const schema = {
      ...{ $schema: 'https://json-schema.org/draft/2020-12/schema', $id: 'https://a.example/one' },
      $defs: { inner: { $id: 'two', $anchor: 'here', type: 'string' } },
      properties: { x: { $ref: 'two' }, y: { $ref: 'two#here' } },
    };

    expect(embed(schema, '/p')).toEqual({
      $defs: { inner: { $anchor: 'here', type: 'string' } },
      properties: { x: { $ref: '#/p/$defs/inner' }, y: { $ref: '#/p/$defs/inner' } },
    });
  });

  it('leaves fields alone that are called as keywords are', () => {
    const $schema = 'http://json-schema.org/draft-04/schema#';
    const fields = { $id: { type: 'string' }, id: { type: 'string' }, $ref: { type: 'string' } };
    const examples = { default: { $ref: '#/nowhere', id: '1' } };

    expect(embed({ $schema, id: 'urn:a', properties: fields, ...examples }, '/p')).toEqual({
      ...{ properties: fields, ...examples },
    });
  });

  it('writes a # of a name as a URI does', () => {
    const schema = { $defs: { 'a#b': true }, properties: { x: { $ref: '#/$defs/a%23b' } } };

    expect(embed(schema, '/p')).toMatchObject({ properties: { x: { $ref: '#/p/$defs/a%23b' } } });
  });

  it('leaves a reference that leads nowhere', () => {
    const schema = { properties: { x: { $ref: 'https://a.example/b' }, y: { $ref: '#/none' } } };

    expect(embed(schema, '/p')).toEqual(schema);
  });

  it('follows a reference to where no draft expects a schema', () => {
    const schema = { shared: { a: { $ref: '#/shared/b' }, b: {} }, $ref: '#/shared/a' };

    expect(embed(schema, '/p')).toEqual({
      shared: { a: { $ref: '#/p/shared/b' }, b: {} },
      $ref: '#/p/shared/a',
    });
  });
});
