import { dataPathExpected, isDataPath } from '../../../core/cloudevents';
import type { Problem } from '../../../core/diagnostics';
import { sns } from '../../../core/limits';
import { show } from '../../validation';

/** What every message has as an attribute anyway. */
const always = ['source', 'type'];
const most = sns.messageAttributes.max - always.length;

/** What is wrong with the names of the fields that a topic's subscriptions filter on. */
export function problemsOfFilterAttributes(names: unknown): Problem[] {
  if (names === undefined) return [];
  if (!Array.isArray(names)) {
    return [wrong('filterAttributes', `${show(names)} given`, 'a list of paths of fields')];
  }
  const problems = names.flatMap((name, at) => problemsOfName(name, at, names));
  if (names.length <= most) return problems;
  const expected = `at most ${most} fields: a message with more than ${sns.messageAttributes.max} attributes, ${always.join(' and ')} among them, SNS discards on its way to a queue`;
  return [...problems, wrong('filterAttributes', `${names.length} given`, expected)];
}

function problemsOfName(name: unknown, at: number, names: readonly unknown[]): Problem[] {
  const prop = `filterAttributes[${at}]`;
  if (!isDataPath(name)) return [wrong(prop, `${show(name)} given`, dataPathExpected)];
  if (always.includes(name)) {
    const expected = `a field of the event's data: the event's ${name} is an attribute in any case`;
    return [wrong(prop, `${show(name)} given`, expected)];
  }
  if (name === '__proto__') {
    return [wrong(prop, `${show(name)} given`, 'a name that CDK writes into a template')];
  }
  return names.indexOf(name) < at
    ? [wrong(prop, `${show(name)} given a second time`, 'each field is named once')]
    : [];
}

function wrong(prop: string, given: string, expected: string): Problem {
  return {
    id: 'spillway:filter-attributes',
    prop,
    given,
    expected,
    fix: 'Name what producers publish as dataAttributes, or leave filterAttributes out, so that subscriptions filter on the body.',
  };
}
