import type { FunctionNode } from '../model';
import { same } from '../resolution/compare';
import type { Resolver } from '../resolution/resolver';
import { splitText } from '../resolution/symbolic-text';
import { readNode, resourcesOf } from './resources';

export function readFunctions(resolver: Resolver): FunctionNode[] {
  return resourcesOf(resolver, 'AWS::Lambda::Function').map((resource) => ({
    kind: 'function',
    ...readNode(resolver, resource),
    name: resolver.attributeOf(resource, 'Ref'),
  }));
}

/** `name`, `account:function:name` or the ARN, each with a version or alias at its end or without. */
function nameIn(given: string): string {
  const parts = splitText(given, ':');
  const at = parts.indexOf('function');
  return (at < 0 ? parts[0] : parts[at + 1]) ?? given;
}

/** The function that an event source mapping names. */
export function findFunction(
  given: string,
  functions: Iterable<FunctionNode>,
): FunctionNode | undefined {
  const isArn = given.startsWith('arn:');
  const account = (arn: string) => splitText(arn, ':').slice(3, 5).join(':');
  return [...functions].find(({ name, arn }) => {
    const here = !isArn || account(given) === account(arn);
    return here && same(nameIn(given), name) === 'yes';
  });
}
