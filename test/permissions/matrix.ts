import { runSimulation, runUnsafeSimulation, type Simulation } from '@cloud-copilot/iam-simulate';
import { type Context, contextsOf, plain } from './contexts';
import { policiesOf } from './policies';
import { type Principal, principalsOf } from './principals';
import { type Request, requestsOf } from './requests';
import { targetsOf } from './resources';
import type { Templates } from './template';

/**
 * Everybody asks for everything, in every way. A cell is one such question; what iam-simulate
 * answers comes from the policies of the templates alone.
 */
export interface Cell {
  readonly name: string;
  readonly principal: Principal;
  readonly request: Request;
  readonly context: Context;
}

export const cellName = (who: string, may: string, on: string, when: string) =>
  `${who} | ${may} | ${on} | ${when}`;

/** @param policies read from the templates, or changed to see a cell turn */
export async function cellsOf(
  templates: Templates,
  batches: readonly Context[],
  policies = policiesOf(templates),
): Promise<Cell[]> {
  const principals = principalsOf(templates, policies);
  const targets = targetsOf(templates, policies);
  refuseTwins('principals', principals);
  refuseTwins('resources', targets);
  const contexts = contextsOf(targets, batches);
  return (await requestsOf(targets)).flatMap((request) => {
    const { target, action } = request;
    const ways = waysOf(request, contexts);
    return principals.flatMap((principal) =>
      ways
        .filter((context) => asks(principal, context))
        .map((context) => ({
          name: cellName(principal.name, action, target.name, context.name),
          principal,
          request,
          context,
        })),
    );
  });
}

/** A key that an action doesn't bring must not decide about it. */
function waysOf(
  { service, target, keys }: Request,
  contexts: ReadonlyMap<string, readonly Context[]>,
): readonly Context[] {
  if (target.type === 'account') return [plain];
  if (service === 'events' && !keys.includes('events:source')) return [plain];
  return contexts.get(service) ?? [plain];
}

function asks({ kind, only }: Principal, { of, name }: Context): boolean {
  return only ? only.includes(name) : of === 'any' || of === kind;
}

/** The tables tell them apart by name. */
function refuseTwins(what: string, named: readonly { readonly name: string }[]): void {
  const names = named.map(({ name }) => name);
  const twice = names.filter((name, at) => names.indexOf(name) !== at);
  if (twice.length > 0) throw new Error(`${what} of one name: ${twice.join(', ')}`);
}

/**
 * The unsafe simulation answers where it can: it takes context keys as they come, and in a third of
 * the time. The safe one drops an encryption context, because it looks for a key with a variable
 * part by a slash. What it would check besides was checked before: the policies when they were
 * read, action and resource when the requests were made.
 */
export async function isAllowed(cell: Cell): Promise<boolean> {
  const { target, action } = cell.request;
  const simulation = simulationOf(cell);
  if (target.type !== 'account') return runUnsafeSimulation(simulation, {}) === 'Allowed';
  const answer = await runSimulation(simulation, {});
  if (answer.resultType === 'single') return answer.overallResult === 'Allowed';
  throw new Error(`${action} on ${target.name}: ${JSON.stringify(answer)}`);
}

function simulationOf({ principal, request, context }: Cell): Simulation {
  const { action, target } = request;
  return {
    request: {
      principal: principal.request,
      action,
      resource: { resource: target.arn, accountId: target.account },
      contextVariables: { ...context.keys },
    },
    identityPolicies: [...principal.policies],
    resourcePolicy: target.policy,
    serviceControlPolicies: [],
    resourceControlPolicies: [],
  };
}
