/**
 * Why a field is not there. The nearest reason wins: something on the way that has no fields, a name
 * that is the same but for its spelling, the same name elsewhere, and at last the names that are
 * there instead.
 */
import type { DialectName } from '../dialects/dialect';
import { jsonIn } from '../json/node';
import type { JsonNode } from '../json/read';
import { slips } from './distance';
import type { Hint } from './explanation';
import { shorten, shortJson } from './shorten';
import { beginnings, type Survey } from './survey';

export function absenceHint(
  path: string,
  { paths }: Survey,
  dialect: DialectName,
): Hint | undefined {
  const reached = beginnings(path).filter((beginning) => paths.has(beginning));
  const parent = reached.filter((beginning) => beginning !== path).at(-1);
  return (
    obstacle(path, paths, dialect) ??
    nearName(path, paths) ??
    elsewhere(path, paths) ??
    siblings(parent, paths)
  );
}

/** What is said of an object or an empty list where a pattern looks for a value. */
export function noValueHint(node: JsonNode, path: string): Hint | undefined {
  if (node.kind === 'array') {
    return { kind: 'no-value', text: 'the list is empty, which counts as absent' };
  }
  if (node.kind !== 'object') {
    return undefined;
  }
  const [member] = node.members;
  const text =
    member === undefined
      ? 'the object is empty, which counts as absent'
      : `an object counts as absent: a pattern asks for the fields in it, as in ${code(
          `${path}.${member.name}`,
        )}`;
  return { kind: 'no-value', text };
}

/** The dialects that look into texts at the top of a record: what is a text still, is not JSON. */
const opensTexts: ReadonlySet<DialectName> = new Set(['pipes', 'lambda']);

type Paths = ReadonlyMap<string, JsonNode>;

function obstacle(path: string, paths: Paths, dialect: DialectName): Hint | undefined {
  const inTheWay = beginnings(path).find((beginning) => {
    const node = paths.get(beginning);
    return beginning !== path && node !== undefined && !hasFields(node);
  });
  const node = inTheWay === undefined ? undefined : paths.get(inTheWay);
  if (inTheWay === undefined || node === undefined) {
    return undefined;
  }
  if (node.kind === 'string' && jsonIn(node.text)?.kind === 'object') {
    const text = `${code(inTheWay)} is a text that holds JSON: a pattern does not look into it`;
    return { kind: 'json-in-text', text };
  }
  if (node.kind === 'string' && !inTheWay.includes('.') && opensTexts.has(dialect)) {
    const text = `${code(inTheWay)} is not a JSON object, so there is nothing in it to compare`;
    return { kind: 'not-json', text };
  }
  const what = node.kind === 'array' ? 'a list' : shortJson(node, 40);
  return { kind: 'no-object', text: `${code(inTheWay)} is ${what}, which has no fields` };
}

/** Of a list the first element that is not a list is in `paths` under the list's own path. */
function hasFields(node: JsonNode): boolean {
  return node.kind === 'object' || (node.kind === 'array' && node.items.some(hasFields));
}

const folded = (name: string): string => name.toLowerCase().replaceAll(/[-_ ]/g, '');

function nearName(path: string, paths: Paths): Hint | undefined {
  const all = [...paths.keys()];
  const sameLetters = all.find((other) => other.toLowerCase() === path.toLowerCase());
  if (sameLetters !== undefined) {
    const text = `the event has ${code(sameLetters)}: upper and lower case count in names`;
    return { kind: 'letter-case', text };
  }
  const alike =
    all.find((other) => folded(other) === folded(path)) ??
    all.find((other) => slipped(other, path));
  return alike === undefined
    ? undefined
    : { kind: 'spelling', text: `the event has ${code(alike)}` };
}

/** Whether two paths are the same but for slips in their names. */
function slipped(path: string, wanted: string): boolean {
  const [names, others] = [path.split('.'), wanted.split('.')];
  return (
    names.length === others.length &&
    names.every((name, index) => slips(name, others[index] ?? '') !== undefined)
  );
}

function elsewhere(path: string, paths: Paths): Hint | undefined {
  const names = path.split('.').map(folded);
  const shared = (other: string): number => {
    const others = other.split('.').map(folded);
    const most = Math.min(names.length, others.length);
    let count = 0;
    while (count < most && names.at(-1 - count) === others.at(-1 - count)) {
      count++;
    }
    return count;
  };
  let best: { readonly path: string; readonly count: number } = { path: '', count: 0 };
  for (const other of paths.keys()) {
    const count = shared(other);
    best = count > best.count ? { path: other, count } : best;
  }
  return best.count === 0
    ? undefined
    : { kind: 'elsewhere', text: `the event has it elsewhere, at ${code(best.path)}` };
}

const shown = 8;

function siblings(parent: string | undefined, paths: Paths): Hint | undefined {
  const names = [...paths.keys()]
    .filter((path) => parent === undefined || path.startsWith(`${parent}.`))
    .map((path) => (parent === undefined ? path : path.slice(parent.length + 1)))
    .filter((name) => !name.includes('.'));
  if (names.length === 0) {
    return undefined;
  }
  const where = parent === undefined ? 'the event' : code(parent);
  const rest = names.length > shown ? ` and ${names.length - shown} more` : '';
  return {
    kind: 'names',
    text: `${where} has ${names.slice(0, shown).map(code).join(', ')}${rest}`,
  };
}

function code(text: string): string {
  return `\`${shorten(text)}\``;
}
