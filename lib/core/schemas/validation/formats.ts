/**
 * The formats of ajv-formats, each with the JavaScript that checks it by itself. Some are regular
 * expressions. Others are functions that call their neighbours: their file is cut at the beginnings
 * of its declarations, and those that a function names, and they in turn, go along.
 */
import { readFileSync } from 'node:fs';

export interface Format {
  readonly type: 'string' | 'number';
  readonly check: RegExp | ((data: never) => boolean);
  /** An expression for the function; absent for a regular expression. */
  readonly code?: string;
}

interface Definition {
  readonly type?: 'number';
  readonly validate: Format['check'];
}

interface Cut {
  /** Each format's expression, and each top-level declaration, by name. */
  readonly formats: ReadonlyMap<string, string>;
  readonly declarations: ReadonlyMap<string, string>;
}

let known: ReadonlyMap<string, Format> | undefined;

/** By name; without those that let everything through, such as `password`. */
export function formats(): ReadonlyMap<string, Format> {
  known ??= readFormats();
  return known;
}

function readFormats(): ReadonlyMap<string, Format> {
  const { fullFormats } = require('ajv-formats/dist/formats') as {
    fullFormats: Readonly<Record<string, Definition | Format['check'] | true>>;
  };
  const found = Object.entries(fullFormats).flatMap(([name, given]): [string, Format][] => {
    if (given === true) return [];
    if (given instanceof Function || given instanceof RegExp)
      return [[name, formatOf(name, given)]];
    return [[name, { ...formatOf(name, given.validate), type: given.type ?? 'string' }]];
  });
  return new Map(found);
}

function formatOf(name: string, check: Format['check']): Format {
  const code = cut().formats.get(name);
  return check instanceof RegExp ? { type: 'string', check } : { type: 'string', check, code };
}

/** The declarations that some code needs, in the order of their file. */
export function declarationsFor(code: string): string[] {
  const { declarations } = cut();
  const needed = new Set<string>();
  const open = [code];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const [name] of next.matchAll(/[A-Za-z_]\w*/g)) {
      const text = declarations.get(name);
      if (text === undefined || needed.has(name)) continue;
      needed.add(name);
      open.push(text);
    }
  }
  return [...declarations].filter(([name]) => needed.has(name)).map(([, text]) => text);
}

let parts: Cut | undefined;

function cut(): Cut {
  parts ??= cutText(readFileSync(require.resolve('ajv-formats/dist/formats'), 'utf8'));
  return parts;
}

function cutText(text: string): Cut {
  const found = text.split(/^(?=\S)/m);
  const statements = found.map((one) => one.replace(/^ *\/\/.*\n?/gm, ''));
  const table = found.findIndex((one) => one.startsWith('exports.fullFormats = {'));
  const declarations = statements.flatMap((one, at): [string, string][] => {
    const name = /^(?:function|const) (\w+)/.exec(one)?.[1];
    // The brace that ends a function stands at the beginning of a line, too.
    const end = statements[at + 1]?.startsWith('}') ? statements[at + 1] : '';
    return name === undefined ? [] : [[name, `${one}${end}`.trimEnd()]];
  });
  return { formats: new Map(entriesOf(found[table] ?? '')), declarations: new Map(declarations) };
}

/** `date: fmtDef(date, compareDate)`, `uri`, `int32: { type: "number", validate: validateInt32 }` */
function entriesOf(table: string): [string, string][] {
  const entries = table.matchAll(/^ {4}"?([\w-]+)"?(?:: (.*))?,$/gm);
  return [...entries].map(([, name = '', value = name]) => {
    const inner = /^fmtDef\((.*), \w+\)$/.exec(value) ?? /validate: (\w+) \}$/.exec(value);
    return [name, inner?.[1] ?? value];
  });
}
