import { shopOf } from './shop';
import { type Side, synthesise } from './sides';

/** Run in a process of its own: the most memory that one synth took, in megabytes. */
const [side, subscriptions] = process.argv.slice(2);
synthesise(side as Side, shopOf(Number(subscriptions)));
console.log(Math.round(process.resourceUsage().maxRSS / 1024));
