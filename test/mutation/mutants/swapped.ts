import { isFields, isIntrinsic, type Json } from '../template';
import type { Place } from './mutant';

/**
 * The same reference to another resource of the same type in the stack: the next one, so that it is
 * the same in every run. Undefined where the value refers to none, or the type has no other.
 */
export function swapped(value: Json, { templates, stack }: Place): Json | undefined {
  if (!isFields(value) || !isIntrinsic(value)) return undefined;
  const { Ref, 'Fn::GetAtt': attribute } = value;
  const resources = templates[stack].Resources;
  const id = Array.isArray(attribute) ? attribute[0] : Ref;
  if (typeof id !== 'string' || !Object.hasOwn(resources, id)) return undefined;
  const ids = Object.keys(resources).filter((one) => resources[one].Type === resources[id].Type);
  const other = ids[(ids.indexOf(id) + 1) % ids.length];
  if (other === id) return undefined;
  return Array.isArray(attribute)
    ? { 'Fn::GetAtt': [other, ...attribute.slice(1)] }
    : { Ref: other };
}
