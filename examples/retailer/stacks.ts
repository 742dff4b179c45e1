import { type App, type RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import {
  type EventFilter,
  FifoTopic,
  type IChannel,
  IngestApi,
  OrderIngestion,
  StandardTopic,
  Subscription,
} from '../../lib';
import { type ChannelName, defaultChannel } from './channels';
import { orderCancelled, orderPlaced } from './contracts';
import { acknowledgeTradeOffs } from './trade-offs';

export interface RetailerProps extends StackProps {
  /** What the orders travel on. @default 'classic' */
  readonly channel?: ChannelName;
  /** For a stage that is thrown away. @default - what holds an order is kept */
  readonly removalPolicy?: RemovalPolicy;
  /** Lets API Gateway write logs in this account and region, where nobody has yet. @default false */
  readonly accountLogging?: boolean;
}

/**
 * Who ships where. Countries of no warehouse are dropshipped: no queue takes them but analytics.
 */
export const warehouses: Readonly<Record<string, readonly [string, ...string[]]>> = {
  Daventry: ['United Kingdom', 'EIRE', 'Channel Islands'],
  Rotterdam: ['Netherlands', 'Belgium', 'Germany', 'France', 'Austria', 'Switzerland'],
  Barcelona: ['Spain', 'Portugal', 'Italy', 'Greece', 'Cyprus', 'Malta'],
  Malmo: ['Sweden', 'Norway', 'Denmark', 'Finland', 'Iceland', 'Poland', 'Lithuania'],
};

/** An order of at least this much is looked at before it ships. */
export const largeOrder = 1000;

const contracts = [orderPlaced, orderCancelled];

/**
 * Checkout publishes; two consumers of the whole company subscribe beside the channel. On a bus
 * partners send their orders by HTTP as well; `IngestApi` puts events on a bus only.
 */
export class OrdersStack extends Stack {
  readonly orders: OrderIngestion;

  constructor(scope: Construct, id: string, props: RetailerProps = {}) {
    super(scope, id, props);
    const { removalPolicy, accountLogging } = props;
    const channel = channelOf(this, props);
    this.orders = new OrderIngestion(this, 'Orders', { contracts, channel, removalPolicy });
    this.orders.grants.publish(taskRole(this, 'Checkout'), ...contracts);
    if (this.orders.bus) takeInByHttp(this, this.orders, { removalPolicy, accountLogging });
    const large = orderPlaced.where({ total: [{ numeric: ['>=', largeOrder] }] });
    const fraudReview = this.orders.subscribe('FraudReview', { events: [large] });
    fraudReview.grants.consume(taskRole(this, 'FraudReviewer'));
    const all = contracts.map((contract) => contract.all());
    const analytics = this.orders.subscribe('Analytics', { events: all });
    analytics.grants.consume(taskRole(this, 'Analyst'));
  }
}

/** A bus the ingestion makes itself. */
function channelOf(scope: Construct, props: RetailerProps): IChannel | undefined {
  const { channel = defaultChannel, removalPolicy } = props;
  const id = 'OrdersTopic';
  if (channel === 'standard') return new StandardTopic(scope, id, { contracts, removalPolicy });
  if (channel === 'fifo') return new FifoTopic(scope, id, { contracts, removalPolicy });
  return undefined;
}

function takeInByHttp(scope: Construct, to: OrderIngestion, settings: RetailerProps): void {
  const { removalPolicy, accountLogging } = settings;
  const partners = new IngestApi(scope, 'PartnerApi', {
    to,
    contracts: [orderPlaced],
    removalPolicy,
    accountLogging,
  });
  partners.grants.invoke(taskRole(scope, 'Partner'), orderPlaced);
}

export interface WarehousesProps extends RetailerProps {
  readonly orders: OrderIngestion;
}

/**
 * Each warehouse takes the orders and cancellations of its countries, and pulls them when it has
 * capacity.
 */
export class WarehousesStack extends Stack {
  constructor(scope: Construct, id: string, { orders, removalPolicy, ...props }: WarehousesProps) {
    super(scope, id, props);
    for (const [city, countries] of Object.entries(warehouses)) {
      const events = shippedTo(countries);
      const share = new Subscription(this, city, { from: orders, events, removalPolicy });
      share.grants.consume(taskRole(this, `${city}Packer`));
      share.grants.redrive(taskRole(this, `${city}Supervisor`));
    }
  }
}

function shippedTo(country: readonly [string, ...string[]]): EventFilter[] {
  return [
    orderPlaced.where({ shipTo: { country } }),
    orderCancelled.where({ shipTo: { country } }),
  ];
}

function taskRole(scope: Construct, id: string): Role {
  return new Role(scope, id, { assumedBy: new ServicePrincipal('ecs-tasks.amazonaws.com') });
}

/** The whole app: the orders' stack and the warehouses'. */
export function retailer(app: App, props: RetailerProps = {}): void {
  const { orders } = new OrdersStack(app, 'RetailerOrders', props);
  new WarehousesStack(app, 'RetailerWarehouses', { ...props, orders });
  acknowledgeTradeOffs(app, props.channel);
}
