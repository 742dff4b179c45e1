import { differences } from '../differences';
import type { Resource, Template, Templates } from './assembly';
import { outputOf } from './outputs';
import { refused } from './refused';

/** What was taken out of the templates that are deployed, and where they differ from the real ones in anything else. */
export interface TemplateDifference {
  /** `stack/logicalId (type: what is not shown for that)` */
  readonly takenOut: readonly string[];
  readonly mismatches: readonly string[];
}

/**
 * Works out by hand what the deployed templates have to be, from the real ones: without the refused resources and what refers to them (DependsOn and
 * outputs), with the URLs of the queues and the ARNs of the topics. All else has to be the same.
 */
export function templateDifference(real: Templates, deployed: Templates): TemplateDifference {
  const stacks = Object.entries(real);
  const wanted = Object.fromEntries(stacks.map(([name, one]) => [name, wantedOf(one)]));
  const dangling = stacks.flatMap(([name, one]) =>
    referred(deployed[name], new Set(refusedIn(one)), name),
  );
  return {
    takenOut: stacks.flatMap(([name, one]) =>
      refusedIn(one).map((id) => `${name}/${id} (${notShown(one.Resources[id])})`),
    ),
    mismatches: [...differences(wanted, deployed), ...dangling],
  };
}

const notShown = ({ Type }: Resource): string => `${Type}: ${refused[Type]}`;

function refusedIn({ Resources }: Template): string[] {
  return Object.keys(Resources).filter((id) => Object.hasOwn(refused, Resources[id].Type));
}

function wantedOf(template: Template): Template {
  const out = new Set(refusedIn(template));
  const kept = Object.entries(template.Resources).filter(([id]) => !out.has(id));
  const outputs = Object.entries(template.Outputs ?? {}).filter(
    ([, output]) => !refersTo(output, out),
  );
  const told = kept.flatMap(([id, { Type }]) => {
    const name = outputOf(Type, id);
    return name === undefined ? [] : [[name, { Value: { Ref: id } }] as const];
  });
  return {
    ...template,
    Resources: Object.fromEntries(kept.map(([id, one]) => [id, withoutWaiting(one, out)])),
    Outputs: Object.fromEntries([...outputs, ...told]),
  };
}

function withoutWaiting(resource: Resource, out: ReadonlySet<string>): Resource {
  const { DependsOn, ...rest } = resource;
  const left = DependsOn?.filter((id) => !out.has(id)) ?? [];
  return left.length > 0 ? { ...rest, DependsOn: left } : rest;
}

/** Where a deployed template still names what was taken out of it: it could not be deployed. */
function referred(template: Template, out: ReadonlySet<string>, stack: string): string[] {
  return Object.entries(template.Resources)
    .filter(([, resource]) => refersTo(resource, out))
    .map(([id]) => `/${stack}/Resources/${id}: still refers to what was taken out`);
}

/** Whether a Ref, a GetAtt, a Sub or a DependsOn anywhere in it names one of these resources. */
function refersTo(value: unknown, ids: ReadonlySet<string>): boolean {
  const text = JSON.stringify(value);
  return [...ids].some((id) => new RegExp(`["{]${id}["}.]`).test(text));
}
