import { createHash } from 'node:crypto';
import { landmark, lotsOf } from '../../../benchmarks/patterns/lots';

interface Corner {
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

interface Lot {
  readonly type: string;
  readonly properties: { readonly [name: string]: string | null };
  readonly geometry: {
    readonly type: string;
    readonly firstCoordinates: Corner;
    readonly coordinates: readonly unknown[];
  };
}

const texts = lotsOf(5000);
const lots: readonly Lot[] = texts.map((text) => JSON.parse(text));

function cornersOf(coordinates: readonly unknown[]): Corner[] {
  return coordinates.flat(Number.POSITIVE_INFINITY) as Corner[];
}

describe('lotsOf', () => {
  it('makes the same bytes for the same seed, on any machine', () => {
    const bytes = createHash('sha256').update(texts.join('\n')).digest('hex');
    expect(lotsOf(5000)).toEqual(texts);
    expect(bytes).toBe('e18147feeb2b033cd63d4b965258f7334585d3fbcf1b6a54bcee542156ae546f');
  });

  it('makes other lots for another seed', () => {
    expect(lotsOf(3, 2)).not.toEqual(texts.slice(0, 3));
  });

  it('begins with the same lots however many there are', () => {
    expect(lotsOf(20)).toEqual(texts.slice(0, 20));
  });

  it('makes texts of about 835 bytes', () => {
    const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
    expect(Math.abs(bytes / texts.length - 835)).toBeLessThan(20);
  });

  it('makes features with nine properties, a first corner and closed rings of corners', () => {
    for (const { type, properties, geometry } of lots) {
      const corners = cornersOf(geometry.coordinates);
      expect(type).toBe('Feature');
      expect(Object.keys(properties)).toHaveLength(9);
      expect(geometry.firstCoordinates).toEqual(corners[0]);
      expect(corners.every(({ z }) => z === 0)).toBe(true);
      if (geometry.type === 'Polygon') {
        expect(corners[corners.length - 1]).toEqual(corners[0]);
      }
    }
  });

  it('nests the corners of one polygon two arrays deep and those of several three', () => {
    const depths = lots.map(({ geometry }) => [geometry.type, depthOf(geometry.coordinates)]);
    const different = new Set(depths.map(([type, depth]) => `${type} ${depth}`));
    expect([...different].sort()).toEqual(['MultiPolygon 3', 'Polygon 2']);
  });

  it('writes numbers with all digits of a double', () => {
    const digits = texts.map((text) => /"x":(-[0-9.]+)/.exec(text)?.[1]?.length ?? 0);
    const long = digits.filter((length) => length >= 17);
    expect(long.length / digits.length).toBeGreaterThan(0.9);
  });

  it('lets some lots touch the landmark', () => {
    const touching = lots.filter(({ geometry }) =>
      cornersOf(geometry.coordinates).some(({ x, y }) => x === landmark.x && y === landmark.y),
    );
    expect(touching.length).toBeGreaterThan(0);
    expect(touching.length).toBeLessThan(20);
  });
});

function depthOf(value: unknown): number {
  return Array.isArray(value) ? 1 + depthOf(value[0]) : 0;
}
