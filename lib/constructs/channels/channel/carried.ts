import type { Problem } from '../../../core/diagnostics';
import type { EventContract } from '../../contracts';

const nameOf = ({ source, eventType }: EventContract): string => `${source} ${eventType}`;

/** Two objects that say the same source and type are one contract: another app makes its own. */
export function isSame(one: EventContract, other: EventContract): boolean {
  return one.source === other.source && one.eventType === other.eventType;
}

/** What is wrong with the contracts that a grant or a subscription names on a channel. */
export function problemsOfNamed(
  prop: string,
  named: readonly EventContract[],
  carried: readonly EventContract[] | undefined,
): Problem[] {
  if (named.length === 0) return [none(prop)];
  if (!carried) return [];
  return named
    .filter((contract) => !carried.some((other) => isSame(other, contract)))
    .map((contract) => foreign(prop, contract, carried));
}

/** What is wrong with the contracts that a channel lists. */
export function problemsOfCarried(contracts: readonly EventContract[]): Problem[] {
  return contracts
    .filter((contract, at) => contracts.findIndex((other) => isSame(other, contract)) < at)
    .map((contract) => ({
      id: 'spillway:contract-twice',
      prop: 'contracts',
      given: `${nameOf(contract)} listed twice`,
      expected: 'a channel lists a contract once',
      fix: 'Leave one out, or give the new shape a new version.',
    }));
}

function none(prop: string): Problem {
  return {
    id: 'spillway:contract-none',
    prop,
    given: 'none given',
    expected: 'at least one contract is named, so that nothing is allowed by accident',
    fix: 'Name the contracts; for all of a channel spread its contracts.',
  };
}

function foreign(
  prop: string,
  contract: EventContract,
  carried: readonly EventContract[],
): Problem {
  return {
    id: 'spillway:contract-foreign',
    prop,
    given: `${nameOf(contract)} given`,
    expected: `this channel carries ${carried.map(nameOf).join(', ') || 'nothing'}`,
    fix: 'Add the contract to those of the channel, or take one of these.',
  };
}
