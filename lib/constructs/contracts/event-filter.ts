import type { EventContract } from './event-contract';

/**
 * Which events of one contract a subscription wants: `contract.all()` or `contract.where({ ... })`.
 */
export class EventFilter {
  /**
   * The contract whose events pass.
   */
  public readonly contract: EventContract;

  /**
   * The event pattern that the event's `data` has to match.
   *
   * @default - every event of the contract passes
   */
  public readonly pattern?: { [field: string]: any };

  /**
   * Made by a contract: `contract.all()`, `contract.where({ ... })`.
   *
   * @internal
   */
  constructor(contract: EventContract, pattern?: { [field: string]: any }) {
    this.contract = contract;
    this.pattern = pattern;
  }
}
