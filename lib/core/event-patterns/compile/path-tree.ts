/**
 * The paths of all rules as one tree of names, so that reading an event follows the names that some
 * rule asks for and skips all others. A path is the names of an event joined with dots; since a name
 * may hold dots itself, the tree is cut at dots and such a name walks through several nodes.
 */
export interface PathNode {
  /** The number of the path that ends here, -1 where none does. */
  field: number;
  readonly children: Map<string, PathNode>;
  /** The children by the hash of their names, as UTF-16 units. */
  readonly byHash: Map<number, NamedNode[]>;
  /** A bit for each length of a name, modulo 32: most other names are of another length. */
  lengths: number;
}

export interface NamedNode {
  readonly units: Uint16Array;
  readonly node: PathNode;
}

/** The root of a tree of paths; each is numbered by its place in the list. */
export function pathTree(paths: readonly string[]): PathNode {
  const root = emptyNode();
  paths.forEach((path, field) => {
    path.split('.').reduce(childOf, root).field = field;
  });
  return root;
}

/** What stands below under a name of the event; undefined where no rule looks further. */
export function below(node: PathNode, name: string): PathNode | undefined {
  let at: PathNode | undefined = node;
  for (const part of name.split('.')) at = at?.children.get(part);
  return at;
}

function emptyNode(): PathNode {
  return { field: -1, children: new Map(), byHash: new Map(), lengths: 0 };
}

function childOf(parent: PathNode, name: string): PathNode {
  const known = parent.children.get(name);
  if (known !== undefined) return known;
  const node = emptyNode();
  const units = Uint16Array.from({ length: name.length }, (_, at) => name.charCodeAt(at));
  const hash = hashOf(units, 0, units.length);
  parent.children.set(name, node);
  parent.byHash.set(hash, [...(parent.byHash.get(hash) ?? []), { units, node }]);
  parent.lengths |= 1 << (name.length & 31);
  return node;
}

export function hashOf(units: Uint16Array, start: number, end: number): number {
  let hash = 7;
  for (let at = start; at < end; at += 1) hash = (Math.imul(hash, 31) + (units[at] as number)) | 0;
  return hash;
}
