import type { ResourceNode } from '../model';
import type { Truth } from '../resolution/compare';
import type { Resolver } from '../resolution/resolver';
import { isFields, type Resource, scalarText } from '../resolution/template';

export function resourcesOf(resolver: Resolver, type: string): Resource[] {
  return [...resolver.templates.values()].flatMap(({ resources }) =>
    [...resources.values()].filter((resource) => resource.type === type),
  );
}

export function nameOf({ stack, logicalId }: { stack: string; logicalId: string }): string {
  return `${stack}/${logicalId}`;
}

export function readNode(resolver: Resolver, resource: Resource): ResourceNode {
  const { stack, logicalId, path, condition } = resource;
  const properties = resolver.value(stack, resource.properties);
  return {
    stack,
    logicalId,
    arn: resolver.attributeOf(resource, 'Arn'),
    ...(path !== undefined && { path }),
    ...(condition !== undefined && { condition }),
    properties: isFields(properties) ? properties : {},
  };
}

/** Why a resource may not exist. */
export function doubtOf({ condition }: { condition?: string }): string | undefined {
  return condition === undefined ? undefined : `it exists only if the condition ${condition} holds`;
}

export function numberOrNothing(value: unknown): number | undefined {
  // An empty text would be 0.
  const number = Number(scalarText(value) || undefined);
  return Number.isNaN(number) ? undefined : number;
}

/** Whether a property is true; CloudFormation takes the text too. */
export function truthOf(value: unknown): Truth {
  const text = scalarText(value) ?? (value === undefined ? 'false' : '');
  if (text === 'true') return 'yes';
  return text === 'false' ? 'no' : 'unknown';
}
