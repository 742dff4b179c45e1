import type { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { EventArchive, IChannel } from '../channels';
import type { EventContract } from '../contracts';
import type { PolicyOwner } from '../policies';
import type { ISchemaRegistry } from '../registry';

/**
 * What is taken in, and how it is kept.
 */
export interface OrderIngestionProps {
  /**
   * The events that it takes in, at least one.
   */
  readonly contracts: EventContract[];

  /**
   * The channel that they travel on: a topic, a work queue or a bus. Key, archive and policy owner
   * are then those of the channel and can't be given here.
   *
   * @default - a ClassicBus of its own
   */
  readonly channel?: IChannel;

  /**
   * A customer-managed key for the bus, its archive and its queues, and for those of the
   * subscriptions.
   *
   * @default - keys that AWS owns, and SSE-SQS
   */
  readonly encryptionKey?: IKey;

  /**
   * How long every event is kept for a replay.
   *
   * @default EventArchive.retain(Duration.days(30))
   */
  readonly archive?: EventArchive;

  /**
   * What happens to the bus, the archive and the queues, those of `subscribe` included, when they
   * are replaced or the stack is deleted. With a `channel` it concerns the queues that `subscribe`
   * makes and nothing of the channel itself, so that a topic, a bus and their dead-letter queue keep
   * their own; with a `WorkQueue`, which is the queue, it is refused. The registry that it makes has
   * it too.
   *
   * @default RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE; of the registry, which holds no events,
   * RemovalPolicy.DESTROY
   */
  readonly removalPolicy?: RemovalPolicy;

  /**
   * Who extends the policies of a key and of producers that this app only imports.
   *
   * @default PolicyOwner.HERE
   */
  readonly policyOwner?: PolicyOwner;

  /**
   * Where the contracts that have a schema are registered; `SchemaRegistry.none()` for nowhere. An
   * account has about ten registries in a region, so several ingestions may share one.
   *
   * @default - a SchemaRegistry of its own, if a contract has a schema
   */
  readonly registry?: ISchemaRegistry;

  /**
   * Where the accepted versions of the contracts' schemas are kept, relative to where the app runs:
   * `contracts`. The app fails where a contract breaks them.
   *
   * @default - none are kept
   */
  readonly contractsDirectory?: string;
}
