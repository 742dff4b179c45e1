/**
 * valibot's converter throws at the first thing that it can't carry, without the place. It hands
 * each over before, so all of them get a mark instead.
 */
import { type Loss, marked } from './loss';
import { checkedInstead, wireTypeInsteadOf } from './wire-types';

interface Converted {
  readonly jsonSchema: Record<string, unknown>;
  readonly errors?: readonly string[];
}

interface Action extends Converted {
  readonly valibotAction: {
    readonly kind: string;
    readonly type: string;
    readonly requirement?: unknown;
  };
}

interface Schema extends Converted {
  readonly valibotSchema: { readonly type: string; readonly default?: unknown };
}

/** Passed on to valibot's converter. */
export const valibotOptions = { errorMode: 'ignore', overrideAction, overrideSchema };

/** What trims, brands or describes is no check. */
function overrideAction({ valibotAction, jsonSchema, errors = [] }: Action) {
  const { kind, type, requirement } = valibotAction;
  if (kind !== 'validation' || errors.length === 0) return jsonSchema;
  if (errors.length === 1 && requirement instanceof RegExp && !/[ims]/.test(requirement.flags)) {
    return jsonSchema;
  }
  const what = `valibot's ${type}${because(errors)}`;
  return marked(jsonSchema, [{ kind: 'check', what, fix: checkedInstead }]);
}

const checked = new Set(['custom', 'instance']);

function overrideSchema({ valibotSchema, jsonSchema, errors = [] }: Schema) {
  const converted = { ...jsonSchema };
  // Computed: another one at each synth.
  if (typeof valibotSchema.default === 'function') delete converted['default'];
  return marked(converted, errors.length === 0 ? [] : [lossOf(valibotSchema.type, errors)]);
}

function lossOf(type: string, errors: readonly string[]): Loss {
  if (checked.has(type)) {
    return { kind: 'check', what: `valibot's ${type}`, fix: checkedInstead };
  }
  const what = `valibot's ${type}${because(errors)}`;
  return { kind: 'type', what, fix: wireTypeInsteadOf(type) };
}

/** That it can't be converted is said anyway; why, in other cases, only valibot knows. */
function because(errors: readonly string[]): string {
  const reasons = errors.filter((error) => !error.endsWith('cannot be converted to JSON Schema.'));
  return reasons.length === 0 ? '' : ` (${reasons.join(' ')})`;
}
