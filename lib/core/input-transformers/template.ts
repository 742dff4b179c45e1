import { readJson } from '../event-patterns/json/read';
import type { InputProblem } from './errors';
import { inputLimits } from './limits';
import { findKeys, findValues, type TemplateValue } from './template-values';
import { type Token, tokenize } from './tokens';
import { isPredefined } from './variables';

/**
 * An InputTemplate. Two kinds are documented: `text`, one JSON string or one a line, and `json`, any
 * other JSON value. What EventBridge certainly refuses is refused; what it may take, with an outcome
 * that no page tells, is `unread`.
 */
export interface InputTemplate {
  readonly kind: 'text' | 'json';
  readonly parts: readonly TemplatePart[];
  readonly unread?: string;
}

export type TemplatePart =
  | string
  | {
      /** As in `<name>`. */
      readonly name: string;
      /** Whether it stands within a string. */
      readonly quoted: boolean;
    };

const place = 'InputTransformer.InputTemplate';

/** The template, or everything that is wrong with it. */
export function readTemplate(
  text: unknown,
  isVariable: (name: string) => boolean,
): InputTemplate | readonly InputProblem[] {
  const { min, max, unit } = inputLimits.template;
  if (typeof text !== 'string' || text.length < min || text.length > max) {
    return [{ place, value: text, expected: `a text of ${min} to ${max} ${unit}` }];
  }
  const tokens = tokenize(text);
  const values = findValues(tokens);
  const problems = [
    ...problemsOfNames(tokens, isVariable),
    ...problemsOfKeys(tokens),
    ...problemsOfJson(text, tokens, values),
  ];
  if (problems.length > 0) return problems;
  const unread = doubtOf(tokens, values);
  return {
    kind: values[0]?.kind === 'string' ? 'text' : 'json',
    parts: partsOf(tokens),
    ...(unread !== undefined && { unread }),
  };
}

function nameOf({ text }: Token): string {
  return text.slice(1, -1);
}

function partsOf(tokens: readonly Token[]): TemplatePart[] {
  const parts: TemplatePart[] = [];
  let literal = '';
  for (const token of tokens) {
    if (token.kind === 'placeholder') {
      parts.push(literal, { name: nameOf(token), quoted: token.quoted });
      literal = '';
    } else literal += token.text;
  }
  return [...parts, literal].filter((part) => part !== '');
}

function problemsOfNames(
  tokens: readonly Token[],
  isVariable: (name: string) => boolean,
): InputProblem[] {
  const names = new Set(tokens.filter(({ kind }) => kind === 'placeholder').map(nameOf));
  return [...names]
    .filter((name) => !isVariable(name) && !isPredefined(name))
    .map((name) => ({
      place,
      value: `<${name}>`,
      expected: 'a variable of the InputPathsMap or one that EventBridge predefines',
    }));
}

function problemsOfKeys(tokens: readonly Token[]): InputProblem[] {
  const expected = 'no placeholder for the name of a JSON field';
  return findKeys(tokens).flatMap(({ text, whole }) =>
    whole ? [{ place, value: text, expected }] : [],
  );
}

/** The template is JSON once every placeholder is a string, or a part of one. */
function problemsOfJson(
  text: string,
  tokens: readonly Token[],
  values: readonly TemplateValue[],
): InputProblem[] {
  const masked = tokens.map(mask).join('');
  const [first] = values;
  if (first?.kind === 'string') {
    return values.flatMap(({ kind, start, end }, index) => {
      const where = values.length > 1 ? `${place}, value ${index + 1}` : place;
      const value = text.slice(start, end);
      return kind === 'string' ? problemOfJson(where, value, masked.slice(start, end)) : [];
    });
  }
  // What follows a whole value is a doubt; what is no value to begin with is a problem.
  const whole = first === undefined || first.kind === 'other';
  return problemOfJson(place, text, whole ? masked : masked.slice(0, first.end));
}

function problemOfJson(where: string, value: string, json: string): InputProblem[] {
  try {
    readJson(json);
    return [];
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const expected = `JSON, a text in double quotes or a value with placeholders (${error.message})`;
    return [{ place: where, value, expected }];
  }
}

/** Of the same length, so that a message's column is right. */
function mask({ kind, text, quoted }: Token): string {
  if (kind === 'control') return '_';
  if (kind !== 'placeholder') return text;
  return quoted ? '_'.repeat(text.length) : `"${'_'.repeat(text.length - 2)}"`;
}

function doubtOf(tokens: readonly Token[], values: readonly TemplateValue[]): string | undefined {
  const inString = (kind: Token['kind']) => tokens.some((token) => token.kind === kind);
  const lines = values.every(({ kind, newLine }, index) => {
    return kind === 'string' && (index === 0 || newLine);
  });
  const rows: readonly [doubtful: boolean, what: string][] = [
    [values.length > 1 && !lines, 'of several values that are not texts in lines of their own'],
    [inString('less'), 'of a < that begins no placeholder'],
    [inString('control'), 'of a line break or another control character within a string'],
    [findKeys(tokens).length > 0, 'of a placeholder within the name of a JSON field'],
  ];
  const what = rows.find(([doubtful]) => doubtful)?.[1];
  return what && `what EventBridge makes ${what} is not documented`;
}
