import type { DialectName } from '../../core/event-patterns/dialects/dialect';
import { dialects } from '../../core/event-patterns/dialects/table';
import { nearest } from '../nearest';
import { CommandError, type Option, type Values } from '../verb';

const width = Math.max(...Object.keys(dialects).map((name) => name.length));

export const dialectOption: Option = {
  value: 'NAME',
  help: [
    'where the pattern stands; eventbridge if left out',
    ...Object.entries(dialects).map(([name, { place }]) => `${name.padEnd(width)}  ${place}`),
  ].join('\n'),
};

export function dialectOf(values: Values): DialectName {
  const name = values.get('dialect') ?? 'eventbridge';
  if (!isDialect(name)) {
    const names = Object.keys(dialects);
    throw new CommandError(`there is no dialect ${JSON.stringify(name)}${nearest(name, names)}`);
  }
  return name;
}

function isDialect(name: string): name is DialectName {
  return Object.hasOwn(dialects, name);
}
