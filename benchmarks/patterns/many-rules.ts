import { ends, starts } from './places';
import { type Random, seededRandom } from './random';

/**
 * Rules by the hundred and thousand, of values that lots can have, each with its own: most events
 * meet none of them, however many there are. Fewer are the first of more.
 */
type Pattern = { readonly [field: string]: unknown };

const seed = 7;

/** The one that hits most, so that the fewest rules hit something too. */
const frequent: Pattern = { properties: { MAPBLKLOT: ['5180044'] } };

/** One text each. */
export function manyExact(count: number): Pattern[] {
  const random = seededRandom(seed);
  const others = Array.from({ length: count - 1 }, () => ({
    properties: { MAPBLKLOT: [mapLot(random)] },
  }));
  return [frequent, ...others];
}

/** One operator after the other; what would hit most lots alone has a second field beside it. */
export function manyMixed(count: number): Pattern[] {
  const random = seededRandom(seed);
  const others = Array.from({ length: count - 1 }, (_, index) => {
    const make = makers[index % makers.length] as Maker;
    return make(random);
  });
  return [frequent, ...others];
}

type Maker = (random: Random) => Pattern;

const makers: readonly Maker[] = [
  (random) => ({ properties: { MAPBLKLOT: [mapLot(random)] } }),
  (random) => ({ properties: { BLKLOT: [{ prefix: mapLot(random).slice(0, 6) }] } }),
  (random) => ({ properties: { BLKLOT: [{ suffix: mapLot(random).slice(1) }] } }),
  (random) => ({
    properties: {
      STREET: [{ 'equals-ignore-case': streetOf(random) }],
      FROM_ST: [String(random.whole(1, 4200))],
    },
  }),
  (random) => ({
    properties: { MAPBLKLOT: [{ wildcard: mapLot(random).replace(/^(....).(.*)$/, '$1*$2') }] },
  }),
  (random) => ({ geometry: { firstCoordinates: { x: [{ numeric: narrow(random) }] } } }),
  (random) => ({
    properties: {
      MAPBLKLOT: [mapLot(random), mapLot(random)],
      ST_TYPE: [{ 'anything-but': ['ST'] }],
    },
  }),
  (random) => ({
    properties: { FROM_ST: [String(random.whole(1, 4200))], LOT_NUM: [mapLot(random).slice(4)] },
    geometry: { type: ['Polygon'] },
  }),
];

function mapLot(random: Random): string {
  const block = String(random.whole(1, 8999)).padStart(4, '0');
  return `${block}${String(random.whole(1, 120)).padStart(3, '0')}`;
}

function streetOf(random: Random): string {
  return `${random.item(starts)}${random.item(ends)}`.toLowerCase();
}

function narrow(random: Random): unknown[] {
  const low = -117.25 + 0.13 * random.share();
  return ['>', low, '<', low + 0.000_005];
}
