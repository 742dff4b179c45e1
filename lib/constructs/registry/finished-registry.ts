import type { CfnRegistry } from 'aws-cdk-lib/aws-eventschemas';
import { describeProblem } from '../../core/diagnostics';
import { finishedProperties, isAsAsked } from '../validation';

/** Schemas and grants know the registry by its name, a literal. */
export function validateRegistry(resource: CfnRegistry, registryName: string): string[] {
  const { RegistryName } = finishedProperties(resource);
  if (isAsAsked(resource, RegistryName, registryName)) return [];
  return [
    describeProblem({
      id: 'spillway:registry-name',
      prop: 'registryName',
      given: 'the registry was given another name after it was made',
      expected: 'its schemas and its readers name it',
      fix: 'Give registryName here, or exclude the registry from what changes it.',
    }),
  ];
}
