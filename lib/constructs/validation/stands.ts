import type { IConstruct } from 'constructs';

/** Neither the construct nor what it stands in was taken out of its place since. */
export function stands({ node }: IConstruct): boolean {
  return node.scopes.every(
    (one) => !one.node.scope || one.node.scope.node.tryFindChild(one.node.id) === one,
  );
}
