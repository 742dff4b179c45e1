import type { Grant, IGrantable } from 'aws-cdk-lib/aws-iam';
import type { EventContract } from '../contracts';

/**
 * Who may read a registry.
 */
export interface ISchemaRegistryGrants {
  /**
   * Lets a reader list and search the schemas, read each version and download code bindings that
   * are there.
   *
   * @param grantee the reader: a role, a user
   * @throws an error where the grantee's policy can't be extended, unless the registry was told
   * `policyOwner: PolicyOwner.ELSEWHERE`
   */
  read(grantee: IGrantable): Grant;

  /**
   * Lets a developer do what `read` lets, and have code bindings made that nobody has asked for
   * yet.
   *
   * @param grantee the developer: a role, a user
   * @throws an error where the grantee's policy can't be extended, unless the registry was told
   * `policyOwner: PolicyOwner.ELSEWHERE`
   */
  generateBindings(grantee: IGrantable): Grant;
}

/**
 * Where the schemas of contracts are kept for people and tools to find.
 */
export interface ISchemaRegistry {
  /**
   * Its name; empty of `SchemaRegistry.none()`.
   */
  readonly registryName: string;

  /**
   * Who may read it.
   */
  readonly grants: ISchemaRegistryGrants;

  /**
   * Adds a schema for each contract that is not there yet. An `OrderIngestion` does it for its own.
   *
   * @param contracts each with a schema
   * @throws an error that names every contract that can't be registered
   */
  register(...contracts: EventContract[]): void;
}
