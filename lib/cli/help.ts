import { commands, topics } from './commands';
import type { Option, Verb } from './verb';

/** `spillway --help` */
export function topHelp(): string {
  const lines = Object.entries(commands).flatMap(([topic, verbs]) => [
    `${topic}: ${topics[topic] ?? ''}`.trimEnd(),
    ...columns(Object.entries(verbs).map(([name, { summary }]) => [`${topic} ${name}`, summary])),
    '',
  ]);
  return page('spillway COMMAND [OPTION...]', [
    'Says what becomes of events, without AWS.',
    '',
    ...lines,
    ...columns([
      ['--help', 'this, or after a command the help of that command'],
      ['--version', 'the version of cdk-spillway'],
    ]),
  ]);
}

/** `spillway patterns --help` */
export function topicHelp(topic: string): string {
  const verbs = Object.entries(commands[topic] ?? {});
  return page(`spillway ${topic} COMMAND [OPTION...]`, [
    `${topics[topic] ?? ''}`,
    '',
    ...columns(verbs.map(([name, { summary }]) => [`${topic} ${name}`, summary])),
    '',
    `spillway ${topic} COMMAND --help tells more.`,
  ]);
}

/** `spillway patterns test --help` */
export function verbHelp(name: string, verb: Verb): string {
  const options = Object.entries(verb.options);
  const required = options.filter(([, option]) => option.required);
  const given = [...required.map(([option]) => written(option, verb.options)), '[OPTION...]'];
  const usage = [...given, ...(verb.operands ?? [])];
  const rows = options.map(([option, { help }]): Row => [written(option, verb.options), help]);
  return page(`spillway ${name} ${usage.join(' ')}`, [
    `${verb.summary}.`,
    '',
    ...columns(rows),
    '',
    ...verb.notes.split('\n'),
  ]);
}

function written(option: string, options: Readonly<Record<string, Option>>): string {
  const { value, multiple } = options[option] ?? {};
  const more = multiple ? '...' : '';
  return value === undefined ? `--${option}` : `--${option} ${value}${more}`;
}

type Row = readonly [string, string];

function columns(rows: readonly Row[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => {
    return `  ${left.padEnd(width)}  ${right.split('\n').join(`\n${' '.repeat(width + 4)}`)}`;
  });
}

function page(usage: string, lines: readonly string[]): string {
  return `Usage: ${usage}\n\n${lines.join('\n')}\n`;
}
