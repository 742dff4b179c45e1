import type { Flow } from '../../lib/analysis';
import { CloudEventError } from '../../lib/runtime';
import type { ChannelName } from './channels';
import { type Entrance, entranceOf, type Taker, takerOf, type Way } from './entrance';
import { eventOf } from './events';
import type { Invoices, RefusedRow } from './invoices';
import type { Order } from './order';
import { followers, keepsOrder, keptGroupOf, outOfOrder } from './out-of-order';

/** What became of a day of orders. */
export interface Day {
  /** The channel that the templates have. */
  readonly channel: ChannelName;
  readonly rows: number;
  readonly rowsInOrders: number;
  readonly rowsRefused: number;
  readonly refused: readonly RefusedRow[];
  /** Events that checkout published. */
  readonly events: number;
  /** Events that no subscription took. */
  readonly unmatched: number;
  /** Deliveries that a subscription tried and a queue did not take. */
  readonly undelivered: number;
  /** The orders that no warehouse got. */
  readonly noWarehouse: readonly string[];
  readonly subscribers: { readonly [name: string]: Share };
}

/** What one subscriber got. */
export interface Share {
  readonly events: number;
  readonly undelivered: number;
  /** In the order of publishing. */
  readonly orders: readonly string[];
  /** Events of a customer of whom it got one before. */
  readonly followers: number;
  /** Those that its consumer may see after a later one of the same customer: see `outOfOrder`. */
  readonly outOfOrder: number;
  /**
   * Whether the way to its queue keeps each customer's events in order, all of them.
   *
   * @default - it got no events, by which that could be told
   */
  readonly keepsOrder?: boolean;
}

export interface RouteDayOptions {
  /** The stack whose subscribers are warehouses. */
  readonly warehouses: string;
  /** Called after every order. */
  readonly progress?: (done: number, of: number) => void;
}

/** An order that checkout published, and the ways on which a subscription took it. */
interface Published {
  readonly order: Order;
  readonly taken: readonly Way[];
}

/** Routes every order of a day through the templates. */
export function routeDay(invoices: Invoices, flow: Flow, options: RouteDayOptions): Day {
  const entrance = entranceOf(flow);
  const published: Published[] = [];
  const refused: RefusedRow[] = [...invoices.refused];
  invoices.orders.forEach((order, at) => {
    const outcome = publish(order, entrance);
    if (outcome instanceof CloudEventError) refused.push(...refusedRows(order, outcome));
    else published.push({ order, taken: outcome });
    options.progress?.(at + 1, invoices.orders.length);
  });
  refused.sort((one, other) => one.line - other.line);
  return {
    channel: entrance.channel,
    rows: invoices.rows,
    rowsInOrders: invoices.rows - refused.length,
    rowsRefused: refused.length,
    refused,
    ...outcomeOf(published, entrance.takers, options.warehouses),
  };
}

/** The ways of an order's event that a subscription took, or why it can't be published. */
function publish(order: Order, entrance: Entrance): readonly Way[] | CloudEventError {
  try {
    return entrance.publish(eventOf(order)).filter(({ pattern }) => pattern !== 'filtered');
  } catch (error) {
    if (error instanceof CloudEventError) return error;
    throw error;
  }
}

function refusedRows({ fileLines }: Order, { message }: CloudEventError): RefusedRow[] {
  return fileLines.map((line) => ({ line, reason: `its order can't be published: ${message}` }));
}

function outcomeOf(published: readonly Published[], takers: readonly Taker[], warehouses: string) {
  const shares = takers.map((taker) => [nameOf(taker), shareOf(taker, published)] as const);
  const isShipped = (way: Way) => takerOf(way).stack === warehouses && isDelivered(way);
  return {
    events: published.length,
    unmatched: published.filter(({ taken }) => taken.length === 0).length,
    undelivered: shares.reduce((sum, [, { undelivered }]) => sum + undelivered, 0),
    noWarehouse: published
      .filter(({ taken }) => !taken.some(isShipped))
      .map(({ order }) => order.invoiceNo),
    subscribers: Object.fromEntries(shares),
  };
}

function shareOf(taker: Taker, published: readonly Published[]): Share {
  const taken = published.flatMap(({ order, taken: ways }) =>
    ways.filter((way) => takerOf(way) === taker).map((way) => ({ order, way })),
  );
  const delivered = taken.filter(({ way }) => isDelivered(way));
  const arrivals = delivered.map(({ order, way }, at) => ({
    published: at,
    customer: order.customerId,
    group: keptGroupOf(way),
  }));
  return {
    events: delivered.length,
    undelivered: taken.length - delivered.length,
    orders: delivered.map(({ order }) => order.invoiceNo),
    followers: followers(arrivals),
    outOfOrder: outOfOrder(arrivals),
    ...(arrivals.length > 0 && { keepsOrder: keepsOrder(arrivals) }),
  };
}

const isDelivered = ({ verdict }: Way): boolean => verdict === 'delivered';

/** The id of the subscription, around what it made: `RetailerWarehouses/Malmo/Rule`. */
function nameOf({ path = '', logicalId }: Taker): string {
  return path.split('/').at(-2) ?? logicalId;
}
