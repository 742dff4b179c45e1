import {
  createValidatedPolicy,
  type ValidatedPolicy,
  validateIdentityPolicy,
} from '@cloud-copilot/iam-policy';
import { anonymousPrincipal, type SimulationRequestPrincipal } from '@cloud-copilot/iam-simulate';
import { type Policies, servicesNamed } from './policies';
import { account, Resolver } from './resolver';
import { type Fields, nameOf, resourcesOf, type Templates } from './template';

/** Everybody who could ask: those whom the templates name, and those whom they must keep out. */
export interface Principal {
  readonly name: string;
  readonly kind: 'caller' | 'service';
  readonly request: SimulationRequestPrincipal;
  readonly policies: { readonly name: string; readonly policy: ValidatedPolicy<unknown> }[];
  /** Asks in these contexts only. @default - in all that its kind can have */
  readonly only?: readonly string[];
}

/** Asked for even if no template names them: each is a way in if a policy is too wide. */
const always = ['events', 'apigateway', 'ecs-tasks', 'sqs', 'sns', 'lambda', 'pipes', 's3'];

const everything: Fields[] = [{ Effect: 'Allow', Action: '*', Resource: '*' }];

/** A policy that iam-simulate would refuse must not read as one that allows nothing. */
function identityPolicy(name: string, statements: readonly Fields[]) {
  const document = { Version: '2012-10-17', Statement: statements };
  const policy = createValidatedPolicy(document, validateIdentityPolicy, { name });
  if (policy.errors.length > 0) throw new Error(`${name}: ${JSON.stringify(policy.errors)}`);
  return { name, policy };
}

function caller(name: string, arn: string, statements: readonly Fields[] = []): Principal {
  const policies = statements.length === 0 ? [] : [identityPolicy(name, statements)];
  return { name, kind: 'caller', request: arn, policies };
}

function service(name: string): Principal {
  return { name, kind: 'service', request: name, policies: [] };
}

const roleIn = (id: string, name: string) => `arn:aws:iam::${id}:role/${name}`;

/**
 * The administrator of the own account may do everything that no policy denies. Only queues and
 * topics deny something, so only they are asked.
 */
const strangers: readonly Principal[] = [
  caller('Stranger', roleIn(account, 'Stranger')),
  {
    ...caller('Administrator', roleIn(account, 'Administrator'), everything),
    only: ['over TLS', 'in plaintext'],
  },
  caller('PartnerAccountAdministrator', roleIn('222222222222', 'Administrator'), everything),
  caller('PartnerAccountRoot', 'arn:aws:iam::222222222222:root', everything),
  caller('PartnerAccountStranger', roleIn('222222222222', 'Stranger')),
  caller('OtherAccountAdministrator', roleIn('333333333333', 'Administrator'), everything),
  caller('OtherAccountRoot', 'arn:aws:iam::333333333333:root', everything),
  { name: 'Anybody', kind: 'caller', request: anonymousPrincipal, policies: [] },
];

export function principalsOf(templates: Templates, policies: Policies): Principal[] {
  const resolver = new Resolver(templates);
  const roles = resourcesOf(templates)
    .filter(({ type }) => type === 'AWS::IAM::Role')
    .map((role) => {
      const arn = resolver.arn(role);
      return caller(nameOf(role), arn, policies.identity.get(arn));
    });
  const others = always.map((name) => `${name}.amazonaws.com`);
  const services = new Set([...servicesNamed(policies), ...others]);
  return [...roles, ...[...services].map(service), ...strangers];
}
