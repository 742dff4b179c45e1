/*
 * Templates made readable, so that an expectation can be written by hand: the logical id
 * `OrdersBus366F1D09` of stack `RetailerOrders` is the place `RetailerOrders/OrdersBus`, its ARN
 * `${RetailerOrders/OrdersBus.Arn}`, in whichever stack somebody refers to it. Texts that are joined
 * are one text. Nothing is left out, so that no mutant hides in it.
 */
import {
  type Fields,
  isFields,
  isIntrinsic,
  type Json,
  type Template,
  type Templates,
} from '../template';

export interface ReadResource extends Fields {
  readonly Type: string;
  readonly Properties: Fields;
}

/** Resources by place. */
export type Places = ReadonlyMap<string, ReadResource>;

const known = new WeakMap<Templates, Places>();
const knownStacks = new WeakMap<Template, readonly [string, ReadResource][]>();

/** Each template is read once: a mutant leaves all but one as they were, and every output. */
export function read(templates: Templates): Places {
  const places = known.get(templates) ?? new Map(stacksOf(templates));
  known.set(templates, places);
  return places;
}

function stacksOf(templates: Templates): [string, ReadResource][] {
  return Object.entries(templates).flatMap(([stack, template]) => {
    const resources = knownStacks.get(template) ?? readStack(templates, stack);
    knownStacks.set(template, resources);
    return resources;
  });
}

function readStack(templates: Templates, stack: string): [string, ReadResource][] {
  const resources = Object.entries(templates[stack].Resources);
  return resources.map(([id, { Metadata, ...resource }]) => {
    const { DependsOn = [], ...fields } = resource as Fields;
    const dependsOn = [DependsOn].flat().map((one) => placeOf(stack, String(one)));
    const values = readable(fields, templates, stack) as Fields;
    const all = { Properties: {}, ...values, DependsOn: dependsOn.sort() };
    return [placeOf(stack, id), all as unknown as ReadResource];
  });
}

/** Without the hash that CDK ends logical ids with, and an API's deployment with another. */
function placeOf(stack: string, logicalId: string): string {
  return `${stack}/${logicalId.replace(/[0-9A-F]{8}([0-9a-f]{32})?$/, '')}`;
}

function readable(value: Json, templates: Templates, stack: string): Json {
  const inner = (item: Json) => readable(item, templates, stack);
  if (Array.isArray(value)) return value.map(inner);
  if (!isFields(value)) return value;
  if (isIntrinsic(value)) return textOf(value, templates, stack);
  return Object.fromEntries(Object.entries(value).map(([field, item]) => [field, inner(item)]));
}

function textOf(intrinsic: Fields, templates: Templates, stack: string): string {
  const [[name, argument]] = Object.entries(intrinsic);
  if (name === 'Fn::ImportValue') return imported(String(argument), templates);
  if (name === 'Fn::GetAtt') {
    const [id, ...attribute] = argument as string[];
    return `\${${placeOf(stack, id)}.${attribute.join('.')}}`;
  }
  if (name === 'Fn::Join') {
    const [separator, parts] = argument as [string, Json[]];
    return parts.map((part) => readable(part, templates, stack)).join(separator);
  }
  const id = String(argument);
  if (name === 'Ref') return `\${${id.startsWith('AWS::') ? id : placeOf(stack, id)}}`;
  return JSON.stringify(intrinsic);
}

function imported(name: string, templates: Templates): string {
  for (const [stack, { Outputs = {} }] of Object.entries(templates)) {
    const output = Object.values(Outputs).find(
      ({ Export }) => isFields(Export) && Export.Name === name,
    );
    if (output) return String(readable(output.Value, templates, stack));
  }
  return `\${import ${name}}`;
}
