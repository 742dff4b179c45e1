import { RemovalPolicy } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { refuse } from '../../core/diagnostics';
import { declareContracts, type EventContract } from '../contracts';
import { RequiredStatements } from '../policies';
import { problemsOfRules, removalRule } from '../validation';
import type { ISchemaRegistry, ISchemaRegistryGrants } from './i-schema-registry';
import { RegisteredSchemas } from './registered-schemas';
import { arnsOf, RegistryGrants } from './registry-grants';
import { importedNameRule, ownRegistryRule } from './registry-rules';
import { SchemaFormat } from './schema-format';
import type { RegistrationProps } from './schema-registry-props';

/** A registry of another app or stack: schemas are added to it, it itself stays as it is. */
export class ImportedSchemaRegistry extends Construct implements ISchemaRegistry {
  readonly registryName: string;
  readonly grants: ISchemaRegistryGrants;
  private readonly registered: RegisteredSchemas;

  constructor(scope: Construct, id: string, registryName: string, props: RegistrationProps) {
    const { removalPolicy = RemovalPolicy.DESTROY, format = SchemaFormat.OPEN_API_3 } = props;
    const rules = [importedNameRule(registryName), removalRule(removalPolicy)];
    refuse(`${scope.node.path}/${id}`, problemsOfRules(rules));
    super(scope, id);
    this.registryName = registryName;
    const { contracts = [], contractsDirectory, policyOwner } = props;
    this.registered = new RegisteredSchemas(this, {
      ...{ registryName, format, removalPolicy, contractsDirectory },
    });
    const required = new RequiredStatements(this, policyOwner);
    this.grants = new RegistryGrants(arnsOf(this, registryName), required);
    if (contracts.length === 0) return;
    declareContracts(this, contracts, contractsDirectory);
    this.register(...contracts);
  }

  register(...contracts: EventContract[]): void {
    const rules = [ownRegistryRule(this.registryName)];
    refuse(`${this.node.path} register`, problemsOfRules(rules));
    this.registered.register(contracts);
  }
}
