/** What the presence of one property asks of its object: one keyword up to draft-07, two since. */
import type { JsonObject, JsonValue } from '../json';
import { assertsIn } from '../keywords';
import type { Tokens } from '../pointer';
import { assemble } from './assemble';
import { type Given, type Lower, membersAt, namesIn } from './given';

type Dependency = JsonObject | readonly string[];

export const lowerDependencies: Lower = (given) => {
  const lowered = new Map<string, Dependency>();
  for (const keyword of ['dependencies', 'dependentRequired', 'dependentSchemas']) {
    if (!assertsIn(given.dialect, keyword)) continue;
    for (const [name, value] of membersAt(given, keyword)) {
      const dependency = lowerDependency(given, [keyword, name], value);
      const other = lowered.get(name);
      if (Object.keys(dependency).length > 0) {
        lowered.set(name, other === undefined ? dependency : both(other, dependency));
      }
    }
  }
  return lowered.size === 0 ? [] : [{ dependencies: Object.fromEntries(lowered) }];
};

function lowerDependency(given: Given, tokens: Tokens, value: JsonValue): Dependency {
  const isNames = tokens[0] === 'dependentRequired' || Array.isArray(value);
  return isNames && tokens[0] !== 'dependentSchemas'
    ? namesIn(given, tokens, value)
    : given.lower(value, tokens, 'inPlace');
}

/** The object is an object, so that a list says what `required` says. */
function both(...dependencies: Dependency[]): JsonObject {
  return assemble(
    dependencies.map((dependency) =>
      Array.isArray(dependency) ? { required: dependency } : (dependency as JsonObject),
    ),
  );
}
