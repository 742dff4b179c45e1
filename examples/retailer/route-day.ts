import type { Flow, Hop, RuleNode } from '../../lib/analysis';
import { CloudEventError, toPutEventsEntry } from '../../lib/runtime';
import { eventOf } from './events';
import type { Invoices, RefusedRow } from './invoices';
import type { Order } from './order';

/** What became of a day of orders. */
export interface Day {
  readonly rows: number;
  readonly rowsInOrders: number;
  readonly rowsRefused: number;
  readonly refused: readonly RefusedRow[];
  /** Events that checkout published. */
  readonly events: number;
  /** Events that no subscription took. */
  readonly unmatched: number;
  /** Deliveries that a rule tried and a queue did not take. */
  readonly undelivered: number;
  /** The orders that no warehouse got. */
  readonly noWarehouse: readonly string[];
  readonly subscribers: { readonly [name: string]: Share };
}

/** What one subscriber got. */
export interface Share {
  readonly events: number;
  readonly undelivered: number;
  readonly orders: readonly string[];
}

export interface RouteDayOptions {
  /** The stack whose subscribers are warehouses. */
  readonly warehouses: string;
  /** Called after every order. */
  readonly progress?: (done: number, of: number) => void;
}

/** An order that checkout published, and the rules that took it. */
interface Published {
  readonly order: Order;
  readonly taken: readonly Hop[];
}

/** Routes every order of a day through the templates. */
export function routeDay(invoices: Invoices, flow: Flow, options: RouteDayOptions): Day {
  const published: Published[] = [];
  const refused: RefusedRow[] = [...invoices.refused];
  invoices.orders.forEach((order, at) => {
    const outcome = publish(order, flow);
    if (outcome instanceof CloudEventError) refused.push(...refusedRows(order, outcome));
    else published.push({ order, taken: outcome });
    options.progress?.(at + 1, invoices.orders.length);
  });
  refused.sort((one, other) => one.line - other.line);
  return {
    rows: invoices.rows,
    rowsInOrders: invoices.rows - refused.length,
    rowsRefused: refused.length,
    refused,
    ...outcomeOf(published, flow, options.warehouses),
  };
}

/** The hops of an order's event that a rule took, or why it can't be published. */
function publish(order: Order, flow: Flow): readonly Hop[] | CloudEventError {
  try {
    const { Source, DetailType, Detail } = toPutEventsEntry(eventOf(order));
    const event = { source: Source, detailType: DetailType, detail: JSON.parse(Detail) };
    return flow.route(event).hops.filter(({ pattern }) => pattern !== 'filtered');
  } catch (error) {
    if (error instanceof CloudEventError) return error;
    throw error;
  }
}

function refusedRows({ fileLines }: Order, { message }: CloudEventError): RefusedRow[] {
  return fileLines.map((line) => ({ line, reason: `its order can't be published: ${message}` }));
}

function outcomeOf(published: readonly Published[], flow: Flow, warehouses: string) {
  const shares = flow.rules.map((rule) => [nameOf(rule), shareOf(rule, published)] as const);
  return {
    events: published.length,
    unmatched: published.filter(({ taken }) => taken.length === 0).length,
    undelivered: shares.reduce((sum, [, { undelivered }]) => sum + undelivered, 0),
    noWarehouse: published
      .filter(
        ({ taken }) => !taken.some((hop) => hop.rule.stack === warehouses && isDelivered(hop)),
      )
      .map(({ order }) => order.invoiceNo),
    subscribers: Object.fromEntries(shares),
  };
}

function shareOf(rule: RuleNode, published: readonly Published[]): Share {
  const taken = published.flatMap(({ order, taken: hops }) =>
    hops.filter((hop) => hop.rule === rule).map((hop) => ({ order, hop })),
  );
  const delivered = taken.filter(({ hop }) => isDelivered(hop));
  return {
    events: delivered.length,
    undelivered: taken.length - delivered.length,
    orders: delivered.map(({ order }) => order.invoiceNo),
  };
}

const isDelivered = ({ verdict }: Hop): boolean => verdict === 'delivered';

/** The id of the subscription, around its rule: `RetailerWarehouses/Malmo/Rule`. */
function nameOf({ path = '', logicalId }: RuleNode): string {
  return path.split('/').at(-2) ?? logicalId;
}
