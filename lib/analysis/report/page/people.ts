import type { CatalogueChannel, CatalogueConsumer, CatalogueProducer } from '../../catalogue';
import { type Html, html } from './html';
import { nothing } from './parts';
import { shownJson } from './shown-json';

export type Channels = ReadonlyMap<string, CatalogueChannel>;

export const kinds = {
  classicBus: 'event bus',
  standardTopic: 'SNS topic',
  fifoTopic: 'SNS FIFO topic',
  queue: 'SQS queue',
  fifoQueue: 'SQS FIFO queue',
} as const satisfies Record<CatalogueChannel['type'], string>;

/** What a role runs, as people call it. */
const services: ReadonlyMap<string, string> = new Map([
  ['apigateway', 'API Gateway'],
  ['ec2', 'EC2 instance'],
  ['ecs-tasks', 'ECS task'],
  ['events', 'EventBridge'],
  ['lambda', 'Lambda function'],
  ['pipes', 'EventBridge pipe'],
  ['scheduler', 'EventBridge schedule'],
  ['states', 'Step Functions'],
]);

function serviceName(service: string): string {
  const [name = ''] = service.split('.');
  return services.get(name) ?? service;
}

/** Each once: several statements may let one in. */
export function producers(all: readonly CatalogueProducer[], channels: Channels): Html {
  if (all.length === 0) return nothing('No template lets anybody publish it.');
  return html`<ul class="people">${all.map((one) => producerOf(one, channels))}</ul>`;
}

function producerOf(one: CatalogueProducer, channels: Channels): Html {
  const runs = one.services.map(serviceName).join(', ');
  const channel = channels.get(one.channel);
  const on = channel && html`on the ${kinds[channel.type]} <code>${channel.name}</code>`;
  const any = !one.named && html`<p>May publish other events there too.</p>`;
  const doubt = !one.certain && html`<p class="problem">Not certain: ${one.reason}</p>`;
  return html`<li><p class="who"><bdi>${one.name}</bdi>${runs && html` <span class="mark">${runs}</span>`}</p><p>${on}</p>${any}${doubt}</li>`;
}

export function consumers(all: readonly CatalogueConsumer[]): Html {
  if (all.length === 0) return nothing('No template has anybody who takes it.');
  return html`<ul class="people">${all.map(consumerOf)}</ul>`;
}

function consumerOf(one: CatalogueConsumer): Html {
  const { name, stack, delivery, queue, receivers, problem } = one;
  const isElsewhere = !name.startsWith(`${stack}/`) && stack !== name;
  return html`<li><p class="who"><bdi>${name}</bdi> <span class="mark">${delivery}</span>${
    isElsewhere && html` <span class="mark">stack ${stack}</span>`
  }</p><p>${sayDelivery(delivery, queue, receivers)}</p>${filterOf(one)}${
    problem && html`<p class="problem">${problem}</p>`
  }</li>`;
}

function sayDelivery(
  delivery: CatalogueConsumer['delivery'],
  queue: string | undefined,
  receivers: readonly string[],
): Html {
  const names = receivers.map((one, at) => html`${at > 0 && ', '}<code>${one}</code>`);
  const from = queue !== undefined && html`the queue <code>${queue}</code>`;
  const nobody = delivery === 'pull' && receivers.length === 0;
  if (nobody) return html`It waits in ${from}: no role of the templates may take it out.`;
  if (delivery === 'pull') return html`${names} from ${from}`;
  if (delivery === 'push') return html`${names} by way of ${from}`;
  return html`${names}${from && html`, a pipe moves it on from ${from}`}`;
}

const about = { data: 'data matches', event: 'event matches', attributes: 'attributes match' };

function filterOf({ filters, named }: CatalogueConsumer): Html {
  if (filters.length === 0) {
    return html`<p>${named ? 'Takes every event.' : 'Takes whatever the channel carries.'}</p>`;
  }
  return html`${filters.map(
    ({ of, pattern }, at) =>
      html`<p>${at > 0 ? 'or where its' : 'Only where its'} ${about[of]}</p><pre tabindex="0" role="group" aria-label="Filter"><code>${shownJson(pattern)}</code></pre>`,
  )}`;
}
