import type { JsonObject } from '../../core/event-patterns/json/read';
import { readEvent } from '../../core/input-transformers';
import type { BusNode, PutEvent } from './model';
import { hasHole, splitText, unknownText } from './resolution/symbolic-text';
import { type Fields, isFields } from './resolution/template';

/**
 * The event as rules see it. Source of its fields:
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html
 */
export interface Envelope {
  readonly fields: Fields;
  /** Top-level fields that EventBridge sets and that nobody told us; each holds a text. */
  readonly unsettled: ReadonlySet<string>;
  /** The fields as JSON; read when first asked for. */
  json(): JsonObject;
}

export function show(value: unknown): string {
  if (value === null || Array.isArray(value)) return value === null ? 'null' : 'an array';
  return typeof value === 'string' ? JSON.stringify(value) : typeof value;
}

/** A name is what PutEvents refuses to go without. */
function problemsOf(event: PutEvent): string[] {
  const isName = (value: unknown) => typeof value === 'string' && value !== '';
  const isText = (value: unknown) => value === undefined || typeof value === 'string';
  const rows: [field: keyof PutEvent, valid: boolean, expected: string][] = [
    ['source', isName(event.source), 'a text of at least one character'],
    ['detailType', isName(event.detailType), 'a text of at least one character'],
    ['detail', isFields(event.detail), 'an object'],
    ['time', isText(event.time), 'a text of RFC 3339, or nothing'],
    ['id', isText(event.id), 'a text, or nothing'],
    ['resources', isText(event.resources) || Array.isArray(event.resources), 'a list, or nothing'],
  ];
  return rows.flatMap(([field, valid, expected]) =>
    valid ? [] : [`${field}: ${show(event[field])}; expected ${expected}`],
  );
}

/** Only what JSON carries reaches a rule. */
function asJson(detail: object): unknown {
  try {
    return JSON.parse(JSON.stringify(detail));
  } catch (error) {
    throw new TypeError(`event.detail can't be written as JSON: ${(error as Error).message}`);
  }
}

/** @throws TypeError naming every field of the event that PutEvents would refuse */
export function wrap(event: PutEvent, channel: BusNode): Envelope {
  const problems = problemsOf(event);
  if (problems.length > 0) throw new TypeError(`event: ${problems.join('; ')}`);
  const [, , , region = '', account = ''] = splitText(channel.arn, ':', 6);
  const settable = {
    id: event.id ?? unknownText('id'),
    account,
    time: event.time ?? unknownText('time'),
    region,
  };
  const fields = {
    version: '0',
    'detail-type': event.detailType,
    source: event.source,
    ...settable,
    resources: event.resources ?? [],
    detail: asJson(event.detail),
  };
  let json: JsonObject | undefined;
  return {
    fields,
    unsettled: new Set(Object.entries(settable).flatMap(([n, text]) => (hasHole(text) ? [n] : []))),
    json: () => {
      json ??= readEvent(fields);
      return json;
    },
  };
}
