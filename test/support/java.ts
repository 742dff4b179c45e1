/**
 * What Velocity calls on Java's strings, maps and lists, for velocityjs, whose values are
 * JavaScript's. Anything else is not there, so that a template that calls it fails a test.
 */
const pattern = (text: unknown): string => String(text).replaceAll('\\x{', '\\u{');

const strings: Readonly<Record<string, (text: string, ...given: unknown[]) => unknown>> = {
  /** Literal, and all of it. */
  replace: (text, target, by) => text.split(String(target)).join(String(by)),
  replaceAll: (text, target, by) => text.replace(new RegExp(pattern(target), 'gu'), String(by)),
  /** Of the whole text. */
  matches: (text, given) => new RegExp(`^(?:${pattern(given)})$`, 'u').test(text),
  contains: (text, part) => text.includes(String(part)),
  startsWith: (text, part) => text.startsWith(String(part)),
  endsWith: (text, part) => text.endsWith(String(part)),
  concat: (text, other) => text + String(other),
  substring: (text, from, to) => text.substring(Number(from), to as number | undefined),
  toLowerCase: (text) => text.toLowerCase(),
  length: (text) => text.length,
};

type Fields = Record<string, unknown>;

const maps: Readonly<Record<string, (map: Fields, ...given: unknown[]) => unknown>> = {
  get: (map, key) =>
    Object.hasOwn(map, String(key)) ? (map[String(key)] ?? undefined) : undefined,
  put: (map, key, value) => {
    map[String(key)] = value;
  },
  containsKey: (map, key) => Object.hasOwn(map, String(key)),
  keySet: (map) => Object.keys(map),
  size: (map) => Object.keys(map).length,
};

const lists: Readonly<Record<string, (list: readonly unknown[]) => unknown>> = {
  size: (list) => list.length,
};

interface Call {
  readonly property: string;
  readonly params: unknown[];
  readonly context: unknown;
}

const isMap = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;

function methodOf({ property, context }: Call): ((...given: never[]) => unknown) | undefined {
  const methods = [
    typeof context === 'string' && strings,
    Array.isArray(context) && lists,
    isData(context) && maps,
  ].find(Boolean);
  if (!methods) return undefined;
  return Object.hasOwn(methods, property)
    ? (methods as Record<string, (...given: never[]) => unknown>)[property]
    : () => undefined;
}

/** A map of data, not one of the objects with functions that stand for API Gateway's own. */
const isData = (value: unknown): boolean =>
  isMap(value) && Object.values(value).every((member) => typeof member !== 'function');

export const java = {
  uid: 'java',
  match: (call: Call): boolean => methodOf(call) !== undefined,
  resolve: (call: Call): unknown =>
    methodOf(call)?.(...([call.context, ...call.params] as never[])),
};
