import {
  type ContractBreak,
  type ContractDescription,
  folderOf,
  type Judgement,
  sayVersions,
} from '../../core/contracts';

const mostTold = 5;

/** Why a contract breaks its accepted versions, and what to do. */
export function tellBreaks(
  contract: ContractDescription,
  { breaks }: Judgement,
  directory: string,
): string {
  const { source, eventType, compatibility, policy } = contract;
  const more = breaks.length - mostTold;
  return [
    `contracts: ${source} ${eventType} breaks what was accepted in ${folderOf(directory, contract)} (${compatibility}, ${policy}):`,
    ...breaks.slice(0, mostTold).map((one) => `  - ${tellBreak(one)}`),
    ...(more > 0 ? [`  - and ${more} more: npx spillway contracts check tells all`] : []),
    `Undo the change, or leave ${eventType} as it is and declare ${nextMajor(eventType)} beside it.`,
  ].join('\n');
}

function tellBreak({ path, keyword, reason, breaks, versions }: ContractBreak): string {
  const place = path === '' ? 'the data as a whole' : path;
  const rule = keyword === '' ? '' : ` (${keyword})`;
  return `${place}${rule}: ${reason}; breaks ${breaks} of ${sayVersions(versions)}`;
}

/** The event type with the next major version: `order.placed.v2`. */
function nextMajor(eventType: string): string {
  return eventType.replace(/\d+$/, (version) => String(Number(version) + 1));
}

/** That a version has still to be accepted. */
export function tellUnaccepted(
  { source, eventType }: ContractDescription,
  { last }: Judgement,
  directory: string,
): string {
  const what =
    last === undefined ? 'has no accepted version' : `differs from version ${last.version}`;
  return `contracts: ${source} ${eventType} ${what} in ${directory}, and breaks none. Accept it before it is shipped: npx spillway contracts accept, and commit what it writes.`;
}
