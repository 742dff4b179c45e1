import { type CfnResource, type RemovalPolicy, Validations } from 'aws-cdk-lib';
import { CfnSchema } from 'aws-cdk-lib/aws-eventschemas';
import type { Construct } from 'constructs';
import { type DiagnosticId, type Problem, refuse } from '../../core/diagnostics';
import { schemas } from '../../core/limits';
import type { EventContract } from '../contracts';
import { warnOfManyVersions } from './many-versions';
import { schemaContent } from './schema-content';
import type { SchemaFormat } from './schema-format';
import { sameName, schemaNameOf } from './schema-name';

export interface RegisteredSchemasOptions {
  readonly registryName: string;
  readonly format: SchemaFormat;
  readonly removalPolicy: RemovalPolicy;
  readonly contractsDirectory?: string;
  /** What the schemas wait for: the name of the registry brings no dependency of its own. */
  readonly registry?: CfnResource;
}

interface Registered {
  readonly contract: EventContract;
  readonly content: string;
}

/** The schemas of one registry, by name: a contract that comes again makes no second one. */
export class RegisteredSchemas {
  private readonly byName = new Map<string, Registered>();

  constructor(
    private readonly scope: Construct,
    private readonly options: RegisteredSchemasOptions,
  ) {}

  /** All or none. */
  register(contracts: readonly EventContract[]): void {
    const wanted = new Map<string, Registered>();
    const problems = contracts.flatMap((contract) => this.want(contract, wanted));
    refuse(`${this.scope.node.path} register`, problems);
    const before = this.byName.size;
    for (const [name, registered] of wanted) this.add(name, registered);
    if (before < mostUnwarned && this.byName.size >= mostUnwarned) this.warnOfManySchemas();
  }

  private want(contract: EventContract, wanted: Map<string, Registered>): Problem[] {
    const content = schemaContent(contract, this.options.format);
    if (typeof content !== 'string') return [content];
    const name = schemaNameOf(contract);
    const known = this.byName.get(name) ?? wanted.get(name);
    if (known === undefined) wanted.set(name, { contract, content });
    return known === undefined || known.content === content ? [] : [problemBeside(contract, known)];
  }

  private add(name: string, { contract, content }: Registered): void {
    const { registryName, format: type, removalPolicy, registry } = this.options;
    const schema = new CfnSchema(this.scope, name, {
      registryName,
      schemaName: name,
      type,
      content,
      description: contract.summary?.slice(0, schemas.description.max),
      tags: [{ key: 'owner', value: tagValue(contract.owner) }],
    });
    schema.applyRemovalPolicy(removalPolicy);
    if (registry) schema.addResourceDependency(registry);
    this.byName.set(name, { contract, content });
    warnOfManyVersions(this.scope, contract, this.options.contractsDirectory);
  }

  private warnOfManySchemas(): void {
    const id: DiagnosticId = 'spillway:many-schemas';
    const { max, source } = schemas.schemasOfRegistry;
    Validations.of(this.scope).addWarning(
      id,
      `contracts: ${this.byName.size} given; a registry takes ${max} schemas unless AWS raised the quota of the account: ${source}. Have it raised, or spread the contracts over several registries.`,
    );
  }
}

const mostUnwarned = schemas.schemasOfRegistry.max * 0.9;

function problemBeside(contract: EventContract, { contract: other }: Registered): Problem {
  const { source, eventType } = contract;
  if (source !== other.source || eventType !== other.eventType) return sameName(contract, other);
  return {
    id: 'spillway:registry-schema',
    prop: 'contracts',
    given: `${source} ${eventType} given twice, with different schemas`,
    expected: 'a registry has one schema for a source and type',
    fix: 'Use one contract in all places, or give the other shape a type of its own.',
  };
}

/**
 * What AWS takes as the value of a tag:
 * https://docs.aws.amazon.com/tag-editor/latest/userguide/tagging.html
 */
const tagValue = (owner: string): string =>
  owner.replace(/[^\p{L}\p{Nd}\p{Zs}_.:/=+@-]/gu, '-').slice(0, 256);
