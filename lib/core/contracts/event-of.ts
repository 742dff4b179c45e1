import type { CloudEvent } from '../cloudevents';

// Told of a `TypedContract` by its members, so that a Lambda function gets along with `import type`
// and loads no CDK.

/**
 * The type of a contract's data, as it travels: `DataOf<typeof orderPlaced>`.
 *
 * @jsii ignore
 */
export type DataOf<Contract extends { readonly $data: unknown }> = Contract['$data'];

/**
 * The type of a contract's event, as it travels: a CloudEvent with the contract's own `source` and
 * `type`. Of a union of contracts it is the union of their events, told apart by `event.type`:
 *
 * `type ShopEvent = EventOf<typeof orderPlaced | typeof orderCancelled>`
 *
 * It is a promise of the producer, not a check.
 *
 * @jsii ignore
 */
export type EventOf<
  Contract extends {
    readonly source: string;
    readonly eventType: string;
    readonly $data: unknown;
  },
> = Contract extends unknown
  ? CloudEvent<Contract['$data']> & {
      readonly source: Contract['source'];
      readonly type: Contract['eventType'];
      readonly data: Contract['$data'];
    }
  : never;
