import {
  DescribeRuleCommand,
  type EventBridgeClient,
  ListRuleNamesByTargetCommand,
} from '@aws-sdk/client-eventbridge';
import { DeleteQueueCommand, GetQueueAttributesCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Flow, Hop } from '../../lib/analysis';
import { type CloudEvent, toPutEventsEntry } from '../../lib/runtime';
import { compareAll, type Deployed } from '../e2e/deployed';
import { differences } from '../e2e/differences';
import type { Outcome } from '../e2e/report';
import { mismatchesOf } from '../e2e/traffic/comparison';
import { keyOf, predict } from '../e2e/traffic/prediction';
import { publish } from '../e2e/traffic/publish';
import { drainDeadLetters } from './dead-letters';

const warehouse = /^RetailerWarehouses\/Daventry.*Queue/;

/**
 * A warehouse's queue is deleted by hand. What it would have got lies in the dead-letter queue that the template reader names, with reason and rule,
 * and everybody else's orders are where they belong.
 */
export async function goneQueue(
  deployed: Deployed,
  events: readonly CloudEvent[],
): Promise<Outcome> {
  const { at, flow, bus, urls } = deployed;
  const { shares, mismatches } = predict(flow, events);
  const gone = [...urls.keys()].find((key) => warehouse.test(key)) ?? '';
  const share = shares.get(gone) ?? [];
  const { keeper, unsaid } = keeperOf(flow, gone, share);
  const url = urls.get(gone) ?? '';
  const target = await arnOf(at.queues, url);
  const rule = await ruleOf(at.events, bus, target);

  await at.queues.send(new DeleteQueueCommand({ QueueUrl: url }));
  await publish(at.events, bus, events);
  const letters = await drainDeadLetters(at.queues, urls.get(keeper) ?? '', share.length);

  const codes = new Set(letters.map(({ attributes }) => attributes.ERROR_CODE));
  const bodies = letters.map(({ body }) => body);
  const left = new Map([...urls].filter(([key]) => key !== gone));
  const others = new Map([...shares].filter(([key]) => key !== gone));
  return {
    told: `${letters.length} orders of ${gone} lie in ${keeper}, of ${rule}, ERROR_CODE ${[...codes].join(', ')}`,
    mismatches: [
      ...mismatches,
      ...unsaid,
      ...mismatchesOf(keeper, share, bodies),
      ...letters.flatMap(({ attributes }) => reasonMismatches(attributes, rule, target)),
      ...(await compareAll({ ...deployed, urls: left }, others)),
    ],
  };
}

/** The dead-letter queue that the template reader names for each of these events, should the queue not take it. */
function keeperOf(flow: Flow, queue: string, events: readonly CloudEvent[]) {
  const hops = events.flatMap((event) => hopsTo(flow, queue, event));
  const keepers = new Set(hops.map(({ deadLetter }) => named(deadLetter)));
  const [keeper = '', ...others] = keepers;
  const refused = hops.filter(({ deadLetter }) => deadLetter?.verdict !== 'delivered');
  return {
    keeper,
    unsaid: [
      ...others.map((other) => `the template reader names ${other} beside ${keeper}`),
      ...refused.map(({ deadLetter }) => `the template reader says ${deadLetter?.reason}`),
      ...differences(events.length, hops.length, `ways to ${queue}`),
      ...(events.length > 0 ? [] : [`none of these orders goes to ${queue}`]),
    ],
  };
}

function hopsTo(flow: Flow, queue: string, event: CloudEvent): Hop[] {
  const { Source, DetailType, Detail } = toPutEventsEntry(event);
  const sent = { source: Source, detailType: DetailType, detail: JSON.parse(Detail) };
  const { hops } = flow.route(sent);
  return hops.filter(({ to, verdict }) => named({ to }) === queue && verdict === 'delivered');
}

const named = (admission: Pick<Hop, 'to'> = {}): string => {
  const { to } = admission;
  return typeof to === 'object' ? keyOf(to) : `${to}`;
};

async function arnOf(client: SQSClient, QueueUrl: string): Promise<string> {
  const command = new GetQueueAttributesCommand({ QueueUrl, AttributeNames: ['QueueArn'] });
  return (await client.send(command)).Attributes?.QueueArn ?? '';
}

/** The ARN of the one rule that puts events into a queue. */
async function ruleOf(client: EventBridgeClient, EventBusName: string, TargetArn: string) {
  const command = new ListRuleNamesByTargetCommand({ EventBusName, TargetArn });
  const [Name, ...others] = (await client.send(command)).RuleNames ?? [];
  if (others.length > 0) throw new Error(`${TargetArn} has rules beside ${Name}: ${others}`);
  return (await client.send(new DescribeRuleCommand({ EventBusName, Name }))).Arn ?? '';
}

function reasonMismatches(
  attributes: Readonly<Record<string, string>>,
  rule: string,
  target: string,
) {
  const { RULE_ARN, TARGET_ARN, ERROR_CODE = '', ERROR_MESSAGE = '' } = attributes;
  const found = { RULE_ARN, TARGET_ARN, said: ERROR_CODE !== '' && ERROR_MESSAGE !== '' };
  const expected = { RULE_ARN: rule, TARGET_ARN: target, said: true };
  return differences(expected, found).map((line) => `a dead letter${line}`);
}
