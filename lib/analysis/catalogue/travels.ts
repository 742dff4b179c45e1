/**
 * What an event travels on. A contract names no channel in the template; but a permission to publish
 * it does, and so does a filter that names it. Where nothing names the event, as with a work queue or
 * a topic without filters, it is taken to travel on every channel that the templates declare. From a
 * channel it goes on to the topics that a rule hands it to.
 */
import type { Flow } from '../flow';
import { type Carrier, carriersOf, describeChannel, isDeclared } from './channels';
import { consumersOf, onwardOf } from './consumers';
import type { EventName } from './filters';
import type { CatalogueChannel, CatalogueConsumer, CatalogueProducer } from './model';
import { publishersIn } from './producers';
import { readersIn } from './queue-readers';

export interface Travels {
  readonly channels: readonly CatalogueChannel[];
  readonly producers: readonly CatalogueProducer[];
  readonly consumers: readonly CatalogueConsumer[];
}

interface Place {
  readonly on: Carrier;
  readonly channel: CatalogueChannel;
  readonly producers: readonly CatalogueProducer[];
  readonly consumers: readonly CatalogueConsumer[];
  /** The ARNs of what rules hand it on to, topics among them. */
  readonly onward: readonly string[];
}

export function travelsIn(flows: readonly Flow[]): (event: EventName) => Travels {
  const read = flows.map((flow) => ({
    ...{ flow, carriers: carriersOf(flow) },
    ...{ publishers: publishersIn(flow), readers: readersIn(flow) },
  }));
  return (event) => {
    const places = read.flatMap(({ flow, carriers, publishers, readers }) =>
      carriers.map(
        (on): Place => ({
          ...{ on, channel: describeChannel(on), producers: publishers(event, on) },
          consumers: consumersOf({ flow, readers }, event, on),
          onward: onwardOf(flow, event, on),
        }),
      ),
    );
    return merge(withOnward(startsOf(places), places));
  };
}

function startsOf(places: readonly Place[]): Place[] {
  const named = places.filter(({ producers, consumers }) =>
    [...producers, ...consumers].some((one) => one.named),
  );
  return named.length > 0 ? named : places.filter(({ on }) => isDeclared(on));
}

function withOnward(starts: readonly Place[], places: readonly Place[]): Place[] {
  const found = new Set(starts);
  for (const { onward } of found) {
    for (const place of places.filter(({ on }) => onward.includes(on.arn))) found.add(place);
  }
  return places.filter((place) => found.has(place));
}

function merge(places: readonly Place[]): Travels {
  return {
    channels: places.map(({ channel }) => channel),
    producers: places.flatMap(({ producers }) => producers),
    consumers: places.flatMap(({ consumers }) => consumers),
  };
}
