import { holesOf, isMadeUpName, literalText, splitText } from './symbolic-text';
import { type Fields, fieldOf, scalarText } from './template';

/**
 * The intrinsic functions that a template's names, ARNs, patterns and policies are made of: a
 * function each. What can't be computed becomes an unknown text that says which function it was; so
 * does every function that isn't in the table.
 */
export interface Reader {
  /** A value with its intrinsics resolved; undefined for AWS::NoValue. */
  value(raw: unknown): unknown;
  /** The same as text; undefined where it is no scalar. */
  text(raw: unknown): string | undefined;
  attribute(logicalId: string, attribute: string): unknown;
  exported(name: string): string;
  output(at: { stack: string; output: string; region?: string; role: boolean }): string;
}

type Intrinsic = (argument: unknown, reader: Reader) => unknown;

/** What an intrinsic returns if it can't be computed. */
export const UNKNOWN = Symbol('unknown');

const known = (value: unknown) => (value === undefined ? UNKNOWN : value);

/** A text that the function takes as it stands; not one that could be taken for a hole. */
const isPlain = (value: unknown): value is string =>
  typeof value === 'string' && literalText(value) === value;

const ref: Intrinsic = (argument, reader) =>
  typeof argument === 'string' ? reader.attribute(argument, 'Ref') : UNKNOWN;

const getAtt: Intrinsic = (argument, reader) => {
  const [logicalId, attribute] =
    typeof argument === 'string'
      ? splitText(argument, '.', 2)
      : Array.isArray(argument)
        ? [argument[0], reader.text(argument[1])]
        : [];
  if (typeof logicalId !== 'string' || attribute === undefined) return UNKNOWN;
  return reader.attribute(logicalId, attribute);
};

const join: Intrinsic = (argument, reader) => {
  if (!Array.isArray(argument)) return UNKNOWN;
  const [separator, list] = [argument[0], reader.value(argument[1])];
  if (!isPlain(separator) || !Array.isArray(list)) return UNKNOWN;
  const texts = list.map(scalarText);
  return texts.includes(undefined) ? UNKNOWN : texts.join(separator);
};

/** `${!x}` is the text `${x}`; a name of the second argument wins over one of the template. */
const sub: Intrinsic = (argument, reader) => {
  const [text, variables] = Array.isArray(argument) ? argument : [argument, {}];
  if (!isPlain(text)) return UNKNOWN;
  let complete = true;
  const replaced = text.replace(/\$\{(!?)([^}]*)\}/g, (_, escaped: string, name: string) => {
    if (escaped) return `\${${name}}`;
    const own = fieldOf(variables, name);
    const intrinsic = name.includes('.') ? { 'Fn::GetAtt': name } : { Ref: name };
    const value = reader.text(own ?? intrinsic);
    complete &&= value !== undefined;
    return value ?? '';
  });
  return complete ? replaced : UNKNOWN;
};

const select: Intrinsic = (argument, reader) => {
  if (!Array.isArray(argument)) return UNKNOWN;
  const [index, list] = [reader.text(argument[0]), reader.value(argument[1])];
  if (index === undefined || !/^\d+$/.test(index) || !Array.isArray(list)) return UNKNOWN;
  return known(list[Number(index)]);
};

/**
 * Neither a made-up name nor these pseudo parameters hold one of the separators `:`, `/` and `|`.
 */
const unsplit = new Set([
  '⟨AWS::Partition⟩',
  '⟨AWS::Region⟩',
  '⟨AWS::AccountId⟩',
  '⟨AWS::URLSuffix⟩',
]);

const split: Intrinsic = (argument, reader) => {
  if (!Array.isArray(argument)) return UNKNOWN;
  const [separator, text] = [argument[0], reader.text(argument[1])];
  if (typeof separator !== 'string' || separator === '' || text === undefined) return UNKNOWN;
  const holes = holesOf(text);
  if (holes.length === 0) return text.split(separator);
  const whole = holes.every((hole) => isMadeUpName(hole) || unsplit.has(hole));
  return whole && /^[:/|]$/.test(separator) ? splitText(text, separator) : UNKNOWN;
};

const importValue: Intrinsic = (argument, reader) => {
  const name = reader.text(argument);
  return name === undefined ? UNKNOWN : reader.exported(name);
};

const getStackOutput: Intrinsic = (argument, reader) => {
  const stack = reader.text(fieldOf(argument, 'StackName'));
  const output = reader.text(fieldOf(argument, 'OutputName'));
  if (stack === undefined || output === undefined) return UNKNOWN;
  const region = reader.text(fieldOf(argument, 'Region'));
  const role = fieldOf(argument, 'RoleArn') !== undefined;
  return reader.output({ stack, output, region, role });
};

const intrinsics = new Map<string, Intrinsic>([
  ['Ref', ref],
  ['Fn::GetAtt', getAtt],
  ['Fn::Join', join],
  ['Fn::Sub', sub],
  ['Fn::Select', select],
  ['Fn::Split', split],
  ['Fn::ImportValue', importValue],
  ['Fn::GetStackOutput', getStackOutput],
  // Which branch holds is decided by the deployment's parameters.
  ['Fn::If', () => UNKNOWN],
]);

/**
 * The name and argument of an intrinsic: an object with one field that is called `Ref` or
 * `Fn::...`.
 */
export function intrinsicOf(value: Fields): { name: string; argument: unknown } | undefined {
  const [name, ...others] = Object.keys(value);
  if (name === undefined || others.length > 0) return undefined;
  const isIntrinsic = name === 'Ref' || name.startsWith('Fn::');
  return isIntrinsic ? { name, argument: value[name] } : undefined;
}

export function compute(name: string, argument: unknown, reader: Reader): unknown {
  return intrinsics.get(name)?.(argument, reader) ?? UNKNOWN;
}
