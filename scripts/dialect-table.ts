import { type Dialect, dialects } from '../lib/core/event-patterns/dialects/table';

/** The dialects of event patterns, for the guide: what each looks at and takes. */
export function dialectTable(): string {
  const rows = Object.entries(dialects).map(([name, dialect]) => {
    const cells = [`\`${name}\``, dialect.place, dialect.looksAt, withoutOf(dialect)];
    return `| ${[...cells, limitsOf(dialect)].join(' | ')} |`;
  });
  return [
    '| dialect | the pattern is | it looks at | it has no | at most |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

const whole = dialects.eventbridge;

/** What a rule on a Classic bus takes, and this dialect does not. */
function withoutOf({ operators, nested, objects }: Dialect): string {
  const inside = Object.entries(whole.nested).flatMap(([operator, all]) => {
    const lacking = lackingOf(all, nested[operator as keyof typeof nested]);
    return lacking.length === 0 ? [] : [`${lacking.join(', ')} in \`${operator}\``];
  });
  const without = [
    ...lackingOf(whole.operators, operators),
    ...inside,
    ...(objects ? [] : ['fields in fields']),
  ];
  return without.length === 0 ? '-' : without.join('; ');
}

function lackingOf(all: readonly string[], some: readonly string[]): readonly string[] {
  return all.filter((one) => !some.includes(one)).map((one) => `\`${one}\``);
}

function limitsOf({ limits }: Dialect): string {
  const { length, fields, combinations } = limits;
  return [length, fields, combinations]
    .flatMap((limit) =>
      limit === undefined ? [] : [`${limit.max?.toLocaleString('en')} ${limit.unit}`],
    )
    .join(', ');
}
