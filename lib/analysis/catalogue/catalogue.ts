import type { AcceptedVersion } from '../../core/contracts';
import type { Assembly, DeclaredContract } from '../assembly';
import { fieldsOf } from './fields';
import { flowsOf } from './flows';
import type { Catalogue, CatalogueChannel, CatalogueEvent } from './model';
import { type Travels, travelsIn } from './travels';
import { versionsOf } from './versions';

/** The accepted versions of a contract, the oldest first. */
export type AcceptedVersions = (contract: DeclaredContract) => readonly AcceptedVersion[];

/** Everything that an app and its accepted versions say of its events. */
export function readCatalogue(assembly: Assembly, accepted: AcceptedVersions): Catalogue {
  const travels = travelsIn(flowsOf(assembly.stacks));
  const found = assembly.contracts.map((contract) => ({ contract, way: travels(contract) }));
  return {
    events: found.map(({ contract, way }) => describe(contract, way, accepted(contract))),
    channels: distinct(found.flatMap(({ way }) => way.channels)),
  };
}

function describe(
  { directory: _, ...contract }: DeclaredContract,
  { channels, producers, consumers }: Travels,
  accepted: readonly AcceptedVersion[],
): CatalogueEvent {
  return {
    ...contract,
    fields: fieldsOf(contract.schema),
    versions: versionsOf(contract.schema, accepted),
    channels: channels.map(({ id }) => id),
    producers,
    consumers,
  };
}

function distinct(channels: readonly CatalogueChannel[]): CatalogueChannel[] {
  return [...new Map(channels.map((channel) => [channel.id, channel])).values()];
}
