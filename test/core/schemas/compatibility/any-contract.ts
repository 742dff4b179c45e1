// Schemas as contracts have them: objects with fields that are asked for or not, choices that a
// field tells apart, definitions that lead to each other, and what the drafts have for closing.
import fc from 'fast-check';
import type { Draft } from '../api-gateway/any-schema';

const uris: Record<Draft, string> = {
  'draft-04': 'http://json-schema.org/draft-04/schema#',
  'draft-06': 'http://json-schema.org/draft-06/schema#',
  'draft-07': 'http://json-schema.org/draft-07/schema#',
  '2019-09': 'https://json-schema.org/draft/2019-09/schema',
  '2020-12': 'https://json-schema.org/draft/2020-12/schema',
};

type Schemas = fc.Arbitrary<unknown>;
type Parts = Record<string, Schemas>;

const names = ['id', 'kind', 'a', 'ab', 'x-1'];
const name = fc.constantFrom(...names);
const patterns = [
  '^[a-z]+$',
  '^[a-z0-9]+$',
  '^a',
  'b',
  '^x-',
  '^(?:US|CA)$',
  '^[A-Z]{2}$',
  '^(?!x)',
];
const pattern = fc.constantFrom(...patterns);
const count = fc.integer({ min: 0, max: 3 });
const number = fc.constantFrom(-1, 0, 0.5, 1, 2, 3);

const since = (draft: Draft, first: Draft): boolean =>
  Object.keys(uris).indexOf(draft) >= Object.keys(uris).indexOf(first);

/** Some of the members, each now and then. */
function some(parts: Parts, weight = 3): fc.Arbitrary<object> {
  const members = Object.entries(parts).map(([key, value]) =>
    fc.oneof(
      { arbitrary: fc.constant({}), weight },
      value.map((one) => ({ [key]: one })),
    ),
  );
  return fc.tuple(...members).map((found) => Object.assign({}, ...found) as object);
}

function text(): Schemas {
  const format = fc.constantFrom('date', 'email');
  return some({ minLength: count, maxLength: count, pattern, format }, 4).map((said) => ({
    ...{ type: 'string', ...said },
  }));
}

function numeric(draft: Draft): Schemas {
  const flags = draft === 'draft-04';
  const bound = flags ? fc.boolean() : number;
  const parts = {
    minimum: number,
    maximum: number,
    exclusiveMinimum: bound,
    exclusiveMaximum: bound,
  };
  return fc
    .tuple(
      fc.constantFrom('number', 'integer'),
      some({ ...parts, multipleOf: fc.constantFrom(0.5, 1, 2, 3) }),
    )
    .map(([type, said]) => ({ type, ...withoutBareFlags(said, flags) }));
}

function withoutBareFlags(said: object, flags: boolean): object {
  const { exclusiveMinimum, exclusiveMaximum, ...others } = said as Record<string, unknown>;
  if (!flags) return said;
  return {
    ...others,
    ...('minimum' in others && exclusiveMinimum !== undefined && { exclusiveMinimum }),
    ...('maximum' in others && exclusiveMaximum !== undefined && { exclusiveMaximum }),
  };
}

const listed: Schemas = fc.oneof(
  fc.subarray(['US', 'CA', 'a', 'ab', 'x-1'], { minLength: 1 }).map((one) => ({ enum: one })),
  fc.subarray([0, 1, 2, null, 'a', true], { minLength: 1 }).map((one) => ({ enum: one })),
);

function leaf(draft: Draft): Schemas {
  return fc.oneof(
    text(),
    numeric(draft),
    listed,
    fc.constantFrom({ type: 'boolean' }, { type: 'null' }, {}),
    fc.constantFrom({ type: ['string', 'null'] }, { type: ['integer', 'string'] }),
    fc.constant({ type: 'string', nullable: true }),
  );
}

function fields(schema: Schemas): Schemas {
  return fc.dictionary(name, schema, { minKeys: 1, maxKeys: 4, noNullPrototype: true });
}

const asked = fc.subarray(names, { minLength: 1, maxLength: 3 });

function object(draft: Draft, schema: Schemas): Schemas {
  const later: Parts = {
    ...(since(draft, 'draft-06') && { propertyNames: pattern.map((one) => ({ pattern: one })) }),
    ...(since(draft, '2019-09')
      ? { dependentRequired: fc.constantFrom({ id: ['kind'] }, { a: ['ab', 'id'] }) }
      : { dependencies: fc.constantFrom({ id: ['kind'] }, { a: { required: ['ab'] } }) }),
    ...(since(draft, '2019-09') && {
      dependentSchemas: fields(schema).map((one) => ({ id: { properties: one } })),
    }),
  };
  const common = {
    patternProperties: fc.dictionary(pattern, schema, { maxKeys: 2, noNullPrototype: true }),
  };
  const rest = fc.oneof(fc.constant(false), fc.constant(true), schema);
  return fc
    .tuple(
      fields(schema),
      some({ required: asked, additionalProperties: rest }, 1),
      some({ ...common, ...later, minProperties: count, maxProperties: count }, 8),
    )
    .map(([properties, said, more]) => ({ type: 'object', properties, ...said, ...more }));
}

function list(draft: Draft, schema: Schemas): Schemas {
  const tuple = fc.array(schema, { minLength: 1, maxLength: 2 });
  const later: Parts = {
    ...(since(draft, 'draft-06') && { contains: schema }),
    ...(since(draft, '2019-09') && { minContains: count, maxContains: count }),
  };
  const elements = since(draft, '2020-12')
    ? some({ prefixItems: tuple, items: fc.oneof(schema, fc.constant(false)) }, 1)
    : fc.oneof(
        schema.map((items) => ({ items })),
        fc
          .tuple(tuple, fc.oneof(schema, fc.constant(false)))
          .map(([items, additionalItems]) => ({ items, additionalItems })),
      );
  return fc
    .tuple(elements, some({ ...later, minItems: count, maxItems: count }, 2))
    .map(([said, more]) => ({ type: 'array', ...said, ...more }));
}

/** Branches that a field tells apart. */
function choice(draft: Draft, schema: Schemas): Schemas {
  const branch = fc
    .tuple(fc.constantFrom('US', 'CA', 'a'), fields(schema), fc.boolean(), fc.boolean())
    .map(([kind, properties, isClosed, isAsked]) => ({
      ...{ type: 'object', properties: { ...(properties as object), kind: { enum: [kind] } } },
      ...(isAsked && { required: ['kind'] }),
      ...(isClosed && { additionalProperties: false }),
    }));
  const branches = fc.array(fc.oneof(branch, branch, schema), { minLength: 2, maxLength: 3 });
  const closing = since(draft, '2019-09')
    ? some({ unevaluatedProperties: fc.constant(false), properties: fields(schema) }, 1)
    : fc.constant({});
  return fc
    .tuple(fc.constantFrom('anyOf', 'oneOf'), branches, closing)
    .map(([keyword, found, more]) => ({ ...more, [keyword]: found }));
}

function sum(draft: Draft, schema: Schemas): Schemas {
  const parts = fc.array(schema, { minLength: 1, maxLength: 2 });
  const later: Parts = {
    ...(since(draft, 'draft-07') &&
      Object.fromEntries(['if', 'then', 'else'].map((one) => [one, schema]))),
    ...(since(draft, '2019-09') && { unevaluatedProperties: fc.constant(false) }),
    ...(since(draft, '2019-09') && { unevaluatedItems: fc.constant(false) }),
  };
  return fc
    .tuple(fields(schema), parts, some({ ...later, not: schema, required: asked }, 1))
    .map(([properties, allOf, more]) => ({ properties, allOf, ...more }));
}

/** Any contract's schema; its definitions lead to each other and to the whole. */
export function contractOf(draft: Draft): fc.Arbitrary<object> {
  const home = since(draft, '2019-09') ? '$defs' : 'definitions';
  const $ref = fc.constantFrom(`#/${home}/one`, `#/${home}/two`, '#', '#/properties/a');
  const { schema } = fc.letrec<{ schema: unknown }>((tie) => ({
    schema: fc.oneof(
      { maxDepth: 2, depthSize: 'small' },
      { arbitrary: leaf(draft), weight: 6 },
      { arbitrary: object(draft, tie('schema')), weight: 4 },
      { arbitrary: list(draft, tie('schema')), weight: 2 },
      { arbitrary: choice(draft, tie('schema')), weight: 2 },
      { arbitrary: sum(draft, tie('schema')), weight: 1 },
      { arbitrary: fc.record({ $ref }), weight: 1 },
    ),
  }));
  const root = fc.oneof(
    { arbitrary: object(draft, schema), weight: 4 },
    choice(draft, schema),
    sum(draft, schema),
    list(draft, schema),
    leaf(draft),
  );
  return fc.tuple(root, schema, schema).map(([found, one, two]) => ({
    $schema: uris[draft],
    ...(found as object),
    [home]: { one, two },
  }));
}

/** Two small schemas of one kind, which often have something in common. */
export function pairOf(draft: Draft): fc.Arbitrary<readonly [object, object]> {
  const small = leaf(draft);
  const kinds: Schemas[] = [
    ...[text(), numeric(draft), listed, small],
    ...[list(draft, small), object(draft, small), choice(draft, small), sum(draft, small)],
  ];
  return fc.oneof(...kinds.map((kind) => fc.tuple(kind, kind))).map(([one, other]) => {
    return [
      { $schema: uris[draft], ...(one as object) },
      { $schema: uris[draft], ...(other as object) },
    ] as const;
  });
}
