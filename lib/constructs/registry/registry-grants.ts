import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { Grant, IGrantable } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { type Permission, permit, type RequiredStatements } from '../policies';
import type { ISchemaRegistryGrants } from './i-schema-registry';

/**
 * AWS's reference lets one list and search by the ARN of the schemas; its examples name that of the
 * registry beside it. Sources:
 * https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridgeschemas.html
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-resource-based-schemas.html
 */
const ofRegistry = ['schemas:DescribeRegistry', 'schemas:ListSchemas', 'schemas:SearchSchemas'];
const ofSchemas = [
  ...['schemas:DescribeCodeBinding', 'schemas:DescribeSchema', 'schemas:GetCodeBindingSource'],
  ...['schemas:ListSchemaVersions', 'schemas:ListSchemas', 'schemas:SearchSchemas'],
];

/** All that reading is, as a registry's own policy lists it. */
export const reading = [...new Set([...ofRegistry, ...ofSchemas])].sort();

export interface RegistryArns {
  readonly registry: string;
  /** All schemas in it. */
  readonly schemas: string;
}

/** Made from the name, so that they bring no reference between stacks. */
export function arnsOf(scope: Construct, registryName: string): RegistryArns {
  const arn = (resource: string, resourceName: string) =>
    Stack.of(scope).formatArn({
      ...{ service: 'schemas', resource, resourceName },
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    });
  return { registry: arn('registry', registryName), schemas: arn('schema', `${registryName}/*`) };
}

export class RegistryGrants implements ISchemaRegistryGrants {
  constructor(
    private readonly arns: RegistryArns,
    private readonly required: RequiredStatements,
  ) {}

  read(grantee: IGrantable): Grant {
    return this.permitAll(grantee, [
      { actions: ofRegistry, resource: this.arns.registry },
      { actions: ofSchemas, resource: this.arns.schemas },
    ]);
  }

  generateBindings(grantee: IGrantable): Grant {
    return this.permitAll(grantee, [
      { actions: ofRegistry, resource: this.arns.registry },
      { actions: [...ofSchemas, 'schemas:PutCodeBinding'].sort(), resource: this.arns.schemas },
    ]);
  }

  private permitAll(
    grantee: IGrantable,
    permissions: readonly Omit<Permission, 'purpose'>[],
  ): Grant {
    const purpose = 'reading the schema registry';
    return permissions
      .map((permission) => permit(grantee, { ...permission, purpose }, this.required).grant)
      .reduce((all, grant) => all.combine(grant));
  }
}
