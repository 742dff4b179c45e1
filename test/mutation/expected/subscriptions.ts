import type { Fields } from '../template';

/** What each subscription of the templates is for. Its place with `Queue`, `Rule` is theirs. */
export interface ExpectedSubscription {
  readonly place: string;
  readonly bus: string;
  /** The bus's resource. @default - it is of another stack, or always there */
  readonly after?: readonly string[];
  /** The queue of what can't be delivered. */
  readonly undelivered: string;
  readonly pattern: Fields;
  readonly key?: string;
}

const retailer = {
  bus: 'RetailerOrders-Bus-1A67D5BB',
  undelivered: 'RetailerOrders/OrdersBusDeadLetters',
};
const besideBus = {
  ...retailer,
  after: ['RetailerOrders/OrdersBus', 'RetailerOrders/OrdersBusDeadLettersPolicy'],
};
const checkout = { source: ['retailer.checkout'] };
const both = { ...checkout, 'detail-type': ['order.placed.v1', 'order.cancelled.v1'] };

export const subscriptions: readonly ExpectedSubscription[] = [
  {
    ...besideBus,
    place: 'RetailerOrders/OrdersFraudReview',
    pattern: {
      ...checkout,
      'detail-type': ['order.placed.v1'],
      detail: { data: { total: [{ numeric: ['>=', 1000] }] } },
    },
  },
  { ...besideBus, place: 'RetailerOrders/OrdersAnalytics', pattern: both },
  warehouse('Daventry', 'United Kingdom', 'EIRE', 'Channel Islands'),
  warehouse('Rotterdam', 'Netherlands', 'Belgium', 'Germany', 'France', 'Austria', 'Switzerland'),
  warehouse('Barcelona', 'Spain', 'Portugal', 'Italy', 'Greece', 'Cyprus', 'Malta'),
  warehouse('Malmo', 'Sweden', 'Norway', 'Denmark', 'Finland', 'Iceland', 'Poland', 'Lithuania'),
  {
    place: 'Sealed/Orders',
    bus: 'Sealed-Bus-1DC27903',
    after: ['Sealed/Bus', 'Sealed/BusDeadLettersPolicy'],
    undelivered: 'Sealed/BusDeadLetters',
    pattern: { source: ['shop.checkout'], 'detail-type': ['order.placed.v1'] },
    key: 'Sealed/Key',
  },
  {
    place: 'Sealed/Cancellations',
    bus: 'default',
    undelivered: 'Sealed/CancellationsRuleDeadLetters',
    pattern: { source: ['shop.checkout'], 'detail-type': ['order.cancelled.v1'] },
  },
];

function warehouse(city: string, ...country: string[]): ExpectedSubscription {
  const pattern = { ...both, detail: { data: { shipTo: { country } } } };
  return { ...retailer, place: `RetailerWarehouses/${city}`, pattern };
}
