import { CfnOutput, CfnResource, Fn, type Stack } from 'aws-cdk-lib';
import { CfnTopic } from 'aws-cdk-lib/aws-sns';
import { CfnQueue } from 'aws-cdk-lib/aws-sqs';

/** How another app gets to know an ARN that is known when its owner is deployed. */
export type HandOver = (owner: Stack, name: string, arn: string) => string;

/** What is known now is handed over as it is. */
export function handedOver<T extends object>(owner: Stack, attributes: T, handOver: HandOver): T {
  const entries = Object.entries(attributes).map(([name, value]) => {
    const isArn = name.endsWith('Arn') && typeof value === 'string';
    return [name, isArn ? handOver(owner, name, value) : value];
  });
  return Object.fromEntries(entries) as T;
}

export const byOutput: HandOver = (owner, name, value) => {
  const exportName = `orders-${name}`;
  new CfnOutput(owner, exportName, { value, exportName });
  return Fn.importValue(exportName);
};

/** The owner gives the queue or topic a name, so that its ARN is known before it is deployed. */
export const byArn: HandOver = (owner, name, arn) => {
  const one = resourceBehind(owner, arn);
  const isQueue = one instanceof CfnQueue;
  if (!isQueue && !(one instanceof CfnTopic)) throw new Error(`${name} is of no queue and topic`);
  const ending = (isQueue ? one.fifoQueue : one.fifoTopic) ? '.fifo' : '';
  const physical = `orders-${name}${ending}`;
  if (isQueue) one.queueName = physical;
  else one.topicName = physical;
  return `arn:aws:${isQueue ? 'sqs' : 'sns'}:eu-west-1:111111111111:${physical}`;
};

function resourceBehind(owner: Stack, arn: string): CfnResource | undefined {
  const { Ref: ref, 'Fn::GetAtt': attribute = [] } = owner.resolve(arn);
  const id = ref ?? attribute[0];
  return owner.node
    .findAll()
    .filter((one) => CfnResource.isCfnResource(one))
    .find(({ logicalId }) => owner.resolve(logicalId) === id);
}
