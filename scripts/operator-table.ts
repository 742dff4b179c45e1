import { dialects } from '../lib/core/event-patterns/dialects/table';

/** The dialects that a subscription's filter may be written in, by the channels that read them. */
const columns = [
  ['eventbridge', '`ClassicBus`'],
  ['sns-body', 'topics, body filters'],
  ['sns-attributes', 'topics, attribute filters'],
] as const;

type Filtered = (typeof columns)[number][0];
type Nesting = keyof (typeof dialects)[Filtered]['nested'];

const whole = dialects.eventbridge;
const nestings: readonly Nesting[] = ['prefix', 'suffix', 'anything-but'];

/** Which operators a filter takes, channel by channel. */
export function operatorTable(): string {
  const row = (title: string, takes: (dialect: Filtered) => boolean) =>
    `| ${[title, ...columns.map(([dialect]) => (takes(dialect) ? 'yes' : 'no'))].join(' | ')} |`;
  const operators = whole.operators.map((operator) =>
    row(`\`${operator}\``, (dialect) => dialects[dialect].operators.includes(operator)),
  );
  const nested = nestings.flatMap((outer) =>
    whole.nested[outer].map((inner) =>
      row(`\`${inner}\` in \`${outer}\``, (dialect) =>
        dialects[dialect].nested[outer].includes(inner),
      ),
    ),
  );
  return [
    `| | ${columns.map(([, title]) => title).join(' | ')} |`,
    `| --- | ${columns.map(() => '---').join(' | ')} |`,
    ...operators,
    ...nested,
    row('fields in fields', (dialect) => dialects[dialect].objects),
  ].join('\n');
}
