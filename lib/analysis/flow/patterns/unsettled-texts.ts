import { hasHole } from '../resolution/symbolic-text';

/**
 * The fields of a body whose texts hold something that only a deployment or the service decides, by
 * their path as a pattern writes it.
 */
export interface UnsettledTexts {
  readonly paths: ReadonlySet<string>;
  /** Those of them within arrays: there it is not enough to leave the field out. */
  readonly inArrays: ReadonlySet<string>;
  /** The name of a field holds it too: then nobody knows the paths. */
  readonly names: boolean;
}

export const settled: UnsettledTexts = { paths: new Set(), inArrays: new Set(), names: false };

interface Place {
  readonly value: unknown;
  readonly path: string;
  readonly inArray: boolean;
}

function innerOf({ value, path, inArray }: Place): Place[] {
  if (Array.isArray(value)) return value.map((item) => ({ value: item, path, inArray: true }));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).map(([name, inner]) => ({
    value: inner,
    path: path === '' ? name : `${path}.${name}`,
    inArray,
  }));
}

export function unsettledTexts(body: unknown): UnsettledTexts {
  const paths = new Set<string>();
  const inArrays = new Set<string>();
  let names = false;
  const open: Place[] = [{ value: body, path: '', inArray: false }];
  for (let place = open.pop(); place; place = open.pop()) {
    const holds = typeof place.value === 'string' && hasHole(place.value);
    if (holds) paths.add(place.path);
    if (holds && place.inArray) inArrays.add(place.path);
    names ||= hasHole(place.path);
    open.push(...innerOf(place));
  }
  return { paths, inArrays, names };
}
