import { sns } from '../limits';

/** Of a name in a path, and of a message attribute's name between its dots. */
const part = '[A-Za-z0-9_-]+';
const fitting = new RegExp(`^(?!aws\\.|amazon\\.)${part}(?:\\.${part})*$`, 'i');

/** What belongs where a field of the data is named as a message attribute. */
export const dataPathExpected = `names of fields joined with dots, such as shipTo.country: A-Z, a-z, 0-9, _ and -, together at most ${sns.messageAttributeName.max} characters, not starting with AWS. or Amazon.`;

/**
 * Whether a field of the data can be a message attribute of that name. SNS and SQS want the same.
 *
 * @see https://docs.aws.amazon.com/sns/latest/dg/sns-message-attributes.html
 */
export function isDataPath(path: unknown): path is string {
  return (
    typeof path === 'string' && path.length <= sns.messageAttributeName.max && fitting.test(path)
  );
}

/** What stands at a path; nothing where the data has no such field; or why that can't be told. */
export interface FoundField {
  readonly value?: unknown;
  readonly fault?: {
    /** From `data` on. */
    readonly path: string;
    readonly value: unknown;
    readonly expected: string;
  };
}

/**
 * Looks for a field by its own properties. A path that leads through a list has many values, and a
 * name that itself holds the path's dots is the same field to a filter on the body: both are
 * faults, as the attribute would say less than the body does.
 */
export function findField(data: unknown, path: string): FoundField {
  const names = path.split('.');
  let value = data;
  for (const [depth, name] of names.entries()) {
    const place = ['data', ...names.slice(0, depth)].join('.');
    if (Array.isArray(value)) return { fault: inList(place, value, path) };
    if (typeof value !== 'object' || value === null) return {};
    const dotted = dottedName(value, names.slice(depth));
    if (dotted !== undefined) return { fault: besideDots(place, value, dotted) };
    if (!Object.hasOwn(value, name)) return {};
    value = Reflect.get(value, name);
  }
  return value === undefined ? {} : { value };
}

function inList(place: string, value: unknown, path: string): FoundField['fault'] {
  const expected = `an object, as the message attribute ${path} has no place for a value each element`;
  return { path: place, value, expected };
}

function besideDots(place: string, object: object, name: string): FoundField['fault'] {
  const expected = 'a name without dots, as a filter takes dots for fields inside fields';
  return {
    path: `${place}[${JSON.stringify(name)}]`,
    value: Reflect.get(object, name),
    expected,
  };
}

function dottedName(object: object, names: readonly string[]): string | undefined {
  const joined = names.slice(1).map((_, at) => names.slice(0, at + 2).join('.'));
  return joined.find((name) => Object.hasOwn(object, name));
}
