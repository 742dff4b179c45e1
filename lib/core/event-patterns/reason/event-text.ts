/**
 * Events as JSON texts, made of what shall stand at each path. Objects stand inside each other where
 * the paths allow it; a path that leads on below a value is written as a name with dots.
 */
import type { DialectName } from '../dialects/dialect';
import { readJson } from '../json/read';

/** JSON texts by path. */
export type Entries = ReadonlyMap<string, string>;

interface Branch {
  readonly members: Map<string, Branch | string>;
}

/** Deeper events are read by nobody. */
const mostLevels = 100;

/** The event with objects inside each other, and with names that are whole paths. */
export function eventsOf(entries: Entries): readonly string[] {
  const flat = objectText([...entries]);
  const root: Branch = { members: new Map() };
  for (const [path, value] of entries) {
    if (!insert(root, path.split('.'), value)) {
      root.members.set(path, value);
    }
  }
  const nested = branchText(root);
  return nested === flat ? [nested] : [nested, flat];
}

function insert(root: Branch, names: readonly string[], value: string): boolean {
  const last = names.at(-1);
  if (names.length > mostLevels || last === undefined) {
    return false;
  }
  let at = root;
  for (const name of names.slice(0, -1)) {
    const next = at.members.get(name) ?? { members: new Map() };
    if (typeof next === 'string') {
      return false;
    }
    at.members.set(name, next);
    at = next;
  }
  const free = !at.members.has(last);
  if (free) {
    at.members.set(last, value);
  }
  return free;
}

function branchText({ members }: Branch): string {
  return objectText(
    [...members].map(([name, member]) => [
      name,
      typeof member === 'string' ? member : branchText(member),
    ]),
  );
}

/** The JSON text of an object with these members, without those that are undefined. */
export function objectText(members: readonly (readonly [string, string | undefined])[]): string {
  const given = members.filter(([, value]) => value !== undefined);
  return `{${given.map(([name, value]) => `${JSON.stringify(name)}:${value}`).join()}}`;
}

/** A field, and what it may hold; undefined leaves it out. At least one. */
export interface Member {
  readonly name: string;
  readonly variants: readonly (string | undefined)[];
}

/** Objects of the fields: with the first variant of each, then with the others in turn. */
export function* objectTexts(members: readonly Member[]): Generator<string> {
  const first = members.map(({ name, variants }) => [name, variants[0]] as const);
  yield objectText(first);
  for (const [at, { name, variants }] of members.entries()) {
    for (const variant of variants.slice(1)) {
      yield objectText(first.with(at, [name, variant]));
    }
  }
}

/**
 * The event in the form in which `matches` takes it for the dialect: message attributes carry their
 * type, all else is what a pattern looks at.
 */
export function inDialect(dialect: DialectName, event: string): string {
  const node = readJson(event);
  if (dialect !== 'sns-attributes' || node.kind !== 'object') {
    return event;
  }
  const values: Record<string, { readonly Type: string; readonly Value: string }> = {};
  const parsed: Record<string, unknown> = JSON.parse(event);
  for (const { name, value } of node.members) {
    const [Type, Value] =
      value.kind === 'string' || value.kind === 'number'
        ? [value.kind === 'string' ? 'String' : 'Number', value.text]
        : ['String.Array', JSON.stringify(value.kind === 'array' ? parsed[name] : [parsed[name]])];
    Object.defineProperty(values, name, { value: { Type, Value }, enumerable: true });
  }
  return JSON.stringify(values);
}
