import {
  envelopeAttributes,
  fixedAttributes,
  requiredMembers,
} from '../../core/cloudevents/envelope-attributes';
import type { ContractDescription } from '../../core/contracts';
import type { JsonObject } from '../../core/schemas';

/**
 * The schema of an event as a consumer gets it: a structured CloudEvent 1.0, which holds the data
 * and no other source and type. A time stays the text that was sent, so its format is left out.
 */
export function cloudEventSchema(
  contract: ContractDescription,
  name: string,
  dataReference: string,
): JsonObject {
  const { summary } = contract;
  const fixed = fixedAttributes(contract);
  const attributes = envelopeAttributes.map((one): [string, JsonObject] => [
    one.name,
    typeOf(one, name, fixed.get(one.name)),
  ]);
  return {
    type: 'object',
    ...(summary !== undefined && { description: summary }),
    properties: { ...Object.fromEntries(attributes), data: { $ref: dataReference } },
    required: [...requiredMembers],
  };
}

/** An attribute of one value becomes a type of its own, which is named after both. */
function typeOf(
  attribute: { readonly name: string; readonly description: string },
  name: string,
  value: string | undefined,
): JsonObject {
  if (value === undefined) return { type: 'string', description: attribute.description };
  const [first = '', ...rest] = attribute.name;
  return { type: 'string', enum: [value], title: `${name}${first.toUpperCase()}${rest.join('')}` };
}
