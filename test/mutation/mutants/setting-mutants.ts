/*
 * What no table has to name can't be forgotten: every value of every resource is removed in turn,
 * but for its type, its metadata and its policy, which has mutants of its own. A number is also
 * halved and doubled (none is raised to one), a truth turned, a text replaced, a reference led to
 * another resource.
 */
import { isDeepStrictEqual } from 'node:util';
import { isFields, isIntrinsic, type Json, type Path } from '../template';
import { kindOf } from './kinds';
import type { Change, Place } from './mutant';
import { policies } from './policy-mutants';
import { swapped } from './swapped';

/** The laxer or the wrong value of a setting that has few; any other text becomes `*`. */
const laxer: Readonly<Record<string, string>> = {
  AuthorizationType: 'NONE',
  PassthroughBehavior: 'WHEN_NO_MATCH',
  DeletionPolicy: 'Delete',
  UpdateReplacePolicy: 'Delete',
  redrivePermission: 'denyAll',
  FilterPolicyScope: 'MessageAttributes',
  Protocol: 'https',
  InputPath: '$',
  EventBusName: 'default',
  StatusCode: '200',
};

export function* settingMutants(place: Place): Generator<Change> {
  const { Type, Metadata, ...settings } = place.resource;
  yield { path: [], kind: 'resource', mutation: 'removed' };
  const policy = policies[Type]?.path.join('.');
  for (const [path, value] of valuesIn(settings, [])) {
    const name = path.join('.');
    const isPolicy = policy !== undefined && (name === policy || name.startsWith(`${policy}.`));
    if (isPolicy || name === 'Properties') continue;
    for (const edit of editsOf(place, path, value)) {
      yield { path, kind: kindOf(Type, name), ...edit };
    }
  }
}

function* valuesIn(value: Json, path: Path): Generator<[Path, Json]> {
  if (path.length > 0) yield [path, value];
  if (isIntrinsic(value)) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield* valuesIn(item, [...path, index]);
  } else if (isFields(value)) {
    for (const [field, item] of Object.entries(value)) yield* valuesIn(item, [...path, field]);
  }
}

function* editsOf(place: Place, path: Path, value: Json): Generator<Omit<Change, 'path' | 'kind'>> {
  yield { mutation: 'removed' };
  const other = swapped(value, place);
  if (other !== undefined) yield { mutation: 'reference swapped', by: other };
  if (value === 0) {
    yield { mutation: 'raised', by: 1 };
  } else if (typeof value === 'number') {
    yield { mutation: 'halved', by: value / 2 };
    yield { mutation: 'doubled', by: value * 2 };
  } else if (typeof value === 'boolean') {
    yield { mutation: 'turned', by: !value };
  } else if (typeof value === 'string' && path[0] !== 'DependsOn') {
    yield { mutation: 'replaced', by: otherText(value, path) };
  } else if (Array.isArray(value) && path.some((step) => patterns.has(step))) {
    yield* widened(path, value);
  }
}

const patterns: ReadonlySet<string | number> = new Set(['EventPattern', 'FilterPolicy']);
const anyValue = [{ exists: true }];

/** A field takes any value; of alternatives, one more takes every event, each of which has a source. */
function* widened(path: Path, value: readonly Json[]): Generator<Omit<Change, 'path' | 'kind'>> {
  const by = path.at(-1) === '$or' ? [...value, { source: anyValue }] : anyValue;
  if (!isDeepStrictEqual(value, by)) yield { mutation: 'widened', by };
}

/** Another text than the one that stands there, or the mutant would be none. */
function otherText(value: string, path: Path): string {
  const texts = [laxer[String(path.at(-1))], '*', 'another'];
  return texts.find((text) => text !== undefined && text !== value) ?? '';
}
