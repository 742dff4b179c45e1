import { EventbridgeToSqs } from '@aws-solutions-constructs/aws-eventbridge-sqs';
import { type App, Stack } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import { event, type Shop, wantedBy } from './shop';

/** The shop with AWS Solutions Constructs, as its README has it: a key and a purge policy each. */
export function buildSolutionsConstructs(app: App, { stacks }: Shop): void {
  stacks.forEach((warehouses, at) => {
    const stack = new Stack(app, `Stack${at + 1}`);
    const existingEventBusInterface = new EventBus(stack, 'Bus', { eventBusName: `orders${at}` });
    for (const warehouse of warehouses) {
      new EventbridgeToSqs(stack, `Warehouse${warehouse}`, {
        existingEventBusInterface,
        eventRuleProps: {
          eventPattern: {
            source: [event.source],
            detailType: [event.eventType],
            detail: { data: wantedBy(warehouse) },
          },
        },
      });
    }
  });
}
