import { contractsMetadata } from '../../core/contracts';
import type { JsonObject, JsonValue } from '../../core/schemas';
import { canonical } from '../../core/schemas/json';
import { AssemblyError, type DeclaredContract } from './assembly';
import { isMembers, type Members, membersOf, textOf } from './read-file';

/** What the constructs of a stack declare, by the metadata of each. */
export function contractsIn(metadata: Members): DeclaredContract[] {
  return Object.entries(metadata).flatMap(([path, entries]) =>
    (Array.isArray(entries) ? entries : [])
      .map(membersOf)
      .filter(({ type }) => type === contractsMetadata)
      .flatMap(({ data }) => readDeclarations(path.replace(/^\//, ''), membersOf(data))),
  );
}

function readDeclarations(place: string, { contracts, directory }: Members): DeclaredContract[] {
  const given = Array.isArray(contracts) ? contracts : [];
  return given.map((contract: unknown) => {
    const description = typeof contract === 'string' ? parse(contract, place) : contract;
    if (!isDescription(description)) throw unreadable(place);
    const folder = textOf(directory);
    return { ...description, place, ...(folder !== undefined && { directory: folder }) };
  });
}

function parse(text: string, place: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw unreadable(place);
  }
}

const unreadable = (place: string): AssemblyError =>
  new AssemblyError(
    `${place} declares a contract that can't be read: synthesise with this version of cdk-spillway`,
  );

function isDescription(value: unknown): value is DeclaredContract {
  if (!isMembers(value)) return false;
  const texts = ['source', 'eventType', 'owner', 'compatibility', 'policy'];
  const isSchema = value['schema'] === undefined || isMembers(value['schema']);
  return texts.every((name) => typeof value[name] === 'string') && isSchema;
}

/** @throws AssemblyError where two declarations of one source and event type are not alike. */
export function mergeDeclarations(declarations: readonly DeclaredContract[]): DeclaredContract[] {
  const merged = new Map<string, DeclaredContract>();
  for (const next of [...declarations].sort(byPlace)) {
    const key = JSON.stringify([next.source, next.eventType]);
    const known = merged.get(key);
    merged.set(key, known === undefined ? next : merge(known, next));
  }
  return [...merged.values()].sort(byName);
}

function merge(known: DeclaredContract, next: DeclaredContract): DeclaredContract {
  const { place, directory = next.directory, ...own } = known;
  const { place: other, directory: otherDirectory = directory, ...twin } = next;
  const differing = Object.keys({ ...own, ...twin }).filter(
    (name) => textOfPart(own, name) !== textOfPart(twin, name),
  );
  if (directory !== otherDirectory) differing.push('contractsDirectory');
  if (differing.length > 0) {
    throw new AssemblyError(
      `${own.source} ${own.eventType} is declared twice, by ${place} and by ${other}, with another ${differing.join(', ')}: declare one contract for both`,
    );
  }
  return { ...known, ...(directory !== undefined && { directory }) };
}

const textOfPart = (of: object, name: string): string =>
  canonical(((of as JsonObject)[name] ?? null) as JsonValue);

const byPlace = (one: DeclaredContract, other: DeclaredContract): number =>
  compareTexts(one.place, other.place);

const byName = (one: DeclaredContract, other: DeclaredContract): number =>
  compareTexts(one.source, other.source) || compareTexts(one.eventType, other.eventType);

/** By code unit: the same order in every language. */
const compareTexts = (one: string, other: string): number =>
  one < other ? -1 : one > other ? 1 : 0;
