import type { Unenforced } from './unenforced';

const standard = 'test/constructs/channels/standard-topic.test.ts';
const fifo = 'test/constructs/channels/fifo-topic.test.ts';
const work = 'test/constructs/channels/work-queue.test.ts';
const push = 'test/constructs/subscriptions/push.test.ts';
const registry = 'test/constructs/registry/schema-registry.test.ts';
const readers = 'test/constructs/registry/registry-grants.test.ts';
const pipe = 'test/constructs/subscriptions/one-at-a-time.test.ts';

/** The same of the examples of channels and deliveries. */
export const unenforcedOfExamples: readonly Unenforced[] = [
  {
    what: 'What a topic could not deliver goes to its dead-letter queue: here it is dropped.',
    file: standard,
    title: [
      'Subscription to a StandardTopic',
      'gets the event as it was published, filtered by its body, and keeps what could not be delivered',
    ],
  },
  {
    what: 'That queue takes what its topic could not deliver, and from nobody else.',
    file: standard,
    title: ['StandardTopic', 'lets itself, and nobody else, put into its dead-letter queue'],
  },
  {
    what: 'A queue takes messages of its one topic only: without its policy they arrive all the same.',
    file: standard,
    title: ['Subscription to a StandardTopic', 'lets the topic send to its queue'],
  },
  {
    what: 'A topic is subscribed to when the policies stand: here all is there at once.',
    file: standard,
    title: [
      'Subscription to a StandardTopic',
      'waits for the policies: SNS does not try again what they deny',
    ],
  },
  {
    what: 'A topic takes no message without TLS.',
    file: standard,
    title: ['StandardTopic', 'takes messages by TLS only'],
  },
  {
    what: 'A producer publishes to its topic and does nothing else.',
    file: standard,
    title: ['StandardTopic', 'grants a producer to publish, and the use of its key'],
  },
  {
    what: 'A key lets SNS put into the queues under it: no key is asked.',
    file: standard,
    title: [
      'StandardTopic',
      'opens its key to SNS once, for the queues and the topics of the account',
    ],
  },
  {
    what: 'A filter of more than SNS takes is refused.',
    file: standard,
    title: [
      'Subscription to a StandardTopic',
      'refuses at synth a filter that SNS would refuse, put there by an Aspect',
    ],
  },
  {
    what: 'A topic stays when its stack is deleted, and what it could not deliver: here nothing stays.',
    file: standard,
    title: [
      'StandardTopic',
      'keeps the topic and its dead-letter queue through replacement and deletion',
    ],
  },
  {
    what: 'An event that is published to a FIFO topic again is not delivered again: here it would be.',
    file: fifo,
    title: ['FifoTopic', 'has the throughput, and looks for duplicates, %s'],
  },
  {
    what: 'What a FIFO topic could not deliver goes to a FIFO queue: here it is dropped.',
    file: fifo,
    title: [
      'Subscription to a FifoTopic',
      'keeps what could not be delivered in a FIFO queue, which lets the topic in and nobody else',
    ],
  },
  {
    what: 'A consumer that holds is given an event 1,000 times: nobody waits for that.',
    file: work,
    title: ['WorkQueue', 'of a FIFO queue, %s'],
  },
  {
    what: 'A producer sends to its work queue and does not receive from it.',
    file: work,
    title: ['WorkQueue', 'grants a producer to %s, and the use of its key'],
  },
  {
    what: 'Consumers receive, and an operator moves what was set aside back: here nobody can move it.',
    file: work,
    title: [
      'Subscription to a WorkQueue',
      'grants competing consumers and an operator, and the use of the key: %s',
    ],
  },
  {
    what: 'No service sends to a work queue.',
    file: work,
    title: ['WorkQueue', 'takes messages by TLS only, and lets no service send'],
  },
  {
    what: 'A work queue stays when its stack is deleted.',
    file: work,
    title: ['WorkQueue', 'keeps both queues through replacement and deletion'],
  },
  {
    what: 'A pipe takes the events out of their queue: here it is there and does not run.',
    file: pipe,
    title: [
      'Delivery.oneAtATime',
      'on a %s',
      'has a pipe from the queue of the channel to a FIFO queue, an event at a time',
    ],
  },
  {
    what: 'A pipe moves from the one queue into the other, and does nothing else.',
    file: pipe,
    title: [
      'Delivery.oneAtATime',
      'on a %s',
      'lets the pipe move from the one queue into the other, and nothing else',
    ],
  },
  {
    what: "A pipe's role is assumed by pipes of its own account only.",
    file: pipe,
    title: ['Delivery.oneAtATime', 'trusts pipes of its own account and region only'],
  },
  {
    what: 'A pipe is made when its role may move: here nobody looks.',
    file: pipe,
    title: ['Delivery.oneAtATime', 'makes the pipe when its role may move'],
  },
  {
    what: 'A function receives from its queue: here from any, and before it may.',
    file: push,
    title: ['Delivery.push', 'lets the function consume, and waits for that'],
  },
  {
    what: 'A message is hidden from a function for six times its timeout: nobody waits for that.',
    file: push,
    title: ['Delivery.push', 'hides a message for six times %s'],
  },
  {
    what: 'A function is given so many batches at a time and no more: nobody counts them.',
    file: push,
    title: ['Delivery.push', 'takes a batch size, a window and a concurrency'],
  },
  {
    what: 'The registry of schemas, and what stands in it: taken out.',
    file: registry,
    title: [
      'SchemaRegistry',
      'names a schema as AWS names those that it discovers, tells its owner and waits for the registry',
    ],
  },
  {
    what: "The registry's policy, by which other accounts read it: taken out.",
    file: registry,
    title: [
      'SchemaRegistry.allowAccount',
      'makes one policy that lets these accounts read and nothing else',
    ],
  },
  {
    what: 'A reader finds schemas of its registry and does nothing else.',
    file: readers,
    title: [
      'SchemaRegistry grants',
      'read: lets a role find schemas and download bindings of this registry, and nothing else',
    ],
  },
];
