import type { AssemblyStack } from '../assembly';
import { type Environment, Flow } from '../flow';

/**
 * A flow for each place that stacks are deployed to: what is in one account and region can meet
 * there. Stages may have a stack of one name each; then they are apart, too.
 */
export function flowsOf(stacks: readonly AssemblyStack[]): Flow[] {
  const places: { environment: Environment; templates: Map<string, object> }[] = [];
  for (const { name, account, region, template } of stacks) {
    const place = places.find(
      ({ environment, templates }) =>
        environment.account === account && environment.region === region && !templates.has(name),
    );
    if (place) place.templates.set(name, template);
    else places.push({ environment: { account, region }, templates: new Map([[name, template]]) });
  }
  return places.map(({ templates, environment }) =>
    Flow.of(Object.fromEntries(templates), environment),
  );
}
