import { ends, houseNumbers, mapLots, starts, streets, streetTypes } from './places';
import { type Random, seededRandom } from './random';

/**
 * Events of the shape that event-ruler's own benchmark has: GeoJSON features of the lots of a city,
 * each with its properties, its first corner, and the corners of its rings as objects in arrays of
 * arrays. The values are made up.
 */

/** One corner that some lots have in common, for rules that ask for one very number. */
export const landmark = { x: -117.16427381946055, y: 32.72158346190273 };

const west = -117.25;
const east = -117.12;
const south = 32.68;
const north = 32.8;

/** Of 100,000 lots so many have several polygons, and so many touch the landmark. */
const severalPolygons = 60;
const atLandmark = 100;

interface Corner {
  readonly x: number;
  readonly y: number;
}

/** JSON texts of about 835 bytes. The first of many are the same as a few. */
export function lotsOf(count: number, seed = 1): string[] {
  const random = seededRandom(seed);
  // Through bytes, as from a wire: a text that was put together is a tree of its parts until then.
  return Array.from({ length: count }, () => Buffer.from(lot(random)).toString());
}

function lot(random: Random): string {
  return `{"type":"Feature","properties":${properties(random)},"geometry":${geometry(random)}}`;
}

function properties(random: Random): string {
  const block = String(random.whole(1, 8999)).padStart(4, '0');
  const number = String(random.whole(1, 120)).padStart(3, '0');
  const house = random.from(houseNumbers) || String(random.whole(1, 4200));
  return JSON.stringify({
    MAPBLKLOT: random.from(mapLots) || `${block}${number}`,
    BLKLOT: `${block}${number}`,
    BLOCK_NUM: block,
    LOT_NUM: number,
    FROM_ST: house,
    TO_ST: house,
    STREET: random.from(streets) || `${random.item(starts)}${random.item(ends)}`,
    ST_TYPE: random.from(streetTypes),
    ODD_EVEN: Number(house) % 2 === 0 ? 'E' : 'O',
  });
}

function geometry(random: Random): string {
  const several = random.share() * 100_000 < severalPolygons;
  const rings = several ? [ring(random), ring(random)] : [ring(random)];
  const texts = rings.map((corners) => `[[${corners.map(cornerText).join(',')}]]`);
  const [first] = rings[0] as readonly Corner[];
  const [type, coordinates] = several
    ? ['MultiPolygon', `[${texts.join(',')}]`]
    : ['Polygon', texts[0]];
  return `{"type":"${type}","firstCoordinates":${cornerText(first as Corner)},"coordinates":${coordinates}}`;
}

/** Four corners or more, the last of them the first again. */
function ring(random: Random): Corner[] {
  const center = {
    x: west + (east - west) * random.share(),
    y: south + (north - south) * random.share(),
  };
  const corners = Array.from({ length: random.whole(4, 13) }, () => near(center, random));
  if (random.share() * 100_000 < atLandmark) {
    corners[random.whole(0, corners.length - 1)] = landmark;
  }
  return [...corners, corners[0] as Corner];
}

function near({ x, y }: Corner, random: Random): Corner {
  return { x: x + (random.share() - 0.5) / 2000, y: y + (random.share() - 0.5) / 2000 };
}

/** Written as maps are: all digits of a double, and heights with a decimal. */
function cornerText({ x, y }: Corner): string {
  return `{"x":${x},"y":${y},"z":0.0}`;
}
