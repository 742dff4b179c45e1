import type { CfnMethod } from 'aws-cdk-lib/aws-apigateway';

export type Replacement = readonly [from: string, to: string];

/** @throws Error if the template has a text not exactly once: then the library's template is another, and the replacements have to follow it */
export function changeRequestTemplate(
  method: CfnMethod,
  replacements: readonly Replacement[],
): void {
  const integration = method.integration as CfnMethod.IntegrationProperty;
  const { 'application/json': template } = integration.requestTemplates as Record<string, string>;
  const changed = replacements.reduce(replaceOnce, template);
  method.integration = { ...integration, requestTemplates: { 'application/json': changed } };
}

function replaceOnce(text: string, [from, to]: Replacement): string {
  const parts = text.split(from);
  if (parts.length === 2) return parts.join(to);
  throw new Error(`the request template has ${from} ${parts.length - 1} times, not once`);
}
