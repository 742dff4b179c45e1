import { parseArgs } from 'node:util';
import { nearest } from './nearest';
import { CommandError, type Option, type Values } from './verb';

type Options = Readonly<Record<string, Option>>;

/** @throws CommandError for what the options don't take, with the nearest name that they do. */
export function readOptions(
  args: readonly string[],
  options: Options,
  operands: readonly string[] = [],
): Values {
  const types = Object.entries(options).map(([name, { value }]) => {
    return [name, { type: value === undefined ? 'boolean' : 'string' }] as const;
  });
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(types),
    strict: false,
    tokens: true,
  });
  const values = new GivenValues();
  const open = [...operands];
  for (const token of tokens) {
    const operand = token.kind === 'positional' ? open.shift() : undefined;
    if (token.kind === 'positional' && operand !== undefined) {
      values.set(operand, token.value);
    } else if (token.kind === 'positional') {
      throw new CommandError(`${JSON.stringify(token.value)} is too much${hintAt(token.value)}`);
    }
    if (token.kind === 'option') {
      values.set(token.name, readValue(token, options));
    }
  }
  const missing = Object.keys(options).filter(
    (name) => options[name]?.required && !values.has(name),
  );
  if (missing.length > 0) {
    throw new CommandError(`${missing.map((name) => `--${name}`).join(' and ')} must be given`);
  }
  if (open.length > 0) {
    throw new CommandError(`${open.join(' and ')} must be given`);
  }
  return values;
}

class GivenValues extends Map<string, string> implements Values {
  private readonly lists = new Map<string, string[]>();

  override set(name: string, value: string): this {
    this.lists.set(name, [...this.all(name), value]);
    return super.set(name, value);
  }

  all(name: string): readonly string[] {
    return this.lists.get(name) ?? [];
  }
}

const hintAt = (text: string): string => (text.endsWith('.json') ? ': name its option' : '');

interface OptionToken {
  readonly name: string;
  readonly rawName: string;
  readonly value: string | undefined;
}

function readValue({ name, rawName, value }: OptionToken, options: Options): string {
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  if (option === undefined) {
    throw new CommandError(
      `there is no option ${rawName}${nearest(rawName, Object.keys(options), '--')}`,
    );
  }
  if (option.value === undefined && value !== undefined) {
    throw new CommandError(`${rawName} takes no value`);
  }
  if (option.value !== undefined && (value === undefined || /^$|^-./.test(value))) {
    throw new CommandError(`${rawName} needs a value: ${rawName} ${option.value}`);
  }
  return value ?? '';
}
