import type { Envelope } from './envelope';
import type { Delivered, RuleTarget } from './model';
import { hasHole } from './resolution/symbolic-text';
import { fieldOf, textOrNothing } from './resolution/template';

/**
 * What a target gets of the event: all of it, the part at InputPath, or the constant Input. An
 * InputTransformer is not computed. Source:
 * https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Target.html
 */
const PATH = /^\$(\.[\w-]+|\[\d+\])*$/;

function follow(path: string, event: unknown): unknown {
  let found = event;
  for (const [, name, index] of path.matchAll(/\.([\w-]+)|\[(\d+)\]/g)) {
    if (name !== undefined) found = fieldOf(found, name);
    else found = Array.isArray(found) ? found[Number(index)] : undefined;
  }
  return found;
}

function partOf(path: string, { fields }: Envelope): Delivered {
  if (!PATH.test(path)) return { unknown: `the InputPath ${path} is not read` };
  const body = follow(path, fields);
  return body === undefined ? { unknown: `the event has nothing at ${path}` } : { body };
}

function constant(input: string): Delivered {
  try {
    if (!hasHole(input)) return { body: JSON.parse(input) };
  } catch {
    // Told below, with the hole's case: neither is a JSON text that we know.
  }
  return { unknown: `the Input is no JSON text: ${input}` };
}

export function deliver({ properties, inputPath }: RuleTarget, envelope: Envelope): Delivered {
  if (fieldOf(properties, 'InputTransformer') !== undefined) {
    return { unknown: 'the InputTransformer is not computed' };
  }
  const input = textOrNothing(fieldOf(properties, 'Input'));
  if (input !== undefined) return constant(input);
  return partOf(inputPath ?? '$', envelope);
}
