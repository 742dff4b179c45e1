import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Outcome } from '../e2e/report';
import { type Unenforced, unenforced } from '../e2e/unenforced';

const root = resolve(__dirname, '../..');

const api = 'test/constructs/producers/ingest-api.test.ts';
const templates = 'test/constructs/producers/templates';
const mapping = `${templates}/data-template.test.ts`;
const subscription = 'test/constructs/subscriptions/subscription.test.ts';

/** What an endpoint that only `npm run e2e` knows does not do, and LocalEmu does: by the title of its test. */
const shownHere: readonly string[] = [
  'calls PutEvents of its bus and never passes a body through that no template has seen',
  'sends the CloudEvent to its queue, tries for a day, and then to the dead-letter queue of the channel',
];

const onlyHere: readonly Unenforced[] = [
  {
    what: 'A rule tries for a day what may pass: here once, since LocalEmu tries again what AWS gives up at once.',
    file: subscription,
    title: ['Subscription', shownHere[1]],
  },
  {
    what: 'Requests are signed, and a partner sends what it was granted: LocalEmu takes all.',
    file: api,
    title: ['IngestApi', 'authorises', 'by IAM by default, and grants an event at a time'],
  },
  {
    what: 'A refusal of the API itself tells the id of its request: LocalEmu leaves the name of the variable there.',
    file: api,
    title: ['IngestApi', 'answers errors as JSON'],
  },
  {
    what: 'CloudEvents, one or a list of them: LocalEmu can not go through the members of a body either.',
    file: `${templates}/events-template.test.ts`,
    title: [
      'for every body',
      'an event that arrives is the one that was sent, of the source and type of the contract',
    ],
  },
  {
    what: 'CloudEvents in binary mode: nor through the headers.',
    file: `${templates}/binary-mode.test.ts`,
    title: [
      'dataTemplate of a CloudEvent in binary mode',
      'makes the event of the headers and the body, and no time of its own',
    ],
  },
  {
    what: 'The key is taken of the headers alone, however it is spelt: the template that does so is changed here.',
    file: mapping,
    title: ['dataTemplate', 'takes the key for every spelling of its header'],
  },
  {
    what: 'Texts that need escaping: Velocity of AWS escapes other characters than that of LocalEmu.',
    file: mapping,
    title: [
      'dataTemplate',
      'carries every body and every key as they were, and lets neither touch anything else',
    ],
  },
  {
    what: 'Too many requests are answered with 429: LocalEmu does not count them.',
    file: api,
    title: [
      'IngestApi',
      'throttles, traces, measures and writes a line a request without the body',
    ],
  },
  {
    what: 'Where PutEvents fails as a whole the caller is told to send again: LocalEmu never fails so.',
    file: `${templates}/answers.test.ts`,
    title: ['failedTemplate', 'asks to send it again'],
  },
];

/** Tells what LocalEmu does not enforce, with the test of the template that shows it; each has to be there. */
export function tellNotShown(): Outcome {
  const all = [
    ...unenforced.filter(({ title }) => !shownHere.includes(title.at(-1) ?? '')),
    ...onlyHere,
  ];
  console.log('\nNot enforced by LocalEmu, and the test that shows it on the template:');
  for (const { what, file, title } of all) {
    console.log(`- ${what}\n    ${file}: ${title.join(' ')}`);
  }
  console.log('');
  const unfound = all.filter(({ file, title }) => {
    return !readFileSync(resolve(root, file), 'utf8').includes(`'${title.at(-1)}'`);
  });
  return {
    told: `${all.length} things, each with a test that is there`,
    mismatches: unfound.map(({ file, title }) => `${file} has no test: ${title.join(' ')}`),
  };
}
