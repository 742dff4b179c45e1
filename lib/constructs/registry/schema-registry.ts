import { Names, RemovalPolicy } from 'aws-cdk-lib';
import { type CfnDiscoverer, CfnRegistry } from 'aws-cdk-lib/aws-eventschemas';
import { Construct } from 'constructs';
import { refuse } from '../../core/diagnostics';
import { schemas } from '../../core/limits';
import { declareContracts, type EventContract } from '../contracts';
import { type RequiredStatement, RequiredStatements } from '../policies';
import { problemsOfPlace, problemsOfRules, removalRule } from '../validation';
import { countRegistry } from './count-registries';
import { discover, discoverRule } from './discoverer';
import { validateRegistry } from './finished-registry';
import type { ISchemaRegistry, ISchemaRegistryGrants } from './i-schema-registry';
import { ImportedSchemaRegistry } from './imported-schema-registry';
import { NoSchemaRegistry } from './no-schema-registry';
import { RegisteredSchemas } from './registered-schemas';
import { arnsOf, RegistryGrants } from './registry-grants';
import { RegistryPolicy } from './registry-policy';
import { descriptionRule, registryNameRule } from './registry-rules';
import { SchemaFormat } from './schema-format';
import type { RegistrationProps, SchemaRegistryProps } from './schema-registry-props';

/**
 * EventBridge's registry of schemas (`AWS::EventSchemas`), with one for each contract: people find
 * the event in the console and in their IDE, and AWS makes classes of it. The schema is of the whole
 * event as a bus delivers it: the envelope, in its `detail` the CloudEvent, in its `data` what the
 * contract says.
 *
 * It is documentation: nothing checks an event against it. What its language has no words for is
 * left out, so that it never refuses what the contract takes.
 */
export class SchemaRegistry extends Construct implements ISchemaRegistry {
  /**
   * A registry that stands already, of this account and region; AWS's own (`aws.events`,
   * `discovered-schemas`) can be read.
   */
  public static fromRegistryName(
    scope: Construct,
    id: string,
    registryName: string,
    props?: RegistrationProps,
  ): ISchemaRegistry {
    return new ImportedSchemaRegistry(scope, id, registryName, props ?? {});
  }

  /**
   * Registers nothing.
   */
  public static none(): ISchemaRegistry {
    return new NoSchemaRegistry();
  }

  /**
   * Its name, a literal: grants in other stacks bring no dependency.
   */
  public readonly registryName: string;

  /**
   * Its ARN, made from the name.
   */
  public readonly registryArn: string;

  /**
   * Who may read it.
   */
  public readonly grants: ISchemaRegistryGrants;

  /**
   * What infers schemas from the events of a bus.
   *
   * @default - none, where `discover` was not asked for
   */
  public readonly discoverer?: CfnDiscoverer;

  private readonly required: RequiredStatements;
  private readonly registered: RegisteredSchemas;
  private readonly policy: RegistryPolicy;

  constructor(scope: Construct, id: string, props: SchemaRegistryProps = {}) {
    refuse(`${scope.node.path}/${id}`, [
      ...problemsOfRules([
        registryNameRule(props.registryName),
        descriptionRule(props.description),
        removalRule(props.removalPolicy),
        discoverRule(props.discover),
      ]),
      ...problemsOfPlace('discover', props.discover?.eventBus.env ?? {}, scope),
    ]);
    super(scope, id);
    countRegistry(this);
    const registryName = props.registryName ?? this.uniqueName();
    const { format = SchemaFormat.OPEN_API_3, removalPolicy = RemovalPolicy.DESTROY } = props;
    const registry = this.makeRegistry(registryName, removalPolicy, props.description);
    const arns = arnsOf(this, registryName);
    this.registryName = registryName;
    this.registryArn = arns.registry;
    this.required = new RequiredStatements(this, props.policyOwner);
    this.grants = new RegistryGrants(arns, this.required);
    this.policy = new RegistryPolicy(this, { registryName, registry, arns });
    this.registered = new RegisteredSchemas(this, {
      ...{ registryName, registry, format, removalPolicy },
      contractsDirectory: props.contractsDirectory,
    });
    this.discoverer = props.discover && discover(this, props.discover);
    this.registerOwn(props);
  }

  public register(...contracts: EventContract[]): void {
    this.registered.register(contracts);
  }

  /**
   * Lets another account read the schemas and download code bindings; its own policies decide who
   * in it may.
   *
   * @param accountId the 12 digits of another account
   */
  public allowAccount(accountId: string): void {
    this.policy.allowAccount(accountId);
  }

  /**
   * What has to be added to policies of readers that this app can't extend; each is a stack output
   * as well. Empty unless `policyOwner` is `PolicyOwner.ELSEWHERE`.
   */
  public requiredStatements(): RequiredStatement[] {
    return this.required.all();
  }

  private uniqueName(): string {
    const { max: maxLength } = schemas.registryName;
    return Names.uniqueResourceName(this, { maxLength, separator: '-' });
  }

  private makeRegistry(
    registryName: string,
    removalPolicy: RemovalPolicy,
    description?: string,
  ): CfnRegistry {
    const registry = new CfnRegistry(this, 'Resource', { registryName, description });
    registry.applyRemovalPolicy(removalPolicy);
    this.node.addValidation({ validate: () => validateRegistry(registry, registryName) });
    return registry;
  }

  private registerOwn({ contracts = [], contractsDirectory }: SchemaRegistryProps): void {
    if (contracts.length === 0) return;
    declareContracts(this, contracts, contractsDirectory);
    this.register(...contracts);
  }
}
