/**
 * A schema as JavaScript that needs nothing else. ajv writes it, with a line a statement; its lines
 * that require helpers are replaced by the helpers, and lines that nothing needs are left out.
 */
import type Ajv from 'ajv';
import { checkSchema } from '../compatibility';
import type { JsonObject } from '../json';
import { readSchema } from '../read-schema';
import { SchemaError } from '../schema-error';
import { ajvOf, regExpOf } from './ajv-of';
import { declarationsFor, formats } from './formats';
import { ending, helpers } from './helpers';
import { prepare } from './prepare';

/**
 * Code that stops at the first problem looks at a field within the block of the one before. Of more
 * schemas than these it would be nested deeper than stacks are, so that it looks at all of them.
 */
const mostNested = 500;

/** `"use strict"` and two exports. */
const headLines = 3;

export interface CompileOptions {
  /** Whether everything wrong is found, or the first of it. */
  readonly allProblems: boolean;
}

/**
 * Declarations, of `validate` and `problemsOf` among them.
 *
 * @throws SchemaError for what is no schema of its draft, and for a reference that leads nowhere.
 */
export function compile(given: JsonObject, { allProblems }: CompileOptions): string {
  checkSchema(given);
  const { schema, dialect, namesInherited, size } = prepare(readSchema(given));
  const allErrors = allProblems || size > mostNested;
  const ajv = ajvOf({ dialect, ownProperties: namesInherited, allErrors });
  const lines = linesOf(ajv, schema);
  const own = ending
    .replaceAll('$validate', nameOfMain(lines))
    .replace('$most', allProblems === allErrors ? '100' : '1');
  const code = withoutUnused(lines.slice(headLines).map(rewrite)).join('\n');
  return [...helpersFor(code), code, own].join('\n');
}

function linesOf(ajv: Ajv, schema: JsonObject): string[] {
  const standaloneCode = require('ajv/dist/standalone') as (ajv: Ajv, validate: unknown) => string;
  try {
    return standaloneCode(ajv, ajv.compile(schema)).split('\n');
  } catch (error) {
    throw refusal(error);
  }
}

function refusal(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const expected = 'a schema that ajv can compile, each "$ref" leading to a place in it';
  const isOfSchema = error.constructor !== TypeError;
  return isOfSchema ? new SchemaError('', error.message.split('\n')[0] ?? '', expected) : error;
}

function nameOfMain(lines: readonly string[]): string {
  return /^module\.exports = (\w+);/.exec(lines[1] ?? '')?.[1] ?? '';
}

function rewrite(line: string): string {
  const [, name, helper] =
    /^const (\w+) = require\("ajv\/dist\/runtime\/(\w+)"\)\.default;$/.exec(line) ?? [];
  if (helper !== undefined) return `const ${name} = ${helper};`;
  const [, variable, pattern] = /^const (\w+) = new RegExp\((".*"), "u"\);$/.exec(line) ?? [];
  if (pattern !== undefined) {
    const { flags } = regExpOf(JSON.parse(pattern), 'u');
    return `const ${variable} = new RegExp(${pattern}, ${JSON.stringify(flags)});`;
  }
  // What was seen of the data is noted by name: an object that inherits has seen some already.
  if (/^(?:var )?props\d+ = /.test(line)) return line.replace(/\{\};$/, 'Object.create(null);');
  // In a literal the name stands for the prototype, unless it is computed.
  const safe = line.replace(/(?<=[{,])"__proto__":/g, '["__proto__"]:');
  return /^const formats\d+ = \//.test(line) ? line : withoutSchemaPaths(safe);
}

/** Where in the schema: nobody is told. Goes from text to text, so that it sees none in another. */
function withoutSchemaPaths(line: string): string {
  return line.replace(/(,schemaPath:)?"(?:[^"\\]|\\.)*"/g, (all, key) => (key ? '' : all));
}

/** Schemas that no message quotes, functions of schemas that were inlined. */
function withoutUnused(lines: readonly string[]): string[] {
  return lines.filter((line) => {
    const name = /^const (schema\d+) = .*;$/.exec(line)?.[1];
    return name === undefined || lines.some((other) => other !== line && other.includes(name));
  });
}

function helpersFor(code: string): string[] {
  const named = [...code.matchAll(/^const \w+ = (\w+);$/gm)].map(([, name = '']) => name);
  const own = [...helpers].filter(([name]) => named.includes(name)).map(([, text]) => text);
  const entries = [...formats()].filter(([name, { code: own }]) => {
    return own !== undefined && code.includes(` = formats${memberOf(name)};`);
  });
  if (entries.length === 0) return own;
  const table = entries.map(([name, { type, code: check = '' }]) => {
    return `  ${JSON.stringify(name)}: ${type === 'number' ? `{ validate: ${check} }` : check},`;
  });
  const text = ['const formats = {', ...table, '};'].join('\n');
  return [...own, ...declarationsFor(text), text];
}

const memberOf = (name: string): string => (/^[a-z]\w*$/i.test(name) ? `.${name}` : `["${name}"]`);
