import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { readInvoices } from '../../../examples/retailer/invoices';
import { routeDay } from '../../../examples/retailer/route-day';
import { retailer } from '../../../examples/retailer/stacks';
import { Flow } from '../../../lib/analysis';

const invoices = readInvoices(
  [
    'InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country',
    '1,A,Lamp,2,2010-12-01 08:00:00,3.5,17850.0,United Kingdom',
    '2,A,Lamp,2,2010-12-01 08:01:00,3.5,17850.0,United Kingdom',
    'C3,A,Lamp,-2,2010-12-01 08:02:00,3.5,17850.0,Sweden',
    '4,A,Lamp,2,2010-12-01 08:02:00,3.5,17850.0,Japan',
    '',
  ].join('\n'),
);

interface Templates {
  // biome-ignore lint/suspicious/noExplicitAny: a template is looked into at any depth
  readonly [stack: string]: any;
}

function templates(): Templates {
  const app = new App({ context: { 'aws:cdk:enable-path-metadata': true } });
  retailer(app);
  const stacks = app.node.children.filter(Stack.isStack);
  return Object.fromEntries(stacks.map((of) => [of.stackName, Template.fromStack(of).toJSON()]));
}

/** The day, routed through templates in which something was taken away. */
function dayAfter(take: (all: Templates) => void) {
  const all = templates();
  take(all);
  return routeDay(invoices, Flow.of(all), { warehouses: 'RetailerWarehouses' });
}

function without(all: Templates, type: string, idPrefix: string): void {
  for (const { Resources } of Object.values(all)) {
    for (const id of Object.keys(Resources)) {
      if (Resources[id].Type === type && id.startsWith(idPrefix)) delete Resources[id];
    }
  }
}

describe('routeDay', () => {
  it('delivers every order to whom its country and its type name', () => {
    const { subscribers, noWarehouse, unmatched, undelivered } = dayAfter(() => {});
    expect({ noWarehouse, unmatched, undelivered }).toEqual({
      noWarehouse: ['4'],
      unmatched: 0,
      undelivered: 0,
    });
    expect(subscribers.Daventry).toEqual({ events: 2, undelivered: 0, orders: ['1', '2'] });
    expect(subscribers.Malmo).toEqual({ events: 1, undelivered: 0, orders: ['C3'] });
    expect(subscribers.Analytics?.orders).toEqual(['1', '2', 'C3', '4']);
  });

  it('counts as undelivered what the policy of a queue does not let in', () => {
    const day = dayAfter((all) => without(all, 'AWS::SQS::QueuePolicy', 'DaventryQueue'));
    expect(day.subscribers.Daventry).toEqual({ events: 0, undelivered: 2, orders: [] });
    expect(day.undelivered).toBe(2);
    expect(day.noWarehouse).toEqual(['1', '2', '4']);
  });

  it('counts as unmatched what no rule takes', () => {
    const day = dayAfter((all) => {
      without(all, 'AWS::Events::Rule', 'OrdersAnalytics');
    });
    expect(day.unmatched).toBe(1);
    expect(day.subscribers).not.toHaveProperty('Analytics');
  });

  it('tells how far it is after every order', () => {
    const seen: string[] = [];
    routeDay(invoices, Flow.of(templates()), {
      warehouses: 'RetailerWarehouses',
      progress: (done, of) => seen.push(`${done}/${of}`),
    });
    expect(seen).toEqual(['1/4', '2/4', '3/4', '4/4']);
  });
});
