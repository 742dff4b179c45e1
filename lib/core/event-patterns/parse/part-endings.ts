/**
 * The most beginnings of the parts that one text can end with: `ab` ends with a beginning of `ab`
 * and one of `b`. The parts form a tree by their units; each node of it stands for a beginning and
 * points to the longest shorter one that ends it (Aho and Corasick), so its count is its own and
 * that of the node it points to.
 */
interface Node {
  readonly next: Map<string, Node>;
  /** How many parts begin so. */
  parts: number;
  shorter?: Node;
  /** Of all beginnings that end the node's text. */
  total: number;
}

export function mostBeginnings(parts: readonly string[]): number {
  const root = treeOf(parts);
  let most = 0;
  const queue: Node[] = [root];
  for (const node of queue) {
    for (const [unit, child] of node.next) {
      child.shorter = shorterOf(node, unit) ?? root;
      child.total = child.parts + child.shorter.total;
      most = Math.max(most, child.total);
      queue.push(child);
    }
  }
  return most;
}

function treeOf(parts: readonly string[]): Node {
  const root = emptyNode();
  for (const part of parts) {
    let node = root;
    for (let i = 0; i < part.length; i++) {
      const unit = part.charAt(i);
      const child = node.next.get(unit) ?? emptyNode();
      node.next.set(unit, child);
      child.parts++;
      node = child;
    }
  }
  return root;
}

function shorterOf(parent: Node, unit: string): Node | undefined {
  let node = parent.shorter;
  while (node !== undefined && !node.next.has(unit)) {
    node = node.shorter;
  }
  return node?.next.get(unit);
}

function emptyNode(): Node {
  return { next: new Map(), parts: 0, total: 0 };
}
