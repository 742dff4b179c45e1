import { type CfnResource, Stack } from 'aws-cdk-lib';

type Properties = Record<string, unknown>;

/**
 * The properties of a resource as its template will hold them: after property injectors, Aspects
 * and escape hatches. Only meaningful while the app is validated or synthesised, when all of these
 * have had their turn.
 */
export function finishedProperties(resource: CfnResource): Properties {
  const stack = Stack.of(resource);
  const { Resources } = stack.resolve(resource._toCloudFormation());
  return Resources[stack.resolve(resource.logicalId)]?.Properties ?? {};
}

/**
 * The same, under the same names, but with values as CDK holds them (tokens, policy documents)
 * unless an escape hatch changed the resource: rendering every resource a second time would be a
 * fifth of the time that a synth takes.
 */
export function finishedValues(resource: CfnResource): Properties {
  const values: unknown = Reflect.get(resource, 'cfnProperties');
  const overrides: unknown = Reflect.get(resource, 'rawOverrides');
  if (!isObject(values) || !isObject(overrides) || Object.keys(overrides).length > 0) {
    return finishedProperties(resource);
  }
  const names = namesOf(resource);
  const named: Properties = {};
  for (const name of Object.keys(values)) {
    const known = names.get(name) ?? resource.cfnPropertyName(name) ?? name;
    names.set(name, known);
    named[known] = values[name];
  }
  return named;
}

/** By the class of a resource: CDK looks a name up in a table that it writes anew each time. */
const namesByClass = new WeakMap<object, Map<string, string>>();

function namesOf(resource: CfnResource): Map<string, string> {
  const names = namesByClass.get(resource.constructor) ?? new Map<string, string>();
  namesByClass.set(resource.constructor, names);
  return names;
}

const isObject = (value: unknown): value is Properties =>
  typeof value === 'object' && value !== null;

/** Whether a rendered value of a resource is the one that was asked for, tokens resolved. */
export function isAsAsked(resource: CfnResource, made: unknown, asked: unknown): boolean {
  return JSON.stringify(made) === JSON.stringify(Stack.of(resource).resolve(asked));
}
