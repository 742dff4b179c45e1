/**
 * Where two JSON values differ: a line for each place, with both sides. Objects are compared field by field and lists item by item, so that a line
 * shows the little that is different, not the whole that it stands in.
 */
export function differences(expected: unknown, actual: unknown, path = ''): string[] {
  if (Object.is(expected, actual)) return [];
  if (!isContainer(expected) || !isContainer(actual)) return [line(path, expected, actual)];
  if (Array.isArray(expected) !== Array.isArray(actual)) return [line(path, expected, actual)];
  const names = new Set([...Object.keys(expected), ...Object.keys(actual)]);
  return [...names].flatMap((name) =>
    differences(fieldOf(expected, name), fieldOf(actual, name), `${path}/${name}`),
  );
}

type Container = Readonly<Record<string, unknown>>;

const isContainer = (value: unknown): value is Container =>
  typeof value === 'object' && value !== null;

const fieldOf = (value: Container, name: string): unknown =>
  Object.hasOwn(value, name) ? value[name] : undefined;

function line(path: string, expected: unknown, actual: unknown): string {
  return `${path || '(all)'}: expected ${shown(expected)}, but is ${shown(actual)}`;
}

const longest = 160;

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'absent';
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
