/**
 * A schema of any draft becomes one that quicktype reads as it is meant. quicktype knows properties,
 * maps, lists, texts with their cases, references and choices; what it would drop, misread or refuse
 * (conditions, tuples, constants that are no text, `nullable`, bare bounds, `false`) is put in those
 * words, and bounds are left out: what is generated reads every event that is meant, not only those.
 *
 * Two runs: which schemas references lead to is known when all have been met. Those become
 * definitions, so that each type is generated once.
 */
import type { JsonObject, JsonValue } from '../../../core/schemas';
import { isObject } from '../../../core/schemas/json';
import { below } from '../../../core/schemas/pointer';
import { readSchema } from '../../../core/schemas/read-schema';
import { openSchema, type SchemaDocument } from '../../../core/schemas/schema-document';
import { SchemaError, show } from '../../../core/schemas/schema-error';
import { annotationsOf } from './annotations';
import { nameDefinitions } from './definition-names';
import { lowerList } from './lists';
import { lowerObject, requiredOf } from './objects';
import { anyOf, type Lowered, type Place, saysNothing } from './place';
import { listedValues, lowerListed, typesOf } from './values';

export interface LoweredSchema {
  readonly root: JsonObject;
  readonly definitions: JsonObject;
}

interface Run {
  readonly document: SchemaDocument;
  /** By pointer, what refers to it; grows in the first run. */
  readonly references: ReadonlyMap<string, string>;
  readonly met: Set<string>;
}

/**
 * @param rootReference where the root will stand.
 * @throws SchemaError for a reference that leads out of the schema, or nowhere.
 */
export function lowerForQuicktype(schema: JsonObject, rootReference: string): LoweredSchema {
  const document = openSchema(readSchema(schema));
  const met = runDown({ document, references: new Map(), met: new Set() }).met;
  const names = nameDefinitions([...met].filter((pointer) => pointer !== ''));
  const references = new Map([
    ['', rootReference],
    ...[...names].map(([pointer, name]) => [pointer, `#/definitions/${name}`] as const),
  ]);
  const { root, targets } = runDown({ document, references, met: new Set() });
  const definitions = [...names].map(([pointer, name]) => [name, targets.get(pointer) ?? {}]);
  return { root: root ?? {}, definitions: Object.fromEntries(definitions) };
}

function runDown(run: Run) {
  const root = lowerAt(run, run.document.root, '', false);
  const targets = new Map<string, Lowered>();
  // The set grows while it is walked: definitions lead to others.
  for (const pointer of run.met) {
    if (pointer !== '') {
      targets.set(pointer, lowerAt(run, run.document.at(pointer) ?? true, pointer, false));
    }
  }
  return { root, targets, met: run.met };
}

function lowerAt(run: Run, schema: JsonValue, pointer: string, shared: boolean): Lowered {
  if (typeof schema === 'boolean') return schema ? {} : undefined;
  if (!isObject(schema)) {
    throw new SchemaError(pointer, `${show(schema)} is no schema`, 'an object, true or false');
  }
  const child: (isShared: boolean) => Place['lower'] = (isShared) => (value, tokens) => {
    const place = below(pointer, tokens);
    if (value === undefined) return {};
    return run.references.has(place) ? refer(run, place) : lowerAt(run, value, place, isShared);
  };
  const combined = ['$ref', 'allOf', 'anyOf', 'oneOf'].some((name) => schema[name] !== undefined);
  return lowerPlace({
    ...{ document: run.document, schema, pointer, shared: shared || combined },
    ...{ lower: child(false), lowerShared: child(true) },
    refer: (reference) => {
      const target = run.document.resolve(reference, pointer);
      if (target !== undefined) return refer(run, target);
      throw new SchemaError(
        below(pointer, ['$ref']),
        `${show(reference)} leads to no schema in here`,
        'a reference to one of its own definitions',
      );
    },
  });
}

function refer(run: Run, pointer: string): Lowered {
  if (run.document.at(pointer) === false) return undefined;
  run.met.add(pointer);
  return { $ref: run.references.get(pointer) ?? '#' };
}

function lowerPlace(place: Place): Lowered {
  const { schema, document } = place;
  const references = referencesOf(place);
  // Up to draft-07 everything beside $ref is ignored.
  if (references.length > 0 && /^draft/.test(document.dialect)) return references[0];
  const own = lowerOwn(place);
  const parts = [own, ...references, ...combinedOf(place)];
  const [first, ...others] = parts.filter((part) => part === undefined || !saysNothing(part));
  const required = own !== undefined && saysNothing(own) ? requiredOf(place) : [];
  const all = [first, ...others, ...(required.length > 0 ? [{ required }] : [])];
  if (parts.includes(undefined)) return undefined;
  const notes = annotationsOf(schema);
  if (first === undefined) return { ...notes, ...(required.length > 0 && { required }) };
  return all.length === 1 ? { ...first, ...notes } : { ...notes, allOf: all.map(typed) };
}

/** Beside others, what must be there is a matter of objects. */
const typed = (part: Lowered): JsonObject =>
  part !== undefined && saysNothing(part) ? { type: 'object', ...part } : (part ?? {});

function lowerOwn(place: Place): Lowered {
  const types = typesOf(place);
  const listed = listedValues(place);
  if (listed !== undefined) return lowerListed(listed, types);
  if (types === undefined) return {};
  return {
    type: types.length === 1 ? (types[0] ?? '') : [...new Set(types)],
    ...(types.includes('object') && lowerObject(place)),
    ...(types.includes('array') && lowerList(place)),
  };
}

function referencesOf({ schema, refer }: Place): Lowered[] {
  return ['$ref', '$dynamicRef', '$recursiveRef']
    .map((keyword) => schema[keyword])
    .filter((reference) => typeof reference === 'string')
    .map(refer);
}

function combinedOf({ schema, lowerShared }: Place): Lowered[] {
  const branchesOf = (keyword: string): Lowered[] => {
    const branches = schema[keyword];
    return Array.isArray(branches)
      ? branches.map((branch: JsonValue, at) => lowerShared(branch, [keyword, at]))
      : [];
  };
  const choices = ['anyOf', 'oneOf']
    .filter((keyword) => Array.isArray(schema[keyword]))
    .map((keyword) => anyOf(branchesOf(keyword)));
  return [...branchesOf('allOf'), ...choices];
}
