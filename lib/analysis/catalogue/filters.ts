/**
 * What of a pattern is about one event. A rule of several contracts has alternatives in `$or`; those
 * that can take the event are kept, each without what only says that it is this event. So a reader
 * finds the filter as it stands in the template, and nothing of the other events.
 */
import { type EventPattern, PatternError, parsePattern } from '../../core/event-patterns';
import { canMatch } from '../../core/event-patterns/reason/can-match';
import type { JsonObject } from '../../core/schemas';
import type { CatalogueFilter } from './model';

export interface EventName {
  readonly source: string;
  readonly eventType: string;
}

/** Where a pattern stands, and where it finds what an event's name is. */
export interface Scope {
  readonly dialect: EventPattern['dialect'];
  readonly of: 'event' | 'attributes';
  readonly type: 'detail-type' | 'type';
  /** The way to the data. */
  readonly data: readonly string[];
}

export const scopes = {
  rule: { dialect: 'eventbridge', of: 'event', type: 'detail-type', data: ['detail', 'data'] },
  body: { dialect: 'sns-body', of: 'event', type: 'type', data: ['data'] },
  attributes: { dialect: 'sns-attributes', of: 'attributes', type: 'type', data: [] },
} as const satisfies Record<string, Scope>;

export interface Taken {
  readonly filters: readonly CatalogueFilter[];
  /** Whether the pattern names source or type. */
  readonly named: boolean;
  /** Why it can't be told what the pattern takes. */
  readonly doubt?: string;
}

type Pattern = Readonly<Record<string, unknown>>;

/** Undefined where the pattern can't take the event. */
export function takes(pattern: unknown, event: EventName, scope: Scope): Taken | undefined {
  const given = asObject(pattern);
  if (given === undefined) return { filters: [], named: false, doubt: 'its filter is not known' };
  if (Object.keys(given).length === 0) return { filters: [], named: false };
  const alternatives = alternativesOf(given).filter((one) => !namesAnother(one, event, scope));
  if (alternatives.length === 0) return undefined;
  const read = parse(given, scope);
  if (typeof read === 'string') return { filters: [], named: false, doubt: read };
  const asked = canMatch(read, schemaOf(event, scope));
  if (asked.answer === 'no') {
    // A name that only a deployment tells may be this one.
    const open = JSON.stringify([given['source'], given[scope.type]]).includes('⟨');
    return open ? { filters: [], named: false, doubt: 'its filter is not known' } : undefined;
  }
  const kept = alternatives.filter((one) => mayTake(one, event, scope));
  const filters = kept.map((one) => filterOf(one, scope));
  const named = read.paths.some((path) => path === 'source' || path === scope.type);
  const doubt = asked.answer === 'unknown' ? { doubt: asked.reason } : {};
  return { filters: filters.some(isEmpty) ? [] : filters, named, ...doubt };
}

const isEmpty = ({ pattern }: CatalogueFilter): boolean => Object.keys(pattern).length === 0;

function asObject(pattern: unknown): Pattern | undefined {
  if (pattern === undefined) return {};
  const value = typeof pattern === 'string' ? parseJson(pattern) : pattern;
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Pattern)
    : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function parse(pattern: object, { dialect }: Scope): EventPattern | string {
  try {
    return parsePattern(pattern, dialect);
  } catch (error) {
    if (error instanceof PatternError) return error.message;
    throw error;
  }
}

/** All that is certain of the event, as it stands on a bus, in a body, in attributes. */
function schemaOf({ source, eventType }: EventName, { type }: Scope): object {
  const own = { source: { const: source }, type: { const: eventType } };
  const named = { source: own.source, [type]: own.type };
  const detail = { type: 'object', properties: own, required: ['source', 'type'] };
  return {
    type: 'object',
    properties: type === 'type' ? named : { ...named, detail },
    required: Object.keys(named),
  };
}

/** The alternatives of an `$or` at the top, each with what stands beside it. */
function alternativesOf({ $or, ...shared }: Pattern): Pattern[] {
  const list: unknown[] = Array.isArray($or) ? $or : [];
  const all = list.map(asObject).filter((one) => one !== undefined);
  return all.length === 0
    ? [$or === undefined ? shared : { ...shared, $or }]
    : all.map((one) => ({ ...shared, ...one }));
}

/** Most patterns name others, in plain texts: that is seen before anything is parsed. */
function namesAnother(pattern: Pattern, event: EventName, { type }: Scope): boolean {
  const isAnother = (values: unknown, name: string): boolean =>
    Array.isArray(values) &&
    values.every((value) => typeof value === 'string' && value !== name && !value.includes('⟨'));
  return isAnother(pattern['source'], event.source) || isAnother(pattern[type], event.eventType);
}

function mayTake(pattern: Pattern, event: EventName, scope: Scope): boolean {
  const read = parse(pattern, scope);
  return typeof read === 'string' || canMatch(read, schemaOf(event, scope)).answer !== 'no';
}

/** Fields that every event has: a pattern of several alternatives asks for them to set those apart. */
const always = ['version', 'id', 'time', 'account', 'region', 'specversion'];

function filterOf(pattern: Pattern, { of, type, data }: Scope): CatalogueFilter {
  const own = Object.entries(pattern).filter(
    ([name, value]) =>
      name !== 'source' && name !== type && !(always.includes(name) && isAny(value)),
  );
  const rest: Pattern = Object.fromEntries(own);
  const inner = data.length === 0 ? undefined : only(rest, data);
  const isData = inner !== undefined;
  return { of: isData ? 'data' : of, pattern: (inner ?? rest) as JsonObject };
}

const isAny = (value: unknown): boolean => JSON.stringify(value) === '[{"exists":true}]';

/** What stands at the end of the way, if nothing stands beside it. */
function only(pattern: Pattern, [name = '', ...way]: readonly string[]): Pattern | undefined {
  if (Object.keys(pattern).join() !== name) return undefined;
  const inner = asObject(pattern[name]);
  return inner === undefined || way.length === 0 ? inner : only(inner, way);
}
