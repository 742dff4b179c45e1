import type { BusNode } from '../model';
import { busNameOf } from '../resolution/attributes';
import type { Resolver } from '../resolution/resolver';
import { readNode, resourcesOf } from './resources';

/**
 * The declared buses, then those that only a rule names: the default bus, or one of another app.
 */
export function readBuses(resolver: Resolver, namedByRules: readonly string[]): BusNode[] {
  const buses = new Map<string, BusNode>();
  for (const resource of resourcesOf(resolver, 'AWS::Events::EventBus')) {
    const declared = readNode(resolver, resource);
    const { arn } = declared;
    buses.set(arn, { kind: 'channel', type: 'classicBus', name: busNameOf(arn), arn, declared });
  }
  for (const arn of namedByRules) {
    if (!buses.has(arn))
      buses.set(arn, { kind: 'channel', type: 'classicBus', name: busNameOf(arn), arn });
  }
  return [...buses.values()];
}
