/**
 * What an event has at the paths of a pattern, with the place of each value, and which other paths
 * it has: what a wrong name is compared with. One walk; of what no path of the pattern leads to, it
 * looks only at the beginning.
 */
import type { JsonNode, JsonObject } from '../json/read';

export interface Survey {
  /** What stands at each path of the pattern, lists opened up; an empty list stands for itself. */
  readonly found: ReadonlyMap<string, readonly Place[]>;
  /** What stands first at every path of the event, up to a limit, objects and lists too. */
  readonly paths: ReadonlyMap<string, JsonNode>;
}

export interface Place {
  /** As in `detail.lines[3].sku`. */
  readonly place: string;
  readonly node: JsonNode;
}

const most = { paths: 5000, pathLength: 1000 };

interface Visit extends Place {
  readonly path: string | undefined;
}

export function survey(event: JsonObject, wanted: readonly string[]): Survey {
  const found = new Map<string, Place[]>(wanted.map((path) => [path, []]));
  const paths = new Map<string, JsonNode>();
  const leading = new Set(wanted.flatMap(beginnings));
  // Whether it is worth going on at the path.
  const enter = (path: string, node: JsonNode): boolean => {
    const full = paths.size >= most.paths || path.length > most.pathLength;
    if (!paths.has(path) && (leading.has(path) || !full)) {
      paths.set(path, node);
    }
    return paths.has(path);
  };
  const waiting: Visit[] = [{ node: event, path: undefined, place: '' }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { path, place, node } = next;
    if (path === undefined || enter(path, node)) {
      if (path !== undefined && !(node.kind === 'array' && node.items.length > 0)) {
        found.get(path)?.push({ place, node });
      }
      for (const part of partsOf(next).reverse()) {
        waiting.push(part);
      }
    }
  }
  return { found, paths };
}

function partsOf({ node, path, place }: Visit): Visit[] {
  if (node.kind === 'array') {
    return node.items.map((item, index) => ({ node: item, path, place: `${place}[${index}]` }));
  }
  const members = node.kind === 'object' ? node.members : [];
  return members.map(({ name, value }) => ({
    node: value,
    path: path === undefined ? name : `${path}.${name}`,
    place: placeOf(place, name),
  }));
}

/** The paths of all that a value at the path can stand in, and the path itself. */
export function beginnings(path: string): readonly string[] {
  const all = [];
  for (let dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
    all.push(path.slice(0, dot));
  }
  return [...all, path];
}

function placeOf(parent: string, name: string): string {
  const plain = /^[^\s."'[\]]+$/.test(name);
  if (!plain) {
    return `${parent}[${JSON.stringify(name)}]`;
  }
  return parent === '' ? name : `${parent}.${name}`;
}
