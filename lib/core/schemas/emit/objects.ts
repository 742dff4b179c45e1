/** What objects may hold, and must. OpenAPI 3.0 can't tell properties by a pattern of their name. */
import { countAt, type Given, type Lower, membersAt, namesIn } from '../api-gateway/given';
import type { JsonObject, JsonValue } from '../json';

export const draft4Objects: Lower = (given) => [
  {
    ...lowerMap(given, 'properties'),
    ...lowerMap(given, 'patternProperties'),
    ...additional(lowerAdditional(given)),
  },
  bounds(given),
];

export const openApiObjects: Lower = (given) => [
  { ...lowerMap(given, 'properties'), ...additional(additionalOrPatterned(given)) },
  bounds(given),
];

function bounds(given: Given): JsonObject {
  const { required: names } = given.schema;
  const required = names === undefined ? [] : namesIn(given, ['required'], names).sort();
  const minProperties = countAt(given, 'minProperties') ?? 0;
  const maxProperties = countAt(given, 'maxProperties');
  return {
    ...(required.length > 0 && { required }),
    ...(minProperties > 0 && { minProperties }),
    ...(maxProperties !== undefined && { maxProperties }),
  };
}

function lowerMap(given: Given, keyword: string): JsonObject {
  const members = membersAt(given, keyword).map(([name, schema]) => [
    name,
    given.lower(schema, [keyword, name]),
  ]);
  return members.length === 0 ? {} : { [keyword]: Object.fromEntries(members) };
}

type Additional = JsonObject | false | undefined;

function lowerAdditional(given: Given): Additional {
  const schema: JsonValue | undefined = given.schema['additionalProperties'];
  if (schema === undefined || schema === true) return undefined;
  return schema === false ? false : given.lower(schema, ['additionalProperties']);
}

/** A property that fits a pattern is an additional one there: it is what one of these says. */
function additionalOrPatterned(given: Given): Additional {
  const others = lowerAdditional(given);
  const patterned = membersAt(given, 'patternProperties').map(([pattern, schema]) =>
    given.lower(schema, ['patternProperties', pattern]),
  );
  if (others === undefined || patterned.length === 0) return others;
  const [first, ...rest] = others === false ? patterned : [...patterned, others];
  return first !== undefined && rest.length === 0 ? first : { anyOf: [first ?? {}, ...rest] };
}

const additional = (schema: Additional): JsonObject =>
  schema === undefined ? {} : { additionalProperties: schema };
