import type { Problem } from '../../core/diagnostics';
import { problemsOfNamed } from '../channels';
import type { EventContract } from '../contracts';
import { problemsOfRules, removalRule, withoutEffect } from '../validation';
import type { OrderIngestionProps } from './order-ingestion-props';

/** What is wrong with the props of an ingestion. */
export function problemsOfIngestion(props: OrderIngestionProps): Problem[] {
  const {
    contracts = [],
    channel,
    encryptionKey,
    archive,
    removalPolicy,
    policyOwner,
    registry,
  } = props;
  const ofTheBus = {
    encryptionKey: encryptionKey?.node.path,
    archive: archive && 'an archive',
    policyOwner,
  };
  const ownChannel = {
    expected: 'it cannot take effect on a channel of your own',
    fix: 'Set it where the channel is made, or leave channel out.',
  };
  const ofRegistry = { registry: registry?.registryName || undefined };
  const noSchema = {
    expected: 'it cannot take effect where no contract has a schema',
    fix: 'Give a contract a schema, or leave registry out.',
  };
  const ownQueue = {
    expected: 'it cannot take effect on a channel that is a queue',
    fix: 'Set it on the WorkQueue; for the queues that Delivery.oneAtATime adds, on subscribe.',
  };
  return [
    ...problemsOfNamed('contracts', contracts, channel?.contracts),
    ...problemsOfRules([
      removalRule(removalPolicy),
      ...(channel ? withoutEffect(ofTheBus, ownChannel) : []),
      ...(contracts.some(hasSchema) ? [] : withoutEffect(ofRegistry, noSchema)),
      ...(channel?.queue ? withoutEffect({ removalPolicy }, ownQueue) : []),
    ]),
  ];
}

/** The contracts that a registry can keep. */
export const hasSchema = ({ schema }: EventContract): boolean => schema !== undefined;
