import type { CloudEvent } from './cloud-event';
import type { CloudEventIssue } from './cloud-event-error';
import type { MessageAttributes } from './message-attribute';
import { dataPathExpected, type FoundField, findField, isDataPath } from './message-data-path';
import { optionIssue } from './message-destination';
import { attributeOfValue, valueFault } from './message-values';

/** Fields of the data as message attributes, each named by its path, where the event has them. */
export function dataAttributesOf(
  { data }: CloudEvent,
  paths: readonly string[] = [],
): MessageAttributes {
  return Object.fromEntries(
    paths.flatMap((path) => {
      const { value } = findField(data, path);
      const attribute =
        value === undefined ? undefined : attributeOfValue(value as string | readonly string[]);
      return attribute === undefined ? [] : [[path, attribute]];
    }),
  );
}

/** What is wrong with the paths, beside the names of attributes that are copied anyway. */
export function dataPathIssues(paths: unknown, taken: readonly string[]): CloudEventIssue[] {
  if (paths === undefined) return [];
  if (!Array.isArray(paths)) return [optionIssue('dataAttributes', paths, 'an array of paths')];
  const wrong = paths.findIndex((path) => !isDataPath(path));
  if (wrong >= 0) return [optionIssue(`dataAttributes[${wrong}]`, paths[wrong], dataPathExpected)];
  const twice = paths.findIndex((path) => taken.includes(path));
  const expected = `a path other than the names of attributes of the event that are copied: ${taken.join(', ')}`;
  return twice >= 0 ? [optionIssue(`dataAttributes[${twice}]`, paths[twice], expected)] : [];
}

/** What of valid data no attribute can say. Of valid paths only. */
export function dataFieldIssues(
  { data }: CloudEvent,
  paths: readonly string[] = [],
): CloudEventIssue[] {
  return paths.flatMap((path) => {
    const { value, fault = faultInside(path, value) } = findField(data, path);
    if (fault === undefined) return [];
    const expected = `${fault.expected}; otherwise leave ${path} out of dataAttributes`;
    return [{ attribute: 'data', ...fault, expected }];
  });
}

function faultInside(path: string, found: unknown): FoundField['fault'] {
  const inside = valueFault(found);
  if (inside === undefined) return undefined;
  const { at, value, expected } = inside;
  return { path: `data.${path}${at}`, value, expected };
}
