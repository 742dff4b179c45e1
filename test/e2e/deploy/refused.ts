import { CfnResource, type IAspect } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** The resource types that an endpoint without AWS refuses in a template, and what is not shown for that. */
export const refused: Readonly<Record<string, string>> = {
  'AWS::Events::Archive': 'events are not archived',
  'AWS::Events::EventBusPolicy': "the bus's own policy does not stand beside the producers' grants",
  'AWS::EventSchemas::Registry': 'no schemas are registered',
  'AWS::EventSchemas::RegistryPolicy': 'no other account reads the registry',
  'AWS::EventSchemas::Schema': 'no contract is registered',
};

/** Takes the resources of these types out of the app, and what waits for them goes ahead. */
export class WithoutRefused implements IAspect {
  visit(node: IConstruct): void {
    if (!CfnResource.isCfnResource(node)) return;
    for (const other of node.obtainDependencies()) {
      if (CfnResource.isCfnResource(other) && isRefused(other)) node.removeDependency(other);
    }
    if (isRefused(node)) node.node.scope?.node.tryRemoveChild(node.node.id);
  }
}

const isRefused = ({ cfnResourceType }: CfnResource): boolean =>
  Object.hasOwn(refused, cfnResourceType);
