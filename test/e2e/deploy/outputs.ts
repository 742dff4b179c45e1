import { type App, CfnOutput, CfnResource, Stack } from 'aws-cdk-lib';

/** What is told of the resources of these types: of a queue the URL, of a topic the ARN. */
const told: Readonly<Record<string, string>> = {
  'AWS::SQS::Queue': 'UrlOf',
  'AWS::SNS::Topic': 'ArnOf',
};

/** The output that tells a resource's Ref, by the resource's logical id; none for other types. */
export function outputOf(type: string, logicalId: string): string | undefined {
  return Object.hasOwn(told, type) ? `${told[type]}${logicalId}` : undefined;
}

export const urlOutput = (queue: string): string => `UrlOf${queue}`;
export const arnOutput = (topic: string): string => `ArnOf${topic}`;

/** Lets each stack tell what a producer and a consumer have to know of its queues and topics. */
export function tellOutputs(app: App): void {
  for (const resource of app.node.findAll().filter(CfnResource.isCfnResource)) {
    const stack = Stack.of(resource);
    const name = outputOf(resource.cfnResourceType, stack.resolve(resource.logicalId));
    if (name !== undefined) new CfnOutput(stack, name, { value: resource.ref });
  }
}
