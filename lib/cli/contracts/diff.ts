import { type Change, type ContractState, changesBetween } from '../../core/contracts';
import type { JsonObject } from '../../core/schemas';
import { type Io, write } from '../io';
import { exitCodes, type Values, type Verb } from '../verb';
import { appOptions } from './app-options';
import { type JudgedContract, judgedContracts } from './judged-contracts';

export const diff: Verb = {
  summary: "Says what changed in an app's contracts since their last accepted version",
  options: { ...appOptions, json: { help: 'the changes as data' } },
  notes: `Run npx cdk synth first. Each line is a place in the data: + added, - removed,
~ changed; * is any element of a list, or any other property. What breaks whom
is told by npx spillway contracts check.

  spillway contracts diff --event order.placed.v1

Exit code, as of diff: 0 nothing that a consumer could tell, 1 something
changed, 2 wrongly asked.`,
  run,
};

interface Difference {
  readonly source: string;
  readonly eventType: string;
  readonly state: ContractState;
  /** The last accepted version. */
  readonly lastVersion: number | null;
  readonly changes: readonly Change[];
}

async function run(values: Values, io: Io): Promise<number> {
  const differences = judgedContracts(values).map(differenceOf);
  const text = values.has('json')
    ? `${JSON.stringify({ contracts: differences }, undefined, 2)}\n`
    : differences.filter(isTold).map(describe).join('');
  await write(io.output, text);
  return differences.some(isChanged) ? exitCodes.findings : exitCodes.fine;
}

function differenceOf({ contract, judgement: { state, last } }: JudgedContract): Difference {
  const { source, eventType, schema } = contract;
  const changes = last === undefined ? [] : changesSince(last.schema, schema);
  return { source, eventType, state, lastVersion: last?.version ?? null, changes };
}

function changesSince(older: JsonObject, newer: JsonObject | undefined): readonly Change[] {
  const gone: Change = { path: '', kind: 'removed', what: 'the schema' };
  return newer === undefined ? [gone] : changesBetween(older, newer);
}

const isChanged = ({ state }: Difference): boolean =>
  !['unchanged', 'reworded', 'undescribed'].includes(state);

const isTold = (difference: Difference): boolean =>
  isChanged(difference) || difference.state === 'reworded';

const signs = { added: '+', removed: '-', changed: '~' } as const;

function describe({ source, eventType, state, lastVersion, changes }: Difference): string {
  const since = lastVersion === null ? '' : ` since version ${lastVersion}`;
  const isUntold = changes.length === 0 && lastVersion !== null && state !== 'reworded';
  return [
    `${source} ${eventType}: ${state}${since}`,
    ...changes.map(({ path, kind, what }) => `  ${signs[kind]} ${path || 'the data'}  ${what}`),
    ...(isUntold ? ['  ~ more than fields: compare the texts'] : []),
  ]
    .map((one) => `${one}\n`)
    .join('');
}
