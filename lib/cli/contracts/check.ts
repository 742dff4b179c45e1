import type { ContractState } from '../../core/contracts';
import { type Io, write } from '../io';
import { exitCodes, type Values, type Verb } from '../verb';
import { appOptions } from './app-options';
import { describeBreaks } from './describe-breaks';
import { type JudgedContract, judgedContracts, retiredContracts } from './judged-contracts';

export const check: Verb = {
  summary: "Says whether an app's contracts live together with their accepted versions",
  options: { ...appOptions, json: { help: 'the same as data' } },
  notes: `Run npx cdk synth first. It tells of each contract:
  unchanged    it is the last accepted version
  reworded     the same with other descriptions: no new version
  new          nothing is accepted yet
  compatible   a new version, which lives together with the accepted ones
  breaking     it doesn't, and what breaks whom
  undescribed  it has no schema, and never had one
  retired      accepted once, and no longer declared

  spillway contracts check

Exit code: 0 all is accepted, 1 something breaks or is still to be accepted,
2 wrongly asked.`,
  run,
};

async function run(values: Values, io: Io): Promise<number> {
  const judged = judgedContracts(values);
  const retired = values.has('event') ? [] : retiredContracts(judged);
  const text = values.has('json')
    ? `${JSON.stringify({ contracts: judged.map(dataOf), retired }, undefined, 2)}\n`
    : [
        ...judged.map(describe),
        ...retired.map(({ folder, ...name }) => line('retired', name, `kept in ${folder}`)),
        advice(judged),
      ].join('');
  await write(io.output, text);
  return judged.some(isOpen) ? exitCodes.findings : exitCodes.fine;
}

const unaccepted: readonly ContractState[] = ['new', 'compatible'];

const isOpen = ({ judgement: { state } }: JudgedContract): boolean =>
  state === 'breaking' || unaccepted.includes(state);

function dataOf({ contract, directory, judgement }: JudgedContract): object {
  const { source, eventType, compatibility, policy } = contract;
  const { state, accepted, last, breaks } = judgement;
  const version = last?.version ?? null;
  return {
    ...{ source, eventType, state, compatibility, policy, directory, accepted },
    ...{ lastVersion: version, breaks },
  };
}

function describe({ contract, judgement }: JudgedContract): string {
  const { state, last, breaks } = judgement;
  const { compatibility: mode, policy } = contract;
  if (state !== 'breaking') {
    return line(state, contract, last === undefined ? '' : `version ${last.version}`);
  }
  const lines = describeBreaks(breaks, { mode, policy }).split('\n');
  return [
    line(state, contract, `${mode}, ${policy}`),
    ...lines.map((one) => `${' '.repeat(stateWidth)}${one}\n`),
  ].join('');
}

const stateWidth = 'undescribed'.length + 2;

function line(
  state: string,
  { source, eventType }: { readonly source: string; readonly eventType: string },
  more: string,
): string {
  return `${`${state.padEnd(stateWidth)}${source} ${eventType}  ${more}`.trimEnd()}\n`;
}

function advice(judged: readonly JudgedContract[]): string {
  const of = (states: readonly ContractState[]): number =>
    judged.filter(({ judgement }) => states.includes(judgement.state)).length;
  const [breaking, open] = [of(['breaking']), of(unaccepted)];
  return [
    ...(breaking > 0
      ? [`${breaking} breaking: undo the change, or declare the next major version beside it.\n`]
      : []),
    ...(open > 0 ? [`${open} to accept: npx spillway contracts accept\n`] : []),
  ].join('');
}
