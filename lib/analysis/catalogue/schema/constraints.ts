import { isObject, type JsonValue } from '../../../core/schemas/json';
import { first, type View } from './view';

/** A value as a reader sees it; a long one is cut. */
export function shown(value: JsonValue): string {
  const text = JSON.stringify(value);
  return text.length > longestValue ? `${text.slice(0, longestValue)}…` : text;
}

const longestValue = 120;

/** Of a long list the beginning says enough. */
function shownList(values: readonly JsonValue[]): string {
  const some = values.slice(0, mostValues).map(shown).join(', ');
  return values.length > mostValues ? `${some} and ${values.length - mostValues} more` : some;
}

const mostValues = 24;

type Say = (value: JsonValue, view: View) => string | undefined;

const isNumber = (value: JsonValue | undefined): value is number => typeof value === 'number';

/** A bound that excludes itself is a number of its own, up to draft-04 a flag beside the bound. */
const bound =
  (flag: string, within: string, beyond: string): Say =>
  (value, view) =>
    isNumber(value) ? `${first(view, flag) === true ? beyond : within} ${value}` : undefined;

const number =
  (say: (value: number) => string): Say =>
  (value) =>
    isNumber(value) ? say(value) : undefined;

const flag =
  (text: string): Say =>
  (value) =>
    value === true ? text : undefined;

const always =
  (text: string): Say =>
  () =>
    text;

const count = (value: number, one: string): string => `${value} ${one}${value === 1 ? '' : 's'}`;

/** In the order in which a reader wants to know. */
const rows: readonly (readonly [string, Say])[] = [
  ['const', (value) => `always ${shown(value)}`],
  ['enum', (value) => (Array.isArray(value) ? `one of ${shownList(value)}` : undefined)],
  [
    'x-extensible-enum',
    (value) => (Array.isArray(value) ? `${shownList(value)}, and others later` : undefined),
  ],
  ['minimum', bound('exclusiveMinimum', 'at least', 'more than')],
  ['exclusiveMinimum', number((value) => `more than ${value}`)],
  ['maximum', bound('exclusiveMaximum', 'at most', 'less than')],
  ['exclusiveMaximum', number((value) => `less than ${value}`)],
  ['multipleOf', number((value) => `a multiple of ${value}`)],
  ['minLength', number((value) => `at least ${count(value, 'character')}`)],
  ['maxLength', number((value) => `at most ${count(value, 'character')}`)],
  ['pattern', (value) => (typeof value === 'string' ? `matches ${value}` : undefined)],
  ['minItems', number((value) => `at least ${count(value, 'element')}`)],
  ['maxItems', number((value) => `at most ${count(value, 'element')}`)],
  ['uniqueItems', flag('no element twice')],
  ['contains', always('an element of a certain kind: see the schema')],
  ['minProperties', number((value) => `at least ${count(value, 'field')}`)],
  ['maxProperties', number((value) => `at most ${count(value, 'field')}`)],
  ['propertyNames', always('names of a certain form: see the schema')],
  ['dependentRequired', (value) => (isObject(value) ? sayDependent(value) : undefined)],
  ['dependencies', always('some fields go together: see the schema')],
  ['dependentSchemas', always('some fields go together: see the schema')],
  ['if', always('more depends on the values: see the schema')],
  ['not', always('not everything: see the schema')],
  ['default', (value) => `${shown(value)} if left out`],
];

function sayDependent(value: { readonly [name: string]: JsonValue }): string {
  return Object.entries(value)
    .map(([name, others]) => `${name} comes with ${Array.isArray(others) ? others.join(', ') : ''}`)
    .join('; ');
}

/** What narrows the values of a view, beyond their type. */
export function constraintsOf(view: View): string[] {
  const said = rows.flatMap(([keyword, say]) => {
    const value = first(view, keyword);
    return (value === undefined ? undefined : say(value, view)) ?? [];
  });
  const dangling = view.dangling.map((reference) => `described elsewhere: ${reference}`);
  return [...new Set([...said, ...dangling])];
}
