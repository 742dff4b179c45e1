import { App, Stack, type StackProps } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';

export const env = { account: '111111111111', region: 'eu-west-1' };

/** A stack in an app of its own. */
export function stack(props?: StackProps, app = new App()): Stack {
  return new Stack(app, 'Stack', props);
}

interface Resource {
  readonly Type: string;
  // biome-ignore lint/suspicious/noExplicitAny: a template is looked into at any depth
  readonly Properties: any;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  readonly DependsOn?: string[];
}

/** The resources of a type, of a stack that has no cycle. */
export function resources(of: Stack, type: string): Record<string, Resource> {
  return Template.fromStack(of).findResources(type) as Record<string, Resource>;
}

/** The one resource of a type whose logical id starts so. */
export function resource(of: Stack, type: string, idPrefix = ''): Resource {
  const found = Object.entries(resources(of, type)).filter(([id]) => id.startsWith(idPrefix));
  const [[, one] = []] = found;
  if (!one || found.length > 1) {
    throw new Error(`${found.length} resources of type ${type} with an id ${idPrefix}...`);
  }
  return one;
}

/** How many resources of each type. */
export function counts(of: Stack): Record<string, number> {
  const types: string[] = Object.values(Template.fromStack(of).toJSON().Resources ?? {}).map(
    (one) => (one as Resource).Type,
  );
  return Object.fromEntries(
    [...new Set(types)].sort().map((type) => [type, types.filter((one) => one === type).length]),
  );
}

/** The statements of a policy that allow EventBridge something. */
// biome-ignore lint/suspicious/noExplicitAny: a template is looked into at any depth
export function statementsForEvents(policy: any): any[] {
  return policy.Statement.filter(
    // biome-ignore lint/suspicious/noExplicitAny: see above
    ({ Principal }: any) => Principal?.Service === 'events.amazonaws.com',
  );
}
