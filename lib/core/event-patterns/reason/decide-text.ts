/**
 * Decides whether a text is what some clauses ask for, by machines that read it. Where matchers speak
 * of IP addresses, texts that are none are decided first, then those that are, region by region.
 */
import type { IpMatcher, Matcher, TextMatcher } from '../ast';
import { type Budget, spend, within } from './budget';
import { type Clause, satisfies } from './clauses';
import { inRegion, type Region, regionsOf, spellings, takesRegion } from './find-address';
import { findText, type TextCondition } from './find-text';
import type { LeafSearch, TextDomain } from './leaf-domain';
import { addressMachine, lengthMachine, pairMachine, takesText } from './small-machines';
import { type Machine, machineOf, machineOfExcluded } from './text-machine';

const stepsOfOneSearch = 200_000;
const stepsOfAllAddresses = 100_000;
const stepsOfOneRegion = 20_000;

/** A text that is what all clauses ask for, as JSON; `none` is sure. */
export function decideText(
  clauses: readonly Clause[],
  texts: TextDomain,
  budget: Budget,
): LeafSearch {
  const ips = clauses.flatMap(({ matchers }) => matchers.filter(isIp));
  const noAddress = ips.length > 0 ? addressMachine((digits) => digits === undefined) : undefined;
  const plain = search(clauses, texts, noAddress, { takes: () => false, budget });
  if (plain.is === 'some' || ips.length === 0) {
    return plain;
  }
  const address = within(budget, stepsOfAllAddresses, (part) =>
    searchRegions(clauses, texts, ips, part),
  );
  return address?.is === 'none' ? plain : (address ?? { is: 'unknown' });
}

function searchRegions(
  clauses: readonly Clause[],
  texts: TextDomain,
  ips: readonly IpMatcher[],
  budget: Budget,
): LeafSearch {
  let result: LeafSearch = { is: 'none' };
  for (const region of regionsOf(ips)) {
    const found = searchRegion(clauses, texts, region, budget);
    if (found.is === 'some') {
      return found;
    }
    result = found.is === 'unknown' ? found : result;
  }
  return result;
}

function searchRegion(
  clauses: readonly Clause[],
  texts: TextDomain,
  region: Region,
  budget: Budget,
): LeafSearch {
  const matchers = clauses.reduce((sum, clause) => sum + clause.matchers.length, 0);
  spend(budget, 1 + Math.ceil(matchers / 20));
  const takes = (matcher: IpMatcher) => takesRegion(matcher, region);
  if (clauses.some((clause) => isHopeless(clause, takes))) {
    return { is: 'none' };
  }
  const length = lengthMachine(texts.least, texts.most);
  const found = spellings(region)
    .filter((text) => [length, ...texts.machines].every((machine) => takesText(machine, text)))
    .map((text) => JSON.stringify(text))
    .filter((json) => satisfies(json, clauses));
  if (found.length > 0) {
    return { is: 'some', leaves: found };
  }
  const inside = addressMachine((digits) => inRegion(digits, region));
  return search(clauses, texts, inside, { takes, budget });
}

/** Whether the clause fails by its address matchers alone, whatever its text matchers say. */
function isHopeless({ matchers, holds }: Clause, takes: (matcher: IpMatcher) => boolean): boolean {
  const sure = matchers.some((matcher) => {
    return isIp(matcher) ? takes(matcher) : takesEveryText(matcher);
  });
  const open = matchers.some((matcher) => isText(matcher) || matcher.kind === 'anything-but');
  return holds ? !sure && !open : sure;
}

function search(
  clauses: readonly Clause[],
  texts: TextDomain,
  address: Machine | undefined,
  given: { readonly takes: (matcher: IpMatcher) => boolean; readonly budget: Budget },
): LeafSearch {
  const conditions: TextCondition[] = [];
  for (const { matchers, holds } of clauses) {
    const sure = matchers.some((matcher) => {
      return isIp(matcher) ? given.takes(matcher) : takesEveryText(matcher);
    });
    if (sure && !holds) {
      return { is: 'none' };
    }
    if (!sure) {
      conditions.push(conditionOf(matchers, holds));
    }
  }
  const machines = [pairMachine, lengthMachine(texts.least, texts.most), ...texts.machines];
  for (const machine of address === undefined ? machines : [...machines, address]) {
    conditions.push({ takes: [machine], leaves: [], holds: true });
  }
  const found = within(
    given.budget,
    address === undefined ? stepsOfOneSearch : stepsOfOneRegion,
    (part) => [findText(conditions, part)],
  );
  if (found === undefined) {
    return { is: 'unknown' };
  }
  if (found[0] === undefined) {
    return { is: 'none' };
  }
  const json = JSON.stringify(found[0]);
  return satisfies(json, clauses) ? { is: 'some', leaves: [json] } : { is: 'unknown' };
}

function conditionOf(matchers: readonly Matcher[], holds: boolean): TextCondition {
  const excluded = matchers.flatMap((matcher) => {
    return matcher.kind === 'anything-but' ? [matcher.not.filter(isText)] : [];
  });
  return {
    takes: [machineOf(matchers.filter(isText))],
    leaves: excluded.map(machineOfExcluded),
    holds,
  };
}

function takesEveryText(matcher: Matcher): boolean {
  return (
    matcher.kind === 'exists' || (matcher.kind === 'anything-but' && !matcher.not.some(isText))
  );
}

function isIp(matcher: Matcher): matcher is IpMatcher {
  return matcher.kind === 'ip';
}

function isText(matcher: Matcher): matcher is TextMatcher {
  return 'value' in matcher && matcher.kind !== 'keyword' && matcher.kind !== 'number';
}
