import type { Templates } from '../template';
import { additionMutants, intruders } from './addition-mutants';
import type { Mutant, Place } from './mutant';
import { policyMutants } from './policy-mutants';
import { settingMutants } from './setting-mutants';

export { described, type Mutant, mutate } from './mutant';

/** All mutants of the templates, in the templates' order. */
export function* mutantsOf(templates: Templates): Generator<Mutant> {
  for (const [stack, { Resources }] of Object.entries(templates)) {
    for (const [logicalId, resource] of Object.entries(Resources)) {
      const place = { templates, stack, logicalId, resource };
      for (const change of changesOf(place)) {
        yield { stack, logicalId, type: resource.Type, ...change };
      }
    }
    const added = { stack, logicalId: 'Intruder', path: [], kind: 'resource', mutation: 'added' };
    for (const by of intruders) yield { ...added, type: by.Type, by };
  }
}

function changesOf(place: Place) {
  return [...policyMutants(place), ...settingMutants(place), ...additionMutants(place)];
}
