import { readJson } from '../event-patterns/json/read';
import { type InputProblem, refuse } from './errors';
import { inputLimits } from './limits';
import { type InputPath, problemsOfPath, readPath } from './path';
import { type InputTemplate, readTemplate } from './template';

/**
 * What of an event a rule's target is to get, as PutTargets and an AWS::Events::Rule spell it; at
 * most one of the three. Source:
 * https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Target.html
 */
export interface TargetInput {
  /**
   * A JSON text that the target gets instead of the event, of at most 8,192 characters.
   *
   * @default - the event
   */
  readonly Input?: string;
  /**
   * A `$.path` to the part of the event that the target gets, of at most 256 characters.
   *
   * @default - the whole event
   */
  readonly InputPath?: string;
  /** @default - the event as it is */
  readonly InputTransformer?: {
    /**
     * A `$.path` for each variable of the template: at most 100, of letters, digits, `-` and `_`.
     *
     * @default - none but the predefined ones
     */
    readonly InputPathsMap?: { readonly [variable: string]: string };
    /** Of 1 to 8,192 characters. */
    readonly InputTemplate: string;
  };
}

/** A valid TargetInput, read once for many events. */
export type ParsedInput =
  | { readonly kind: 'event' }
  | { readonly kind: 'constant'; readonly text: string }
  | { readonly kind: 'path'; readonly path: InputPath }
  | {
      readonly kind: 'template';
      readonly template: InputTemplate;
      readonly paths: ReadonlyMap<string, InputPath>;
    };

const names = ['Input', 'InputPath', 'InputTransformer'] as const;

/**
 * @throws InputTransformerError naming everything that EventBridge or CloudFormation refuses. A path
 * is none of it: EventBridge checks its length only.
 */
export function parseTargetInput(target: TargetInput): ParsedInput {
  const given = names.filter((name) => ownField(target, name) !== undefined);
  const [first, ...others] = given;
  if (others.length > 0) {
    const value = given.join(' and ');
    const expected = 'only one of Input, InputPath and InputTransformer';
    refuse([{ place: 'the target', value, expected }]);
  }
  const value = first && ownField(target, first);
  switch (first) {
    case undefined:
      return { kind: 'event' };
    case 'Input':
      return parseConstant(value);
    case 'InputPath':
      return parsePath(value);
    default:
      return parseTransformer(value);
  }
}

function ownField(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;
}

function parseConstant(value: unknown): ParsedInput {
  const { max, unit } = inputLimits.input;
  const refused = (expected: string) => refuse([{ place: 'Input', value, expected }]);
  if (typeof value !== 'string') refused('a JSON text');
  const text = String(value);
  if (text.length > max) refused(`at most ${max} ${unit}`);
  try {
    readJson(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    refused(`a JSON text (${error.message})`);
  }
  return { kind: 'constant', text };
}

function parsePath(value: unknown): ParsedInput {
  refuse(problemsOfPath('InputPath', value));
  return { kind: 'path', path: readPath(String(value)) };
}

function parseTransformer(value: unknown): ParsedInput {
  const map = ownField(value, 'InputPathsMap') ?? {};
  const isVariable = (name: string) => Object.hasOwn(map, name);
  const template = readTemplate(ownField(value, 'InputTemplate'), isVariable);
  const problems = [
    ...problemsOfFields(value),
    ...problemsOfMap(map),
    ...('kind' in template ? [] : template),
  ];
  refuse(problems);
  const paths = Object.entries(map).map(([name, path]) => [name, readPath(String(path))] as const);
  return { kind: 'template', template: template as InputTemplate, paths: new Map(paths) };
}

/** CloudFormation takes no other fields. */
function problemsOfFields(value: unknown): InputProblem[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return [{ place: 'InputTransformer', value, expected: 'an object with an InputTemplate' }];
  }
  return Object.entries(value)
    .filter(([name]) => name !== 'InputPathsMap' && name !== 'InputTemplate')
    .map(([name, field]) => ({
      place: `InputTransformer.${name}`,
      value: field,
      expected: 'no field but InputPathsMap and InputTemplate',
    }));
}

function problemsOfMap(map: unknown): InputProblem[] {
  const place = 'InputTransformer.InputPathsMap';
  if (typeof map !== 'object' || map === null || Array.isArray(map)) {
    return [{ place, value: map, expected: 'an object with a path for each variable' }];
  }
  const entries = Object.entries(map);
  const { max, unit } = inputLimits.variables;
  const many = { place, value: `${entries.length} ${unit}`, expected: `at most ${max} ${unit}` };
  return [
    ...(entries.length > max ? [many] : []),
    ...entries.flatMap(([name, path]) => problemsOfVariable(place, name, path)),
  ];
}

function problemsOfVariable(place: string, name: string, path: unknown): InputProblem[] {
  const { min, max, unit } = inputLimits.variableName;
  const named = /^[A-Za-z0-9_-]+$/.test(name) && name.length <= max;
  const expected = `a name of ${min} to ${max} ${unit}, of A-Z, a-z, 0-9, - and _`;
  return [
    ...(named ? [] : [{ place: `${place}, a variable's name,`, value: name, expected }]),
    ...problemsOfPath(`${place}.${name}`, path),
  ];
}
