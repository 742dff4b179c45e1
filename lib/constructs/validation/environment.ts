import { Stack, Token } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { Problem } from '../../core/diagnostics';

/** Where something stands, as far as that is known. */
export interface Place {
  readonly account?: string;
  readonly region?: string;
}

/** What stands in another account or region than the scope, if both are known. */
export function problemsOfPlace(prop: string, place: Place, scope: Construct): Problem[] {
  const { account, region } = Stack.of(scope);
  if (!differs(account, place.account) && !differs(region, place.region)) return [];
  return [
    {
      id: 'spillway:environment',
      prop,
      given: `one in ${show(place)} given to a stack in ${show({ account, region })}`,
      expected:
        'a channel, its queues, their keys and whoever is granted something stand in one region and account',
      fix: 'Use what stands there: a stack, queue or key of that place, a role that is assumed there. Another account publishes by allowAccount.',
    },
  ];
}

function differs(here: string, there = here): boolean {
  return !Token.isUnresolved(here) && !Token.isUnresolved(there) && here !== there;
}

const known = (part = 'any'): string => (Token.isUnresolved(part) ? 'any' : part);

const show = ({ account, region }: Place): string => `${known(account)}/${known(region)}`;
