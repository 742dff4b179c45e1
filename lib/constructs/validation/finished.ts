import { type CfnResource, Stack } from 'aws-cdk-lib';

/**
 * The properties of a resource as its template will hold them: after property injectors, Aspects and escape hatches. Only meaningful while the app
 * is validated or synthesised, when all of these have had their turn.
 */
export function finishedProperties(resource: CfnResource): Record<string, unknown> {
  const stack = Stack.of(resource);
  const { Resources } = stack.resolve(resource._toCloudFormation());
  return Resources[stack.resolve(resource.logicalId)]?.Properties ?? {};
}
