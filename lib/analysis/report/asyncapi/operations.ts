import type { JsonObject } from '../../../core/schemas';
import type { Catalogue, CatalogueEvent } from '../../catalogue';
import { keysOf } from './keys';
import { eventName } from './messages';

type Keys = ReadonlyMap<string, string>;

/** One who sends or receives on one channel, with the events that it does so with. */
interface Operation {
  readonly action: 'send' | 'receive';
  readonly name: string;
  readonly channel: string;
  readonly stack?: string;
  readonly events: { readonly event: CatalogueEvent; readonly more: JsonObject }[];
}

/** An operation for each producer and each consumer, a channel. */
export function operationsOf({ events }: Catalogue, channels: Keys, messages: Keys): JsonObject {
  const found = new Map<string, Operation>();
  const add = (name: string, one: Operation) => {
    const known = found.get(name) ?? one;
    found.set(name, known);
    if (known !== one) known.events.push(...one.events);
  };
  for (const event of events) {
    for (const { name, channel, stack } of event.producers) {
      const one: Operation = {
        action: 'send',
        name,
        channel,
        stack,
        events: [{ event, more: {} }],
      };
      add(`send ${name} ${channel}`, one);
    }
    for (const { name, channel, stack, delivery, filters } of event.consumers) {
      const more = { delivery, ...(filters.length > 0 && { filters: filters.map(plain) }) };
      const one: Operation = { action: 'receive', name, channel, stack, events: [{ event, more }] };
      add(`receive ${name} ${channel}`, one);
    }
  }
  const keys = keysOf([...found.keys()]);
  return Object.fromEntries(
    [...found].map(([name, one]) => [keys.get(name) ?? name, describe(one, channels, messages)]),
  );
}

const plain = ({ of, pattern }: { of: string; pattern: JsonObject }): JsonObject => ({
  of,
  pattern,
});

function describe(one: Operation, channels: Keys, messages: Keys): JsonObject {
  const channel = `#/channels/${channels.get(one.channel) ?? ''}`;
  const own = new Map(one.events.map((entry) => [messages.get(eventName(entry.event)), entry]));
  const details = [...own].filter(([, { more }]) => Object.keys(more).length > 0);
  return {
    ...{ action: one.action, title: one.name, channel: { $ref: channel } },
    messages: [...own.keys()].map((key) => ({ $ref: `${channel}/messages/${key}` })),
    ...(one.stack !== undefined && { 'x-stack': one.stack }),
    ...(details.length > 0 && {
      'x-consumes': Object.fromEntries(details.map(([key, { more }]) => [key, more])),
    }),
  };
}
