import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from './commands';
import { topHelp, topicHelp, verbHelp } from './help';
import { type Io, write } from './io';
import { nearest } from './nearest';
import { readOptions } from './options';
import { CommandError, exitCodes } from './verb';

/** Runs the command that the arguments name; answers the exit code. */
export async function main(args: readonly string[], io: Io): Promise<number> {
  try {
    return await run(args, io);
  } catch (error) {
    if (error instanceof CommandError) {
      await write(io.errors, `spillway: ${error.message}\n`);
      return exitCodes.impossible;
    }
    throw error;
  }
}

async function run(args: readonly string[], io: Io): Promise<number> {
  const [topic = '', name = '', ...rest] = args;
  if (topic === '--version') {
    return print(io, `${version()}\n`);
  }
  if (topic === '' || isHelp(topic)) {
    await write(topic === '' ? io.errors : io.output, topHelp());
    return topic === '' ? exitCodes.impossible : exitCodes.fine;
  }
  const verbs = pick(commands, topic, '');
  if (name === '' || isHelp(name)) {
    await write(name === '' ? io.errors : io.output, topicHelp(topic));
    return name === '' ? exitCodes.impossible : exitCodes.fine;
  }
  const verb = pick(verbs, name, `${topic} `).load();
  return rest.some((arg) => arg === '--help' || arg === '-h')
    ? print(io, verbHelp(`${topic} ${name}`, verb))
    : verb.run(readOptions(rest, verb.options, verb.operands), io);
}

const isHelp = (arg: string): boolean => ['--help', '-h', 'help'].includes(arg);

async function print(io: Io, text: string): Promise<number> {
  await write(io.output, text);
  return exitCodes.fine;
}

function pick<T>(table: Readonly<Record<string, T>>, name: string, above: string): T {
  const found = Object.hasOwn(table, name) ? table[name] : undefined;
  if (found !== undefined) {
    return found;
  }
  throw new CommandError(
    name.startsWith('-')
      ? `there is no option ${name}${nearest(name, ['--help', '--version'])}`
      : `there is no command ${above}${name}${nearest(name, Object.keys(table))}`,
  );
}

function version(): string {
  return JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8')).version;
}
