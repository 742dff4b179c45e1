/** Whether two versions of a schema live together, and what breaks where they don't. */
import { below } from '../pointer';
import { openSession } from './comparison';
import type { SchemaFile } from './form';
import { claim } from './parts';
import { openFile } from './schema-file';
import { type Finding, type Policy, TooMuchWork } from './session';

export type { Policy } from './session';

/**
 * Which events meet which schema. BACKWARD: a new reader meets old events, as a replay brings them.
 * FORWARD: an old consumer meets new events. FULL: both. A `_TRANSITIVE` mode asks every earlier
 * version, the others only the last one.
 */
export const compatibilityModes = [
  ...(['BACKWARD', 'FORWARD', 'FULL'] as const),
  ...(['BACKWARD_TRANSITIVE', 'FORWARD_TRANSITIVE', 'FULL_TRANSITIVE'] as const),
] as const;

export type CompatibilityMode = (typeof compatibilityModes)[number];

export interface CompareOptions {
  /** @default FULL_TRANSITIVE */
  readonly mode?: CompatibilityMode;
  /**
   * What a writer emits where its schema is open: only what it declares (`lenient`), or anything
   * that its schema lets through (`strict`).
   *
   * @default lenient
   */
  readonly policy?: Policy;
}

/** Data that one version may emit and the other refuses. */
export interface Break {
  /** JSON pointer into the data; `*` is any element of a list, or any other property. */
  readonly path: string;
  /** JSON pointer to what refuses it, in the reader's schema. */
  readonly schemaPath: string;
  readonly keyword: string;
  /** What each side says, in words. */
  readonly reason: string;
  /** Who is hurt: a new reader by an old event, or an old consumer by a new event. */
  readonly breaks: 'a replayed old event' | 'an old consumer';
}

/**
 * Everything that keeps two versions of a schema from living together: nothing if they do. What is
 * not understood counts as breaking, and is said so; what this finds compatible is.
 *
 * @param older the accepted version, and `newer` the one to come: each an object, `true` or `false`.
 * @throws SchemaError for what is no schema of its draft.
 */
export function compareSchemas(
  older: unknown,
  newer: unknown,
  options: CompareOptions = {},
): Break[] {
  return compareFiles(openFile(older, 'old'), openFile(newer, 'new'), options);
}

function compareFiles(old: SchemaFile, latest: SchemaFile, options: CompareOptions): Break[] {
  const { mode = 'FULL_TRANSITIVE', policy = 'lenient' } = options;
  return [
    ...(mode.startsWith('FORWARD') ? [] : breaksOf(old, latest, policy)),
    ...(mode.startsWith('BACKWARD') ? [] : breaksOf(latest, old, policy)),
  ];
}

/** A break with the version that has it, as an index into those that were given. */
export interface VersionBreak extends Break {
  readonly version: number;
}

/**
 * Everything that keeps a schema to come from living with earlier versions: with all of them in a
 * `_TRANSITIVE` mode, with the last one in others.
 *
 * @param versions the accepted versions, the oldest first.
 * @throws SchemaError for what is no schema of its draft.
 */
export function compareVersions(
  versions: readonly unknown[],
  newer: unknown,
  options: CompareOptions = {},
): VersionBreak[] {
  const { mode = 'FULL_TRANSITIVE' } = options;
  const from = mode.endsWith('_TRANSITIVE') ? 0 : Math.max(0, versions.length - 1);
  const latest = openFile(newer, 'new');
  return versions.slice(from).flatMap((older, at) =>
    compareFiles(openFile(older, 'old'), latest, options).map((one) => ({
      ...one,
      version: from + at,
    })),
  );
}

/**
 * Looks at a schema as {@link compareSchemas} does.
 *
 * @throws SchemaError for what is no schema of its draft.
 */
export function checkSchema(given: unknown): void {
  openFile(given, '');
}

const mostImportant = ['type', 'required', 'enum', 'const', 'anyOf', 'oneOf'];

/** What a writer emits and a reader refuses, the most important first. */
function breaksOf(writer: SchemaFile, reader: SchemaFile, policy: Policy): Break[] {
  const found = findingsOf(writer, reader, policy).map((one) => toBreak(one, writer));
  return found.sort((one, other) => weightOf(one) - weightOf(other));
}

/** First at a glance; more closely only if that isn't enough. */
function findingsOf(writer: SchemaFile, reader: SchemaFile, policy: Policy): readonly Finding[] {
  const coarse = compare(writer, reader, policy, false);
  if (coarse?.length === 0) return [];
  const emits = 'takes too long to be compared: simplify one of the two';
  const tooMuch = { path: [], node: reader.root, keyword: '', wants: 'was not compared', emits };
  return (coarse && compare(writer, reader, policy, true)) ?? coarse ?? [tooMuch];
}

const leastSteps = 10_000;

/** Undefined where it takes too long. */
function compare(
  writer: SchemaFile,
  reader: SchemaFile,
  policy: Policy,
  isExact: boolean,
): readonly Finding[] | undefined {
  try {
    const steps = leastSteps + (writer.size + reader.size) / 20;
    const session = openSession({ policy, writer: writer.label, isExact, steps });
    return session.compare([claim(writer.root)], reader.root);
  } catch (error) {
    if (error instanceof TooMuchWork) return undefined;
    throw error;
  }
}

function toBreak({ path, node, keyword, wants, emits }: Finding, writer: SchemaFile): Break {
  const isOld = writer.label === 'old';
  const [reading, writing] = isOld ? ['new', 'old'] : ['old', 'new'];
  const isThere = typeof node.schema === 'object' && Object.hasOwn(node.schema, keyword);
  return {
    path: below('', path),
    schemaPath: isThere ? below(node.pointer, [keyword]) : node.pointer,
    keyword,
    reason: `the ${reading} schema ${wants}, the ${writing} one ${emits}`,
    breaks: isOld ? 'a replayed old event' : 'an old consumer',
  };
}

/** Shallow places come first, and in one place what is wrong altogether. */
function weightOf({ path, keyword }: Break): number {
  const rank = mostImportant.indexOf(keyword);
  return path.split('/').length * 10 + (rank === -1 ? mostImportant.length : rank);
}
