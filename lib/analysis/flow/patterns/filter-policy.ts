import { EventError, type EventPattern, matches } from '../../../core/event-patterns';
import { snsDialect } from '../../../core/event-patterns/dialects/scopes';
import { type Answer, no, unknown, yes } from '../answer';
import type { Message } from '../message';
import type { SubscriptionNode } from '../model';
import { hasHole } from '../resolution/symbolic-text';
import { isFields } from '../resolution/template';
import { readPattern } from './read-pattern';
import { matchesSettled } from './settled';

/** Whether a subscription's filter policy takes a message. Parsed once. */
export type FilterTest = (message: Message) => Answer;

const doesNotMatch = 'the filter policy does not match';

/** What is binary is not compared, so that its bytes stay out. */
function testAttributes(policy: EventPattern, { attributes }: Message): Answer {
  const texts = Object.entries(attributes).map(
    ([name, { DataType, StringValue }]) => [name, { DataType, StringValue }] as const,
  );
  if (texts.length === 0) return no(`${doesNotMatch}: the message has no attributes`);
  return matches(policy, Object.fromEntries(texts)) ? yes('') : no(doesNotMatch);
}

/** A body that is no JSON object is filtered. */
function testBody(policy: EventPattern, { body }: Message): Answer {
  if ('unknown' in body) {
    return unknown(`the filter policy asks for a body that is not known: ${body.unknown}`);
  }
  const { paths, inArrays, names } = body.unsettled;
  const asked = policy.paths.filter((path) => paths.has(path));
  const open = unknown(
    `the filter policy asks for ${asked.join(', ') || 'names'}, which no template tells`,
  );
  if (names || asked.some((path) => inArrays.has(path))) return open;
  const truth = matchesSettled(policy, body.text, paths);
  if (truth === 'no') return no(doesNotMatch);
  return truth === 'yes' ? yes('') : open;
}

/** Arrays can combine in more ways than a match follows. */
function guarded(test: FilterTest): FilterTest {
  return (message) => {
    try {
      return test(message);
    } catch (error) {
      if (error instanceof EventError) return unknown(`the filter policy: ${error.message}`);
      throw error;
    }
  };
}

/** `{}` takes a filter policy away. Source: https://docs.aws.amazon.com/sns/latest/dg/message-filtering-policy-remove.html */
function isEmpty(policy: unknown): boolean {
  const isNothing = isFields(policy) && Object.keys(policy).length === 0;
  return policy === undefined || isNothing || policy === '{}';
}

export function filterTest({
  filterPolicy,
  filterPolicyScope: scope,
}: SubscriptionNode): FilterTest {
  if (isEmpty(filterPolicy)) return () => yes('');
  if (hasHole(scope)) return () => unknown(`the filter policy's scope is not known: ${scope}`);
  const policy = readScoped(filterPolicy, scope);
  if ('is' in policy) return () => policy;
  const test = policy.dialect === 'sns-body' ? testBody : testAttributes;
  return guarded((message) => test(policy, message));
}

function readScoped(policy: unknown, scope: string): EventPattern | Answer {
  try {
    return readPattern(policy, 'filter policy', snsDialect(scope));
  } catch (error) {
    return unknown(`the filter policy is not valid: ${(error as Error).message}`);
  }
}
