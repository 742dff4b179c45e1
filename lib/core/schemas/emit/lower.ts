/**
 * One way down through a schema of any draft, into the words of another language. The root and what
 * a `$ref` leads to become a class each, all other schemas stay in their places. What the language
 * has no words for is let through, never refused. Members are read in the order of their names, so
 * that the same schema gives the same classes however it was written down.
 */
import { assemble, never } from '../api-gateway/assemble';
import type { Given, Lower } from '../api-gateway/given';
import { isObject, type JsonObject, type JsonValue, sorted } from '../json';
import { below } from '../pointer';
import { readSchema } from '../read-schema';
import { openSchema, type SchemaDocument } from '../schema-document';
import { SchemaError, show } from '../schema-error';
import { annotate } from './annotations';
import { lossBelow } from './losses';
import type { ClassNames } from './names';

/** A language that schemas are written in. */
export interface Language {
  readonly lowers: readonly Lower[];
  readonly annotations: (schema: JsonObject) => JsonObject;
  /** The keywords that it has no words for. */
  readonly beyond: readonly string[];
  /** Where its classes stand, as a reference says it. */
  readonly home: string;
}

interface Run {
  readonly document: SchemaDocument;
  readonly language: Language;
  readonly names: ClassNames;
  readonly targets: Set<string>;
}

/**
 * The classes of a schema by their names, that of the root among them.
 *
 * @throws SchemaError for anything but a valid schema as a JSON object of at most 200 levels
 */
export function lowerTo(language: Language, schema: object, names: ClassNames): JsonObject {
  const document = openSchema(sorted(readSchema(schema)) as JsonObject);
  const run: Run = { document, language, names, targets: new Set(['']) };
  const classes: [string, JsonObject][] = [];
  // The set grows while it is walked: classes lead to others.
  for (const pointer of run.targets) {
    const lowered = lowerSchema(run, document.at(pointer) ?? true, pointer);
    classes.push([names.of(pointer), asClass(lowered)]);
  }
  return Object.fromEntries(classes);
}

/** A class that is but another name of one: generators want a schema in its place. */
const asClass = (schema: JsonObject): JsonObject =>
  Object.hasOwn(schema, '$ref') ? { allOf: [schema] } : schema;

function lowerSchema(run: Run, schema: JsonValue, pointer: string): JsonObject {
  if (typeof schema === 'boolean') return schema ? {} : never;
  if (!isObject(schema)) {
    throw new SchemaError(pointer, `${show(schema)} is no schema`, 'an object, true or false');
  }
  const given = giveSchema(run, schema, pointer);
  const { annotations, lowers } = run.language;
  const alone = schema['$ref'] !== undefined && /^draft/.test(given.dialect);
  const used = alone ? lowers.slice(0, 1) : lowers;
  return annotate(assemble(used.flatMap((lower) => lower(given))), annotations(schema));
}

function giveSchema(run: Run, schema: JsonObject, pointer: string): Given {
  const { document, language, names, targets } = run;
  return {
    ...{ schema, pointer, dialect: document.dialect },
    lower: (child, tokens) => lowerSchema(run, child, below(pointer, tokens)),
    refer: (reference) => {
      const place = document.resolve(reference, pointer);
      if (place === undefined) return undefined;
      targets.add(place);
      return { $ref: language.home + names.of(place) };
    },
    lossIn: (tokens) => lossBelow(document, below(pointer, tokens), language.beyond),
    lose: () => undefined,
    doubt: () => undefined,
  };
}
