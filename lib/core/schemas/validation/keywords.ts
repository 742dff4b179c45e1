/** Keywords of which ajv is too coarse, or too slow: in words of the helpers that go along. */
import type { Code, CodeKeywordDefinition, KeywordCxt, Name } from 'ajv';

type Keyword = CodeKeywordDefinition & { readonly keyword: string };

type Write = (texts: TemplateStringsArray, ...codes: (Code | number)[]) => Code;

export function keywords(): Keyword[] {
  const { _, Name } = require('ajv') as { _: Write; Name: new (text: string) => Name };
  const helper = ({ gen }: KeywordCxt, name: string): Name =>
    gen.scopeValue('func', { key: name, ref: {}, code: new Name(name) });
  // A character has one or two code units: they are counted only where that decides.
  const length = (keyword: string, operator: Code, quick: (limit: number) => number): Keyword => ({
    ...{ keyword, type: 'string', schemaType: 'number' },
    error: { message: '', params: ({ schemaCode }) => _`{limit: ${schemaCode as Code}}` },
    code: (context) => {
      const { data, schema } = context;
      const limit = Number(schema);
      const units = _`${data}.length ${operator} ${quick(limit)}`;
      const characters = _`${helper(context, 'ucs2length')}(${data}) ${operator} ${limit}`;
      context.fail(_`${units} && ${characters}`);
    },
  });
  return [
    length('maxLength', _`>`, (limit) => limit),
    length('minLength', _`<`, (limit) => 2 * limit - 1),
    {
      ...{ keyword: 'multipleOf', type: 'number', schemaType: 'number' },
      error: { message: '', params: ({ schemaCode }) => _`{multipleOf: ${schemaCode as Code}}` },
      code: (context) => {
        const { data, schema } = context;
        context.fail(_`!${helper(context, 'isMultiple')}(${data}, ${Number(schema)})`);
      },
    },
  ];
}
