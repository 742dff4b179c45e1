import { CfnResource } from 'aws-cdk-lib';
import type { CfnEventBus } from 'aws-cdk-lib/aws-events';
import { CfnDiscoverer } from 'aws-cdk-lib/aws-eventschemas';
import type { Construct } from 'constructs';
import { describeProblem, type Problem } from '../../core/diagnostics';
import type { IClassicBus } from '../channels';
import { finishedProperties, type PropRule } from '../validation';

const noKey = {
  id: 'spillway:registry-discoverer',
  prop: 'discover',
  expected: 'AWS discovers no schemas on a bus with a customer-managed key',
  fix: 'Leave discover out, or take the key from the bus.',
} as const;

/** Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-schemas-infer.html */
export function discoverRule(bus?: IClassicBus): PropRule {
  return {
    ...noKey,
    value: bus?.node.path,
    given: `${bus?.node.path} given, a bus under ${bus?.encryptionKey?.node.path}`,
    wrong: () => bus?.encryptionKey !== undefined,
  };
}

/**
 * The discoverer of a bus. What an Aspect or an escape hatch made of the bus is looked at when the
 * app is synthesised.
 */
export function discover(scope: Construct, bus: IClassicBus): CfnDiscoverer {
  scope.node.addValidation({ validate: () => validateKey(bus) });
  return new CfnDiscoverer(scope, 'Discoverer', {
    sourceArn: bus.eventBus.eventBusArn,
    crossAccount: true,
    description: 'Infers schemas from the events of the bus',
  });
}

function validateKey({ node, eventBus }: IClassicBus): string[] {
  const resource = eventBus.node.defaultChild;
  if (resource === undefined || !CfnResource.isCfnResource(resource)) return [];
  const { KmsKeyIdentifier } = finishedProperties(resource as CfnEventBus);
  if (KmsKeyIdentifier === undefined) return [];
  const problem: Problem = { ...noKey, given: `${node.path} was given a key after it was made` };
  return [describeProblem(problem)];
}
