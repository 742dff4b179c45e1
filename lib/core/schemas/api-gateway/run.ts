/**
 * One way down through a document. Every schema becomes one of draft-04: the root in its place, what
 * a `$ref` leads to as a definition of its own, wherever it stood, and all others in theirs. Next to
 * the result stands what was found on the way: the losses, and which schema asks which other one.
 */
import { isObject, type JsonObject, type JsonValue } from '../json';
import { below } from '../pointer';
import type { SchemaDocument } from '../schema-document';
import { SchemaError, show } from '../schema-error';
import { lowerArrays } from './arrays';
import { assemble, never } from './assemble';
import { lowerCombinators, lowerReference } from './combinators';
import { lowerDependencies } from './dependencies';
import type { Given, LostKeyword, Lower } from './given';
import { lowerNumbers } from './numbers';
import { lowerObjects } from './objects';
import { lowerStrings } from './strings';
import { reportIgnored, reportUnchecked } from './unchecked';
import { lowerEnum, lowerType } from './values';

/** What an earlier run found out. */
export interface Known {
  /** The definitions, by the pointer to what they are made of. */
  readonly names: ReadonlyMap<string, string>;
  /** Where something is lost, by the pointer to the schema that therefore says less. */
  readonly losses: ReadonlyMap<string, string>;
}

export interface Edge {
  readonly from: string;
  readonly to: string;
  /** Both judge the same value. */
  readonly inPlace: boolean;
}

export interface Outcome {
  readonly root: JsonObject;
  readonly definitions: JsonObject;
  readonly lost: readonly LostKeyword[];
  /** The places that references lead to. */
  readonly targets: ReadonlySet<string>;
  readonly edges: readonly Edge[];
  /** Where something is or may be lost, by the pointer to the schema which holds the keyword. */
  readonly losses: ReadonlyMap<string, string>;
}

interface Run {
  readonly document: SchemaDocument;
  /** Absent in the first run. */
  readonly known?: Known;
  readonly lost: LostKeyword[];
  readonly targets: Set<string>;
  readonly edges: Edge[];
  readonly losses: Map<string, string>;
  /** What the first run has met: it needs no schema twice, the second writes some in two roles. */
  readonly met: Set<string>;
}

const lowerAll: readonly Lower[] = [
  ...[lowerReference, lowerType, lowerEnum, lowerNumbers, lowerStrings],
  ...[lowerArrays, lowerObjects, lowerDependencies, lowerCombinators],
];

export function runDown(document: SchemaDocument, known?: Known): Outcome {
  const run: Run = {
    ...{ document, ...(known && { known }), lost: [], targets: new Set(), edges: [] },
    ...{ losses: new Map(), met: new Set() },
  };
  const root = lowerSchema(run, document.root, '');
  const definitions: [string, JsonObject][] = [];
  // The set grows while it is walked: definitions lead to others.
  for (const pointer of run.targets) {
    if (pointer !== '') {
      const lowered = lowerSchema(run, document.at(pointer) ?? true, pointer);
      definitions.push([known?.names.get(pointer) ?? pointer, lowered]);
    }
  }
  const { lost, targets, edges, losses } = run;
  return { root, definitions: Object.fromEntries(definitions), lost, targets, edges, losses };
}

function lowerSchema(run: Run, schema: JsonValue, pointer: string): JsonObject {
  if (run.known === undefined && run.met.has(pointer)) return {};
  run.met.add(pointer);
  if (typeof schema === 'boolean' && run.document.dialect !== 'draft-04') {
    return schema ? {} : never;
  }
  if (!isObject(schema)) {
    throw new SchemaError(
      pointer,
      `${show(schema)} is no schema`,
      'an object, or since draft-06 true or false',
    );
  }
  const given = giveSchema(run, schema, pointer);
  if (schema['$ref'] !== undefined && /^draft/.test(given.dialect)) {
    reportIgnored(given);
    return assemble(lowerReference(given));
  }
  reportUnchecked(given);
  return assemble(lowerAll.flatMap((lower) => lower(given)));
}

function giveSchema(run: Run, schema: JsonObject, pointer: string): Given {
  const { document, known, losses } = run;
  const doubt: Given['doubt'] = (tokens) => {
    if (!losses.has(pointer)) losses.set(pointer, below(pointer, tokens));
  };
  return {
    ...{ schema, pointer, dialect: document.dialect, doubt },
    lower: (child, tokens, inPlace) => {
      const place = below(pointer, tokens);
      run.edges.push({ from: pointer, to: place, inPlace: inPlace !== undefined });
      return known?.names.has(place) ? refer(run, place) : lowerSchema(run, child, place);
    },
    refer: (reference) => {
      const place = document.resolve(reference, pointer);
      if (place === undefined) return undefined;
      run.edges.push({ from: pointer, to: place, inPlace: true });
      return refer(run, place);
    },
    lossIn: (tokens) => known?.losses.get(below(pointer, tokens)),
    lose: (tokens, reason) => {
      run.lost.push({ path: below(pointer, tokens), keyword: String(tokens[0]), reason });
      doubt(tokens);
    },
  };
}

function refer(run: Run, place: string): JsonObject {
  run.targets.add(place);
  return { $ref: place === '' ? '#' : `#/definitions/${run.known?.names.get(place) ?? ''}` };
}
