import { Flow, type PutEvent, type Route } from '../../../lib/analysis';
import type { Template, Templates } from '../template';
import { same, type Violations } from './compare';

const retailer = 'RetailerOrders-Bus-1A67D5BB';
const sealed = 'Sealed-Bus-1DC27903';

interface Case {
  readonly channel: string;
  readonly event: PutEvent;
  readonly arrivesIn: readonly string[];
}

/** Where events go, by the ids of the rules that deliver them. */
const cases: readonly Case[] = [
  {
    channel: retailer,
    event: order('retailer.checkout', 'order.placed.v1', {
      total: 20,
      shipTo: { country: 'EIRE' },
    }),
    arrivesIn: ['Daventry', 'OrdersAnalytics'],
  },
  {
    channel: retailer,
    event: order('retailer.checkout', 'order.placed.v1', {
      total: 1000,
      shipTo: { country: 'Brazil' },
    }),
    arrivesIn: ['OrdersAnalytics', 'OrdersFraudReview'],
  },
  {
    channel: retailer,
    event: order('retailer.checkout', 'order.cancelled.v1', { shipTo: { country: 'Poland' } }),
    arrivesIn: ['Malmo', 'OrdersAnalytics'],
  },
  { channel: retailer, event: order('elsewhere', 'order.placed.v1', {}), arrivesIn: [] },
  { channel: sealed, event: order('shop.checkout', 'order.placed.v1', {}), arrivesIn: ['Orders'] },
  { channel: sealed, event: order('shop.checkout', 'order.cancelled.v1', {}), arrivesIn: [] },
  {
    channel: 'default',
    event: order('shop.checkout', 'order.cancelled.v1', {}),
    arrivesIn: ['Cancellations'],
  },
];

function order(source: string, detailType: string, data: object): PutEvent {
  const detail = { specversion: '1.0', id: '1', source, type: detailType, data };
  return { source, detailType, detail };
}

export function everyEventArrivesWhereItIsWantedAndNowhereElse(templates: Templates): Violations {
  return routed(templates, ({ hops }, { event, arrivesIn }) => {
    const delivered = hops.filter(({ verdict }) => verdict === 'delivered');
    const rules = delivered.map(({ rule }) => rule.logicalId.replace(/Rule[0-9A-F]{8}$/, ''));
    return same(`${event.source} ${event.detailType} arrives in`, rules.sort(), arrivesIn);
  });
}

export function everyConsumerGetsTheCloudEvent(templates: Templates): Violations {
  return routed(templates, ({ hops }, { event }) =>
    hops.flatMap(({ rule, verdict, delivers }) =>
      verdict === 'delivered'
        ? same(`${rule.logicalId} delivers`, delivers, { body: event.detail })
        : [],
    ),
  );
}

export function everyDeadLetterQueueLetsItsRuleIn(templates: Templates): Violations {
  return routed(templates, ({ hops }) =>
    hops.flatMap(({ rule, deadLetter }) =>
      same(`${rule.logicalId} dead letters`, deadLetter?.verdict, 'delivered'),
    ),
  );
}

/** The stacks of the app that a bus stands in. The other apps of the fixtures are no part of a flow. */
const stacksOf: Readonly<Record<string, readonly string[]>> = {
  [retailer]: ['RetailerOrders', 'RetailerWarehouses'],
  [sealed]: ['Sealed'],
  default: ['Sealed'],
};

interface KnownFlow {
  readonly of: readonly Template[];
  readonly flow: Flow;
}

/** The last one of each app: a mutant leaves the templates of all apps but one as they were. */
const known = new Map<string, KnownFlow>();

function flowOf(templates: Templates, stacks: readonly string[]): Flow {
  const app = stacks.join();
  const of = stacks.map((stack) => templates[stack]);
  const last = known.get(app);
  if (last?.of.every((template, at) => template === of[at])) return last.flow;
  const flow = Flow.of(Object.fromEntries(stacks.map((stack) => [stack, templates[stack]])));
  known.set(app, { of, flow });
  return flow;
}

function routed(templates: Templates, judge: (route: Route, one: Case) => Violations): Violations {
  return cases.flatMap((one) => {
    const flow = flowOf(templates, stacksOf[one.channel]);
    const isThere = flow.channels.some(({ name }) => name === one.channel);
    if (!isThere) return [`${one.channel}: no such bus`];
    return judge(flow.route(one.event, { channel: one.channel }), one);
  });
}
