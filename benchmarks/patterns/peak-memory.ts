import { spillway } from './engines';
import { lotsOf } from './lots';
import { type Rules, ruleSets } from './rule-sets';

/**
 * Run in a process of its own: the most memory, in megabytes, that it takes to match every event
 * against 10,000 rules of all kinds; with the argument `without`, to hold and parse the events only.
 */
const [events = '', without] = process.argv.slice(2);
const lots = lotsOf(Number(events));
const count = without ? parsed : spillway.prepare(largest());
const matched = lots.reduce((sum, event) => sum + count(event), 0);
process.stdout.write(JSON.stringify({ matched, megabytes: megabytes() }));

function largest(): Rules {
  const set = ruleSets().find(({ name, rules }) => name === 'many-mixed' && rules.size === 10_000);
  if (set === undefined) {
    throw new Error('there is no rule set many-mixed of 10,000 rules');
  }
  return set.rules;
}

function parsed(event: string): number {
  return JSON.parse(event).type === 'Feature' ? 1 : 0;
}

function megabytes(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}
