import type { Flow, Grantee, RoleNode } from '../flow';
import { type Carrier, describeChannel } from './channels';
import type { EventName } from './filters';
import type { CatalogueProducer } from './model';
import { constructOf, principalName } from './names';

/** An event that no contract names: who may publish it may publish others beside the contract's. */
const unheardOf = { source: '\u{10FFFD}', detailType: '\u{10FFFD}' };

/** Who may put an event on a channel, and whether the permission says so of this very event. */
export type Publishers = (event: EventName, on: Carrier) => CatalogueProducer[];

/** What is the same for every event is asked once a channel. */
export function publishersIn(flow: Flow): Publishers {
  const unrestricted = new Map<Carrier, ReadonlyMap<string, Grantee['may']>>();
  return ({ source, eventType }, on) => {
    const free =
      unrestricted.get(on) ??
      new Map(flow.publishers(unheardOf, on).map((grantee) => [keyOf(grantee), grantee.may]));
    unrestricted.set(on, free);
    const channel = describeChannel(on).id;
    return flow
      .publishers({ source, detailType: eventType }, on)
      .map((grantee) => describe(grantee, channel, isNamed(grantee, free)));
  };
}

/** One who certainly may publish this event, and perhaps any other, is let in by its name. */
function isNamed(grantee: Grantee, free: ReadonlyMap<string, Grantee['may']>): boolean {
  const mayAny = free.get(keyOf(grantee));
  return mayAny === undefined || (mayAny === 'unknown' && grantee.may === 'yes');
}

const keyOf = ({ who }: Grantee): string => (typeof who === 'string' ? who : who.arn);

function describe(
  { who, may, reason }: Grantee,
  channel: string,
  named: boolean,
): CatalogueProducer {
  const common = { channel, named, certain: may === 'yes', reason };
  return typeof who === 'string'
    ? { ...common, name: principalName(who), services: [] }
    : { ...common, ...ofRole(who) };
}

function ofRole(role: RoleNode) {
  return { name: constructOf(role), stack: role.stack, services: role.services };
}
