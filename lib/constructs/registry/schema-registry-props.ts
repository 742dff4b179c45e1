import type { RemovalPolicy } from 'aws-cdk-lib';
import type { IClassicBus } from '../channels';
import type { EventContract } from '../contracts';
import type { PolicyOwner } from '../policies';
import type { SchemaFormat } from './schema-format';

/**
 * How schemas are kept by a registry.
 */
export interface RegistrationProps {
  /**
   * The events whose schemas are kept, each with a schema.
   *
   * @default - those that `register`, or an `OrderIngestion`, adds
   */
  readonly contracts?: EventContract[];

  /**
   * The language that the schemas are registered in.
   *
   * @default SchemaFormat.OPEN_API_3
   */
  readonly format?: SchemaFormat;

  /**
   * Where the accepted versions of the schemas are kept, relative to where the app runs:
   * `contracts`. The app fails where one of `contracts` breaks them.
   *
   * @default - none are kept
   */
  readonly contractsDirectory?: string;

  /**
   * What happens to the registry and its schemas when they are replaced or the stack is deleted.
   * They hold no events and can be made anew from the contracts; what goes are AWS's numbers of
   * older versions. With `RETAIN` a second deployment under the same name fails on what stayed.
   *
   * @default RemovalPolicy.DESTROY
   */
  readonly removalPolicy?: RemovalPolicy;

  /**
   * Who extends the policies of readers that this app only imports.
   *
   * @default PolicyOwner.HERE
   */
  readonly policyOwner?: PolicyOwner;
}

/**
 * How a registry is made.
 */
export interface SchemaRegistryProps extends RegistrationProps {
  /**
   * Its name: 1 to 64 letters, digits, dots, hyphens and underscores, not starting with `aws.`;
   * unique in the account and region.
   *
   * @default - made from the stack's name and the construct's path
   */
  readonly registryName?: string;

  /**
   * What it is for, at most 256 characters.
   *
   * @default - none
   */
  readonly description?: string;

  /**
   * A bus whose events AWS infers schemas from. It puts them into its own registry
   * `discovered-schemas`, not into this one, and charges by event. AWS discovers nothing on a bus
   * with a customer-managed key, so that is refused.
   *
   * @default - nothing is discovered
   */
  readonly discover?: IClassicBus;
}
