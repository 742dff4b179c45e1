import { EventError } from '../event-patterns/errors';
import { toObject } from '../event-patterns/json/node';
import type { JsonNode, JsonObject } from '../event-patterns/json/read';
import { fillTemplate } from './fill';
import { type TransformedInput, unclear } from './outcome';
import { type ParsedInput, parseTargetInput, type TargetInput } from './parse';
import { selectPath } from './select';
import type { RuleContext } from './variables';
import { writeJson } from './write';

/**
 * What EventBridge makes of an event between a matched rule and its target.
 *
 * @param event The whole event, `version` to `detail`: JSON text, or an object taken as
 * `JSON.stringify` writes it
 * @param input Of the target; parsed once for many events by `parseTargetInput`
 * @throws InputTransformerError naming everything that EventBridge refuses in the input
 * @throws EventError for an event that is not a JSON object
 */
export function transformInput(
  event: string | object,
  input: TargetInput | ParsedInput,
  context: RuleContext = {},
): TransformedInput {
  const parsed = 'kind' in input ? input : parseTargetInput(input);
  return transformNode(readEvent(event), parsed, context);
}

/** @throws EventError for an event that is not a JSON object */
export function readEvent(event: string | object): JsonObject {
  const refused = (problem: string): never => {
    throw new EventError(problem, 'a JSON object');
  };
  if (typeof event === 'string') return toObject(event, refused);
  toObject(event, refused); // refuses at once what `stringify` would take for ever to write
  return toObject(stringify(event, refused), refused);
}

function stringify(event: object, refused: (problem: string) => never): string {
  try {
    return JSON.stringify(event) ?? refused(`${typeof event} is not an object`);
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error));
  }
}

/** The same for an event that is read already. */
export function transformNode(
  event: JsonObject,
  input: ParsedInput,
  context: RuleContext,
): TransformedInput {
  switch (input.kind) {
    case 'event':
      return { known: true, text: writeJson(event) };
    case 'constant':
      return { known: true, text: input.text };
    case 'path':
      return writePart(event, input);
    default:
      return fillTemplate(event, input, context);
  }
}

function writePart(event: JsonNode, { path }: ParsedInput & { kind: 'path' }): TransformedInput {
  const selection = selectPath(event, path);
  if (!('found' in selection)) {
    return unclear('missing' in selection ? selection.missing : selection.unclear);
  }
  const { found } = selection;
  if (found.kind === 'keyword' && found.text === 'null') {
    return unclear(`what a target gets of a null, as at ${path.text}, is not documented`);
  }
  return { known: true, text: writeJson(found) };
}
