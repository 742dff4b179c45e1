import type { CloudEvent } from '../cloudevents';

/**
 * What the compiler reads of a `TypedContract`. Structural, so that a Lambda function gets along
 * with `import type` and loads no CDK.
 */
interface Typed {
  readonly source: string;
  readonly eventType: string;
  readonly $data: unknown;
}

/**
 * The type of a contract's data, as it travels: `DataOf<typeof orderPlaced>`.
 *
 * @jsii ignore
 */
export type DataOf<Contract extends Pick<Typed, '$data'>> = Contract['$data'];

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
export type EventOf<Contract extends Typed> = Contract extends unknown
  ? CloudEvent<Contract['$data']> & {
      readonly source: Contract['source'];
      readonly type: Contract['eventType'];
      readonly data: Contract['$data'];
    }
  : never;
