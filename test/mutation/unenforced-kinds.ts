import { unenforced } from '../e2e/unenforced';
import type { Mutant } from './mutants';

/** A kind of mutant, and what is done; or why no template has it. */
type Cover = Pick<Mutant, 'kind' | 'mutation'> | { readonly none: string };

/** What no endpoint without AWS enforces, by the title of its template test, has mutants here. */
const covers: Readonly<Record<string, Cover>> = {
  'admits to its queue its one rule in its own account, and TLS only': {
    kind: 'queue policy',
    mutation: 'condition key removed',
  },
  'opens its dead-letter queue to its own rules only, in its own account': {
    kind: 'queue policy',
    mutation: 'condition value widened',
  },
  'sends the CloudEvent to its queue, tries for a day, and then to the dead-letter queue of the channel':
    { kind: 'dead letters of rule and bus', mutation: 'removed' },
  'waits for the bus and the policy of its dead-letter queue in the same stack': {
    kind: 'order of creation',
    mutation: 'removed',
  },
  'keeps what could not be delivered for 14 days, encrypted, by TLS only': {
    kind: 'queue policy',
    mutation: 'denial removed',
  },
  'lets the identity policies of its own account decide who publishes': {
    kind: 'bus policy',
    mutation: 'statement removed',
  },
  'makes a bus, its policy, an archive, a dead-letter queue and its policy, nothing else': {
    kind: 'archive',
    mutation: 'removed',
  },
  'makes one statement a source, with both keys required and no other value allowed': {
    kind: 'identity policy',
    mutation: 'condition key removed',
  },
  'lets a role receive, delete and extend from its queue, and nothing else': {
    kind: 'identity policy',
    mutation: 'action widened',
  },
  'lets a role move messages from the dead-letter queue back into the queue': {
    kind: 'identity policy',
    mutation: 'action removed',
  },
  'opens the key to EventBridge for queues of the account, naming neither rule nor queue': {
    kind: 'key policy',
    mutation: 'condition value widened',
  },
  'keeps events for 14 days, polls for 20 seconds, sets aside after 5 receives': {
    kind: 'retention',
    mutation: 'removed',
  },
  'keeps its queues through replacement and deletion, unless the user says otherwise': {
    kind: 'deletion policy',
    mutation: 'replaced',
  },
  'keeps everything that holds an event through replacement and deletion': {
    kind: 'replace policy',
    mutation: 'replaced',
  },
  'are refused where they pass the length of a rule, with their length': {
    none: 'a longer pattern is refused at synth, so that no template has one',
  },
  'opens its own key to EventBridge once, however many subscriptions stand under it': {
    none: 'each subscription of the fixtures to a bus is under the key of its bus, or under none',
  },
  'calls PutEvents of its bus and never passes a body through that no template has seen': {
    kind: 'api passthrough',
    mutation: 'replaced',
  },
  'lets its role publish these contracts and nothing else': {
    kind: 'identity policy',
    mutation: 'condition operator removed',
  },
};

/** What is unenforced and has no mutant, and what is covered here and no longer unenforced. */
export function withoutMutants(mutants: readonly Mutant[]): string[] {
  const titles = unenforced.map(({ title }) => title.at(-1) ?? '');
  const stale = Object.keys(covers).filter((title) => !titles.includes(title));
  return [
    ...titles
      .filter((title) => !isCovered(title, mutants))
      .map((title) => `has no mutant: "${title}"`),
    ...stale.map((title) => `is not in test/e2e/unenforced.ts any more: "${title}"`),
  ];
}

function isCovered(title: string, mutants: readonly Mutant[]): boolean {
  const cover = Object.hasOwn(covers, title) ? covers[title] : undefined;
  if (cover === undefined) return false;
  if ('none' in cover) return true;
  return mutants.some(({ kind, mutation }) => kind === cover.kind && mutation === cover.mutation);
}
