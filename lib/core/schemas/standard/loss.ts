/**
 * What JSON Schema can't carry of a library's schema. Libraries tell of it one by one while they
 * convert, and mostly without the place. So a mark is left in the JSON Schema where something is
 * lost, and the marks are collected from the finished one: their places are then the true ones.
 */
import { isObject, type JsonObject, type JsonValue } from '../json';
import { below } from '../pointer';

/** A `check` of the values is lost, or the value is of a `type` that JSON doesn't have. */
export interface Loss {
  readonly kind: 'check' | 'type';
  /** How it is called in its library. */
  readonly what: string;
  readonly fix: string;
}

export interface PlacedLoss extends Loss {
  /** JSON pointer into the JSON Schema. */
  readonly pointer: string;
}

const mark = 'x-cdk-spillway-loss';

type Converted = Record<string, unknown>;

/** Marks a place, beside what was lost there before. */
export function marked<T extends Converted>(schema: T, losses: readonly Loss[]): T {
  if (losses.length === 0) return schema;
  const before = Array.isArray(schema[mark]) ? schema[mark] : [];
  return { ...schema, [mark]: [...before, ...losses] };
}

/** The schema without marks, and what they say. */
export function collectLosses(schema: JsonObject): [JsonObject, PlacedLoss[]] {
  const losses: PlacedLoss[] = [];
  const copy = (value: JsonValue, pointer: string): JsonValue => {
    if (Array.isArray(value)) return value.map((one, at) => copy(one, below(pointer, [at])));
    if (!isObject(value)) return value;
    losses.push(...lossesAt(value, pointer));
    return Object.fromEntries(
      Object.entries(value)
        .filter(([name]) => name !== mark)
        .map(([name, member]) => [name, copy(member, below(pointer, [name]))]),
    );
  };
  return [copy(schema, '') as JsonObject, losses];
}

/** Libraries copy what they wrapped, marks included: each loss once a place. */
function lossesAt(schema: JsonObject, pointer: string): PlacedLoss[] {
  const found = (schema[mark] ?? []) as unknown as readonly Loss[];
  const texts = new Map(found.map((loss) => [loss.what, { ...loss, pointer }]));
  return [...texts.values()];
}
