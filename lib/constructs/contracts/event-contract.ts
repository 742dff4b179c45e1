import type { ContractDescription } from '../../core/contracts';
import { refuse } from '../../core/diagnostics';
import { Compatibility } from './compatibility';
import { readContractData } from './contract-data';
import { refuseWrongContract } from './contract-rules';
import type { EventContractProps } from './event-contract-props';
import { EventFilter } from './event-filter';
import { problemsOfPattern } from './pattern-problems';
import { withNulls } from './with-nulls';

/**
 * What an event is: who emits it, what happened, who answers for it, what its data looks like. One
 * object serves the producer (what it may publish), the consumer (what it filters on) and the
 * channel (what it carries).
 *
 * In TypeScript, `TypedContract` checks filters against the type of the data.
 */
export class EventContract {
  /**
   * Describes an event.
   *
   * @throws an error that names every wrong prop
   */
  public static of(props: EventContractProps): EventContract {
    return new EventContract(props);
  }

  /**
   * Who emits it: the CloudEvent's and EventBridge's source.
   */
  public readonly source: string;

  /**
   * What happened: the CloudEvent's type and EventBridge's detail type.
   */
  public readonly eventType: string;

  /**
   * The team that answers for it.
   */
  public readonly owner: string;

  /**
   * What it tells, in a sentence.
   */
  public readonly summary?: string;

  /**
   * JSON Schema of the event's data.
   */
  public readonly schema?: { [keyword: string]: any };

  /**
   * The data of example events.
   */
  public readonly examples: { [field: string]: any }[];

  /**
   * Which versions of the schema have to live together.
   */
  public readonly compatibility: Compatibility;

  /**
   * Whether a writer may emit whatever its schema lets through.
   */
  public readonly strictCompatibility: boolean;

  /**
   * Made by `EventContract.of` or `TypedContract.define`.
   */
  protected constructor(props: EventContractProps) {
    // From plain JavaScript nothing at all may come: then every required prop is missing.
    const given: EventContractProps = Object(props);
    const data = readContractData(given);
    refuseWrongContract(given, data);
    this.source = given.source;
    this.eventType = given.eventType;
    this.owner = given.owner;
    this.summary = given.summary;
    this.schema = data.schema;
    this.examples = [...data.examples];
    this.compatibility = given.compatibility ?? Compatibility.FULL_TRANSITIVE;
    this.strictCompatibility = given.strictCompatibility ?? false;
  }

  /**
   * Every event of this contract.
   */
  public all(): EventFilter {
    return new EventFilter(this);
  }

  /**
   * Those events whose data matches an event pattern: `{ shipTo: { country: ['US'] } }`. An empty
   * one matches every event, as `all()` does.
   *
   * @param pattern an EventBridge event pattern about the event's `data`
   * @throws an error with the field and the reason where AWS would refuse the pattern
   */
  public where(pattern: { [field: string]: any }): EventFilter {
    if (Object.keys(pattern).length === 0) return this.all();
    const given = withNulls(pattern);
    refuse(`contract ${this.source} ${this.eventType}`, problemsOfPattern('where', given));
    return new EventFilter(this, given);
  }

  /**
   * The contract as plain data.
   *
   * @internal
   */
  public _describe(): ContractDescription {
    const { source, eventType, owner, summary, schema, examples, compatibility } = this;
    const policy = this.strictCompatibility ? 'strict' : 'lenient';
    return { source, eventType, owner, summary, schema, examples, compatibility, policy };
  }
}
