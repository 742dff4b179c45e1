import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import type { ChannelName } from '../../../examples/retailer/channels';
import { retailer } from '../../../examples/retailer/stacks';

export interface Templates {
  // biome-ignore lint/suspicious/noExplicitAny: a template is looked into at any depth
  readonly [stack: string]: any;
}

/** The retailer's app on a channel, each stack free of cycles. */
export function templates(channel?: ChannelName): Templates {
  const app = new App({ context: { 'aws:cdk:enable-path-metadata': true } });
  retailer(app, { channel });
  const stacks = app.node.children.filter(Stack.isStack);
  return Object.fromEntries(stacks.map((of) => [of.stackName, Template.fromStack(of).toJSON()]));
}

/** The resources of a type whose logical ids start so, of all stacks. */
export function resourcesOf(all: Templates, type: string, idPrefix = '') {
  return Object.values(all).flatMap(({ Resources }) =>
    Object.keys(Resources)
      .filter((id) => Resources[id].Type === type && id.startsWith(idPrefix))
      .map((id) => ({ id, in: Resources, resource: Resources[id] })),
  );
}

/** Takes resources out of the templates. */
export function without(all: Templates, type: string, idPrefix: string): void {
  for (const { id, in: resources } of resourcesOf(all, type, idPrefix)) delete resources[id];
}
