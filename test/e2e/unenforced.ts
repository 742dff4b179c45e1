/** Something that a template has and that an endpoint without AWS does not look at, or does not take. */
export interface Unenforced {
  readonly what: string;
  /** The test that fails on a template without it, from the root of the repository. */
  readonly file: string;
  /** The titles around the test, and its own. */
  readonly title: readonly string[];
}

const bus = 'test/constructs/channels/classic-bus.test.ts';
const grants = 'test/constructs/channels/classic-bus-grants.test.ts';
const api = 'test/constructs/producers/ingest-api.test.ts';
const subscription = 'test/constructs/subscriptions/subscription.test.ts';
const consumers = 'test/constructs/subscriptions/subscription-grants.test.ts';

export const unenforced: readonly Unenforced[] = [
  {
    what: 'A queue takes events of its one rule only: without its policy they arrive all the same.',
    file: subscription,
    title: ['Subscription', 'admits to its queue its one rule in its own account, and TLS only'],
  },
  {
    what: "The bus's dead-letter queue takes what the rules of its own bus could not deliver.",
    file: bus,
    title: ['ClassicBus', 'opens its dead-letter queue to its own rules only, in its own account'],
  },
  {
    what: 'What a rule can not deliver is tried again for a day, then goes to that queue: here it is dropped.',
    file: subscription,
    title: [
      'Subscription',
      'sends the CloudEvent to its queue, tries for a day, and then to the dead-letter queue of the channel',
    ],
  },
  {
    what: 'A rule is made after its bus and the policy of its dead-letter queue: here all is there at once.',
    file: subscription,
    title: [
      'Subscription',
      'waits for the bus and the policy of its dead-letter queue in the same stack',
    ],
  },
  {
    what: 'Requests without TLS are denied: here none has it.',
    file: bus,
    title: ['ClassicBus', 'keeps what could not be delivered for 14 days, encrypted, by TLS only'],
  },
  {
    what: "The bus's own policy: taken out.",
    file: bus,
    title: ['ClassicBus', 'lets the identity policies of its own account decide who publishes'],
  },
  {
    what: 'The archive: taken out.',
    file: bus,
    title: [
      'ClassicBus',
      'makes a bus, its policy, an archive, a dead-letter queue and its policy, nothing else',
    ],
  },
  {
    what: 'A producer publishes the contracts of its grant and nothing else.',
    file: grants,
    title: [
      'grants.publish',
      'makes one statement a source, with both keys required and no other value allowed',
    ],
  },
  {
    what: 'A consumer receives, deletes and extends, and does nothing else.',
    file: consumers,
    title: [
      'SubscriptionGrants',
      'consume',
      'lets a role receive, delete and extend from its queue, and nothing else',
    ],
  },
  {
    what: 'A supervisor moves what was set aside back into the queue.',
    file: consumers,
    title: [
      'SubscriptionGrants',
      'redrive',
      'lets a role move messages from the dead-letter queue back into the queue',
    ],
  },
  {
    what: 'A key lets EventBridge put into the queues under it: no key is asked.',
    file: bus,
    title: [
      'ClassicBus',
      'with a customer-managed key',
      'opens the key to EventBridge for queues of the account, naming neither rule nor queue',
    ],
  },
  {
    what: 'A message is kept for 14 days, by the queue and by its dead-letter queue: nobody waits for that.',
    file: subscription,
    title: [
      'Subscription',
      'keeps events for 14 days, polls for 20 seconds, sets aside after 5 receives',
    ],
  },
  {
    what: 'Queues stay when their stack is deleted: what is deployed is the stage `dev`, of which nothing stays.',
    file: subscription,
    title: [
      'Subscription',
      'keeps its queues through replacement and deletion, unless the user says otherwise',
    ],
  },
  {
    what: 'So do bus, archive and dead-letter queue.',
    file: bus,
    title: ['ClassicBus', 'keeps everything that holds an event through replacement and deletion'],
  },
  {
    what: 'A rule has at most 2,048 characters.',
    file: subscription,
    title: [
      'Subscription',
      'its filters',
      'are refused where they pass the length of a rule, with their length',
    ],
  },
  {
    what: 'A key of a subscription does so too.',
    file: subscription,
    title: [
      'Subscription',
      'with a customer-managed key',
      'opens its own key to EventBridge once, however many subscriptions stand under it',
    ],
  },
  {
    what: 'An API puts what it is sent on its bus: it is deployed, but its mapping is not run.',
    file: api,
    title: [
      'IngestApi',
      'calls PutEvents of its bus and never passes a body through that no template has seen',
    ],
  },
  {
    what: 'An API publishes its contracts and nothing else.',
    file: api,
    title: ['IngestApi', 'lets its role publish these contracts and nothing else'],
  },
];
