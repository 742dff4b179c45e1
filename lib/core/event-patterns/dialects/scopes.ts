import { PatternError } from '../errors';
import type { DialectName } from './dialect';
import { dialects } from './table';

const snsScopes: ReadonlyMap<string, DialectName> = new Map([
  ['MessageAttributes', 'sns-attributes'],
  ['MessageBody', 'sns-body'],
]);

/**
 * The dialect of an SNS subscription's filter policy, by its FilterPolicyScope.
 *
 * @throws PatternError for a scope that SNS does not know.
 */
export function snsDialect(scope = 'MessageAttributes'): DialectName {
  const dialect = snsScopes.get(scope);
  if (dialect === undefined) {
    const problem = `${JSON.stringify(scope)} is an invalid value of FilterPolicyScope`;
    throw new PatternError('', problem, [...snsScopes.keys()].join(' or '));
  }
  return dialect;
}

export interface SubscriberScope {
  readonly operators: readonly string[];
  /** Whether `$or` makes alternatives. */
  readonly or: boolean;
}

/**
 * What a filter of a subscriber on an EventBusV2 may hold, by its scope. METADATA is what a
 * publisher sets, and takes exact values only. A pattern of the dialect `eventbridge-v2` is one of
 * scope DATA; one of scope SYSTEM_METADATA has the same operators.
 *
 * Source: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-custom-bus-filtering.html
 */
export const subscriberScopes: Readonly<Record<string, SubscriberScope>> = {
  DATA: { operators: dialects['eventbridge-v2'].operators, or: true },
  METADATA: { operators: [], or: false },
  SYSTEM_METADATA: { operators: dialects['eventbridge-v2'].operators, or: true },
};
