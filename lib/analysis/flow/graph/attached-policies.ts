import { anyOf } from '../answer';
import type { ResourcePolicy } from '../model';
import { same, type Truth } from '../resolution/compare';
import type { Resolver } from '../resolution/resolver';
import { fieldOf, listOf, scalarText } from '../resolution/template';
import { doubtOf, nameOf, readNode, resourcesOf } from './resources';

/** A policy resource, and how it names the queues or topics that it is for. */
export interface Attached {
  readonly of: 'queue' | 'topic';
  readonly name: string;
  readonly document: unknown;
  readonly targets: readonly (string | undefined)[];
  readonly doubt?: string;
}

/** By the type of a policy resource the property that names its queues or topics. */
const targetsByType = {
  queue: { 'AWS::SQS::QueuePolicy': 'Queues', 'AWS::SQS::QueueInlinePolicy': 'Queue' },
  topic: { 'AWS::SNS::TopicPolicy': 'Topics', 'AWS::SNS::TopicInlinePolicy': 'TopicArn' },
};

export function readAttached(resolver: Resolver, of: Attached['of']): Attached[] {
  return Object.entries(targetsByType[of]).flatMap(([type, property]) =>
    resourcesOf(resolver, type).map((resource) => {
      const { properties } = readNode(resolver, resource);
      return {
        of,
        name: nameOf(resource),
        document: fieldOf(properties, 'PolicyDocument'),
        targets: listOf(fieldOf(properties, property)).map(scalarText),
        doubt: doubtOf(resource),
      };
    }),
  );
}

/** A URL or ARN that is certainly some queue's or topic's is no other's. */
function names(given: string | undefined, one: string, all: ReadonlySet<string>): Truth {
  if (given === undefined) return 'unknown';
  if (given === one) return 'yes';
  return all.has(given) ? 'no' : same(given, one);
}

/**
 * The policies of a queue or topic, found by what they name it by.
 *
 * @param all What every queue or topic of the templates is named by.
 */
export function policiesOf(
  one: string,
  attached: readonly Attached[],
  all: ReadonlySet<string>,
): ResourcePolicy[] {
  return attached.flatMap(({ of, name, document, targets, doubt }) => {
    const named = anyOf(targets.map((given) => names(given, one, all)));
    if (named === 'no') return [];
    if (named === 'yes') return [{ name, document, ...(doubt && { doubt }) }];
    return [{ name, document, doubt: `the ${of} that it names may be another one: ${targets}` }];
  });
}
