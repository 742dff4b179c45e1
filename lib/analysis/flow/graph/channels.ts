import type { ChannelNode } from '../model';
import { busNameOf } from '../resolution/attributes';
import type { Resolver } from '../resolution/resolver';
import { readNode, resourcesOf } from './resources';

/**
 * The declared buses, then those that only a rule names: the default bus, or one of another app.
 */
export function readChannels(resolver: Resolver, namedByRules: readonly string[]): ChannelNode[] {
  const channels = new Map<string, ChannelNode>();
  for (const resource of resourcesOf(resolver, 'AWS::Events::EventBus')) {
    const declared = readNode(resolver, resource);
    const { arn } = declared;
    channels.set(arn, { kind: 'channel', name: busNameOf(arn), arn, declared });
  }
  for (const arn of namedByRules) {
    if (!channels.has(arn)) channels.set(arn, { kind: 'channel', name: busNameOf(arn), arn });
  }
  return [...channels.values()];
}
