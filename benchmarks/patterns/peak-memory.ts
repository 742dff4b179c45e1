import { interpreter, spillway } from './engines';
import { lotsOf } from './lots';
import { ruleSets } from './rule-sets';

/**
 * Run in a process of its own: the most memory, in megabytes, that it takes to match every event
 * against 10,000 rules of all kinds; with the argument `without`, to hold and parse the events only.
 */
const [events = '', without] = process.argv.slice(2);
const lots = lotsOf(Number(events));
const set = ruleSets().find(({ name, rules }) => name === 'many-mixed' && rules.size === 10_000);
const count = without || !set ? parsed : (spillway ?? interpreter).prepare(set.rules);
const matched = lots.reduce((sum, event) => sum + count(event), 0);
process.stdout.write(JSON.stringify({ matched, megabytes: megabytes() }));

function parsed(event: string): number {
  return JSON.parse(event).type === 'Feature' ? 1 : 0;
}

function megabytes(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}
